/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/parts/deleted-meanwhile.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "core/isolate.h"
#include "model/customer.h"
#include "model/invoice.h"
#include "store/draft.h"
#include "ui/kit/alert.h"
#include "ui/kit/toast.h"

#define THROW_AWAY "throw-away"

/* What was written, by its draft; text: what that said when it was thrown away. */
typedef struct {
    CareStore *store;
    char *draft;
    char *text; /* nullable */
} Left;

static Left *
left_new(CareStore *store, const char *draft, const char *text)
{
    Left *left = g_new(Left, 1);

    left->store = g_object_ref(store);
    left->draft = g_strdup(draft);
    left->text = g_strdup(text);
    return left;
}

static void
left_free(gpointer data)
{
    Left *left = data;

    g_object_unref(left->store);
    g_free(left->draft);
    g_free(left->text);
    g_free(left);
}

/* It is gone on with, or asked about anew. What was written in its place meanwhile stays beside. */
static void
bring_back(gpointer data)
{
    Left *left = data;
    GtkWidget *window = care_toast_window(NULL);
    g_autofree char *other = care_draft_read(left->store, left->draft);
    g_autofree char *aside = other ? care_draft_aside(left->draft) : NULL;

    if (other)
        care_draft_write_beside(left->store, left->draft, left->text, aside, other);
    else
        care_draft_write(left->store, left->draft, left->text);
    if (window)
        gtk_widget_activate_action(window, "win.continue-draft", "s", left->draft);
}

static void
on_response(AdwAlertDialog *question, const char *response, gpointer data)
{
    Left *left = data;
    g_autofree char *text = NULL;

    if (!g_str_equal(response, THROW_AWAY))
        return;
    text = care_draft_read(left->store, left->draft); /* ours from now on, to be forgotten, too */
    if (!text)                                        /* it was saved or thrown away at another desk */
        return;
    care_draft_write(left->store, left->draft, NULL);
    care_toast_unsaved(NULL, _("Thrown away"), bring_back, left_new(left->store, left->draft, text),
                       left_free);
}

static void
on_question_gone(gpointer data, GClosure *closure)
{
    left_free(data);
}

static void
ask(GtkWidget *parent, CareStore *store, const char *draft, const char *heading, const char *sentence)
{
    AdwAlertDialog *question = care_alert_new(heading, sentence);

    adw_alert_dialog_add_responses(question, "keep", _("_Keep"), THROW_AWAY, _("_Throw Away"), NULL);
    adw_alert_dialog_set_response_appearance(question, THROW_AWAY, ADW_RESPONSE_DESTRUCTIVE);
    adw_alert_dialog_set_default_response(question, "keep");
    adw_alert_dialog_set_close_response(question, "keep");
    g_signal_connect_data(question, "response", G_CALLBACK(on_response), left_new(store, draft, NULL),
                          on_question_gone, 0);
    adw_dialog_present(ADW_DIALOG(question), parent);
}

void
care_deleted_meanwhile_ask(GtkWidget *parent, CareStore *store, const char *draft, const char *sentence)
{
    ask(parent, store, draft, _("Deleted Meanwhile"), sentence);
}

const char *
care_issued_sentence(void)
{
    return _("This invoice was issued meanwhile. What you wrote does not go into it any more.");
}

void
care_issued_meanwhile_ask(GtkWidget *parent, CareStore *store, const char *draft)
{
    ask(parent, store, draft, _("Issued Meanwhile"), care_issued_sentence());
}

const char *
care_deleted_sentence(const CareKind *kind)
{
    return kind == &care_invoice_kind
               ? _("This invoice was deleted. Recently Deleted may bring it back.")
               : _("This job was deleted, or its customer was. Recently Deleted may bring it back.");
}

gboolean
care_deleted_meanwhile(GtkWidget *parent, CareStore *store, CareId customer, const CareContactAbout *about,
                       const char *draft)
{
    g_autoptr(CareRecord) gone = care_store_get(store, &care_customer_kind, customer, NULL);
    g_autofree char *name = gone ? care_record_title(gone) : NULL;
    g_autofree char *who = name ? care_isolate(name) : NULL;
    g_autofree char *sentence = NULL;

    if (care_contact_is_about_money(about) || !gone || care_record_stamp(gone).deleted == 0)
        return FALSE;
    /* Translators: %s is a customer */
    sentence
        = g_strdup_printf(_("%s was deleted meanwhile. To go on with what you wrote, bring them back from "
                            "Recently Deleted first."),
                          who);
    care_deleted_meanwhile_ask(parent, store, draft, sentence);
    return TRUE;
}
