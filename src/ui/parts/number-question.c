/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/parts/number-question.h"

#include <glib/gi18n-lib.h>

#include "service/invoices/invoice-number.h"
#include "ui/kit/alert.h"
#include "ui/kit/format.h"
#include "ui/kit/toast.h"

/* One question, from its dialog to the answer in the shop. */
typedef struct {
    CareStore *store;
    GtkWidget *window; /* weak */
    GtkWidget *entry;  /* of the last number; NULL for the other question */
    GObject *owner;    /* weak */
    CareNumberFunc func;
} Question;

static void
question_free(gpointer data, GClosure *closure)
{
    Question *self = data;

    g_clear_weak_pointer(&self->window);
    g_clear_weak_pointer(&self->owner);
    g_object_unref(self->store);
    g_free(self);
}

static Question *
question_copy(const Question *self)
{
    Question *copy = g_new0(Question, 1);

    copy->store = g_object_ref(self->store);
    g_set_weak_pointer(&copy->window, self->window);
    g_set_weak_pointer(&copy->owner, self->owner);
    copy->func = self->func;
    return copy;
}

static void
on_kept(GObject *source, GAsyncResult *result, gpointer data)
{
    Question *self = data;
    g_autoptr(GError) error = NULL;

    if (!care_store_write_finish(CARE_STORE(source), result, &error)) {
        care_toast_error(self->window, error);
    } else {
        care_toast_barrier(self->window);
        if (self->owner)
            self->func(self->owner);
    }
    question_free(self, NULL);
}

static void
on_answered(AdwAlertDialog *alert, const char *answer, gpointer data)
{
    Question *self = data;
    gboolean said = g_str_equal(answer, "said");

    if (!said && !g_str_equal(answer, "none"))
        return;
    if (self->entry)
        care_store_write_async(self->store, CARE_PRIORITY_INTERACTIVE, care_invoice_say_last,
                               said ? g_strstrip(g_strdup(gtk_editable_get_text(GTK_EDITABLE(self->entry))))
                                    : NULL,
                               g_free, NULL, on_kept, question_copy(self));
    else
        care_store_write_async(self->store, CARE_PRIORITY_INTERACTIVE, care_invoice_confirm_day, NULL, NULL,
                               NULL, on_kept, question_copy(self));
}

static void
on_typed(GtkEditable *entry, AdwAlertDialog *alert)
{
    g_autofree char *typed = g_strstrip(g_strdup(gtk_editable_get_text(entry)));

    adw_alert_dialog_set_response_enabled(alert, "said", *typed != '\0');
}

/* The number as the papers have it; the last that the shop knows stands there to be changed. */
static GtkWidget *
add_entry(AdwAlertDialog *alert, CareStore *store)
{
    g_autofree char *known = care_invoice_last_number(care_store_reader(store));
    GtkWidget *list = gtk_list_box_new();
    GtkWidget *entry = adw_entry_row_new();

    gtk_widget_add_css_class(list, "boxed-list");
    gtk_list_box_set_selection_mode(GTK_LIST_BOX(list), GTK_SELECTION_NONE);
    adw_preferences_row_set_title(ADW_PREFERENCES_ROW(entry), _("Last Invoice Number"));
    gtk_editable_set_text(GTK_EDITABLE(entry), known ? known : "");
    gtk_list_box_append(GTK_LIST_BOX(list), entry);
    adw_alert_dialog_set_extra_child(alert, list);
    g_signal_connect_object(entry, "changed", G_CALLBACK(on_typed), alert, 0);
    return entry;
}

static AdwAlertDialog *
last_number_dialog(void)
{
    AdwDialog *alert
        = ADW_DIALOG(care_alert_new(_("Which Invoice Was the Last?"),
                                    _("This shop came from a backup or an export. If invoices were issued "
                                      "that it does not hold, enter the number "
                                      "of the last one: no number may be given out twice.")));

    adw_alert_dialog_add_responses(ADW_ALERT_DIALOG(alert), "later", _("_Later"), "none",
                                   _("_There Are None"), "said", _("_That Was the Last"), NULL);
    return ADW_ALERT_DIALOG(alert);
}

/* Translators: %s is a date, here and below */
static char *
day_sentence(CareNumberCheck check, const char *today)
{
    if (check == CARE_NUMBER_NEEDS_EARLIER)
        return g_strdup_printf(
            _("By this computer it is %s, and the last invoice bears a later date. An invoice "
              "with a wrong date cannot be taken back; if the clock is wrong, set it first."),
            today);
    if (check == CARE_NUMBER_NEEDS_FIRST_DAY)
        return g_strdup_printf(
            _("By this computer it is %s, more than a month since anything was written in this "
              "shop. An invoice with a wrong date cannot be taken back; if the clock is wrong, "
              "set it first."),
            today);
    return g_strdup_printf(
        _("By this computer it is %s, more than a month since the last invoice. An invoice with "
          "a wrong date cannot be taken back; if the clock is wrong, set it first."),
        today);
}

static AdwAlertDialog *
day_dialog(CareContext *context, CareNumberCheck check)
{
    g_autofree char *today = care_format_date_full(care_clock_today(care_context_get_clock(context)));
    g_autofree char *body = day_sentence(check, today);
    AdwDialog *alert = ADW_DIALOG(care_alert_new(_("Is This the Right Day?"), body));

    adw_alert_dialog_add_responses(ADW_ALERT_DIALOG(alert), "later", _("_Cancel"), "said", _("_Yes, It Is"),
                                   NULL);
    return ADW_ALERT_DIALOG(alert);
}

void
care_number_question_ask(GtkWidget *widget, CareContext *context, CareNumberFunc func, GObject *owner)
{
    CareStore *store = care_context_get_store(context);
    CareDate today = care_clock_today(care_context_get_clock(context));
    CareNumberCheck check = care_invoice_number_check(care_store_reader(store), today, NULL);
    Question *self;
    AdwAlertDialog *alert;

    /* what cannot be read, the issuing itself says */
    if (check == CARE_NUMBER_CLEAR || check == CARE_NUMBER_UNREADABLE) {
        func(owner);
        return;
    }
    alert = check == CARE_NUMBER_NEEDS_LAST ? last_number_dialog() : day_dialog(context, check);
    adw_alert_dialog_set_response_appearance(alert, "said", ADW_RESPONSE_SUGGESTED);
    adw_alert_dialog_set_close_response(alert, "later");
    self = g_new0(Question, 1);
    self->store = g_object_ref(store);
    g_set_weak_pointer(&self->window, GTK_WIDGET(gtk_widget_get_root(widget)));
    g_set_weak_pointer(&self->owner, owner);
    self->func = func;
    self->entry = check == CARE_NUMBER_NEEDS_LAST ? add_entry(alert, store) : NULL;
    g_signal_connect_data(alert, "response", G_CALLBACK(on_answered), self, question_free, 0);
    adw_dialog_present(ADW_DIALOG(alert), widget);
}
