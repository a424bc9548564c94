/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/compose/compose-dialog-private.h"

#include <glib/gi18n-lib.h>

#include "core/isolate.h"
#include "model/channel.h"
#include "model/customer.h"
#include "model/interaction.h"
#include "model/invoice.h"
#include "model/placeholders.h"
#include "model/text.h"
#include "service/outreach/default-texts.h"
#include "service/outreach/message-texts.h"
#include "store/draft.h"
#include "ui/kit/dialog-fit.h"
#include "ui/kit/dialog-focus.h"
#include "ui/kit/form.h"
#include "ui/kit/save-key.h"
#include "ui/kit/template.h"
#include "service/invoices/invoice-document.h"
#include "ui/parts/deleted-meanwhile.h"
#include "ui/parts/paper-acts.h"
#include "ui/kit/toast.h"
#include "ui/kit/wrap.h"
#include "ui/compose/compose-draft.h"

G_DEFINE_FINAL_TYPE(CareComposeDialog, care_compose_dialog, ADW_TYPE_DIALOG)

CareRecord *
care_compose_dialog_customer(CareComposeDialog *self)
{
    return care_message_facts_customer(self->facts);
}

const char *
care_compose_dialog_customer_name(CareComposeDialog *self)
{
    return care_record_text(care_compose_dialog_customer(self), CARE_CUSTOMER_NAME);
}

void
care_compose_dialog_say(CareComposeDialog *self, const char *sentence)
{
    care_banner_say(self->banner, sentence);
}

static void
update(CareComposeDialog *self)
{
    g_autofree char *sentence = care_compose_dialog_refusal(self);
    g_autofree char *text = care_compose_dialog_text(self);

    care_writing_pad_set_warning(self->pad, sentence);
    care_writing_pad_set_preview(self->pad, text, NULL);
    if (!sentence)
        care_compose_dialog_say(self, NULL);
}

static void
keep_draft(CareComposeDialog *self)
{
    g_autofree char *text = care_writing_pad_get_text(self->pad);

    care_record_set_text(self->draft, CARE_INTERACTION_CHANNEL, care_compose_way_get_channel(self->way));
    care_record_set_text(self->draft, CARE_INTERACTION_SUBJECT,
                         gtk_editable_get_text(GTK_EDITABLE(self->subject)));
    care_record_set_text(self->draft, CARE_INTERACTION_BODY, text);
    care_draft_keeper_touch(self->keeper);
}

static void
on_edited(CareComposeDialog *self)
{
    if (!self->facts)
        return;
    self->edited = self->edited || !self->filling;
    if (self->edited && !self->filling)
        keep_draft(self);
    update(self);
}

static void
on_way(CareComposeDialog *self)
{
    if (!self->facts)
        return;
    gtk_widget_set_visible(GTK_WIDGET(self->subject), care_compose_way_has_subject(self->way));
    gtk_widget_set_visible(self->already, !care_compose_way_is(self->way, CARE_CHANNEL_COUNTER));
    gtk_button_set_label(self->send, care_compose_way_get_verb(self->way));
    if (self->edited && !self->filling)
        keep_draft(self);
    update(self);
}

/* Texts */

/* show: care_writing_pad_fill() where the message begins with it, and care_writing_pad_replace_text() where somebody
 * chose it: what stood there was perhaps their own. */
typedef void (*ShowFunc)(CareWritingPad *pad, const char *text);

static void
show_plain(CareComposeDialog *self, const char *subject, const char *body, ShowFunc show)
{
    self->filling = TRUE;
    gtk_editable_set_text(GTK_EDITABLE(self->subject), subject ? subject : "");
    show(self->pad, body ? body : "");
    self->filling = FALSE;
    update(self);
}

static void
show_text(CareComposeDialog *self, CareRecord *text, ShowFunc show)
{
    const char *subject = care_record_text(text, CARE_TEXT_SUBJECT);
    const char *body = care_record_text(text, CARE_TEXT_BODY);
    g_autofree char *about
        = care_placeholders_fill(subject ? subject : "", care_message_facts_value, self->facts);
    g_autofree char *filled = care_placeholders_fill(body ? body : "", care_message_facts_value, self->facts);

    show_plain(self, about, filled, show);
}

static void
on_text(CareComposeDialog *self)
{
    guint selected = adw_combo_row_get_selected(self->texts);

    if (self->filling || !self->found || selected >= self->found->len)
        return;
    show_text(self, self->found->pdata[selected], care_writing_pad_replace_text);
    if (self->edited)
        care_draft_keeper_forget(self->keeper);
    self->edited = FALSE;
}

static void
fill_texts(CareComposeDialog *self)
{
    g_autoptr(GtkStringList) names = gtk_string_list_new(NULL);
    int fitting;

    g_clear_pointer(&self->found, g_ptr_array_unref);
    self->found = care_message_texts(self->store, self->facts, &fitting);
    for (guint i = 0; i < self->found->len; i++)
        gtk_string_list_append(names, care_record_text(self->found->pdata[i], CARE_TEXT_NAME));
    gtk_widget_set_visible(GTK_WIDGET(self->texts), self->found->len > 0);
    self->filling = TRUE;
    adw_combo_row_set_model(self->texts, G_LIST_MODEL(names));
    adw_combo_row_set_selected(self->texts, fitting >= 0 ? (guint)fitting : GTK_INVALID_LIST_POSITION);
    self->filling = FALSE;
    if (fitting >= 0)
        show_text(self, self->found->pdata[fitting], care_writing_pad_fill);
}

/* The texts a shop starts with may arrive while the first message is open. */
static void
on_store_changed(CareStore *store, CareChangeSet *changes, CareComposeDialog *self)
{
    if (care_change_set_has_kind(changes, "text") && !self->edited && self->found->len == 0)
        fill_texts(self);
}

/* The paper that goes along: not every mail program takes a file from here. */

static void
on_save_invoice(CareComposeDialog *self)
{
    care_paper_save(GTK_WIDGET(self), self->context, &care_invoice_paper_kind,
                    care_message_facts_invoice(self->facts), "pdf");
}

static void
on_show_invoice(CareComposeDialog *self)
{
    care_paper_show_kept_in_files(GTK_WIDGET(self), self->context, &care_invoice_paper_kind,
                                  care_message_facts_invoice(self->facts));
}

static void
show_invoice(CareComposeDialog *self)
{
    CareRecord *invoice = care_message_facts_invoice(self->facts);
    g_autofree char *name
        = invoice ? g_strconcat(care_record_text(invoice, CARE_INVOICE_NUMBER), ".pdf", NULL) : NULL;

    gtk_widget_set_visible(self->invoice_group, name != NULL);
    if (name)
        adw_preferences_row_set_title(ADW_PREFERENCES_ROW(self->invoice_row), name);
}

/* Making */

static void
bring_back(gpointer data)
{
    CareComposeDialog *self = data;

    if (!self->window)
        return;
    self->done = FALSE;
    keep_draft(self);
    care_dialog_present_again(ADW_DIALOG(self), self->window);
}

/* Thrown away by Cancel or Esc: that can be taken back, like everything else. */
static void
care_compose_dialog_closed(AdwDialog *dialog)
{
    CareComposeDialog *self = CARE_COMPOSE_DIALOG(dialog);

    if (self->done || !self->edited)
        return;
    self->done = TRUE;
    care_draft_keeper_forget(self->keeper);
    if (self->window)
        care_toast_unsaved(self->window, _("Not sent"), bring_back, g_object_ref(self), g_object_unref);
}

static void
care_compose_dialog_dispose(GObject *object)
{
    CareComposeDialog *self = CARE_COMPOSE_DIALOG(object);

    g_cancellable_cancel(self->cancellable);
    if (self->changed_handler)
        g_clear_signal_handler(&self->changed_handler, self->store);
    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_COMPOSE_DIALOG);
    g_clear_weak_pointer(&self->window);
    g_clear_pointer(&self->facts, care_message_facts_free);
    g_clear_pointer(&self->found, g_ptr_array_unref);
    g_clear_object(&self->keeper);
    g_clear_object(&self->draft);
    g_clear_object(&self->store);
    g_clear_object(&self->context);
    G_OBJECT_CLASS(care_compose_dialog_parent_class)->dispose(object);
}

static void
care_compose_dialog_finalize(GObject *object)
{
    g_object_unref(CARE_COMPOSE_DIALOG(object)->cancellable);
    G_OBJECT_CLASS(care_compose_dialog_parent_class)->finalize(object);
}

static void
care_compose_dialog_class_init(CareComposeDialogClass *klass)
{
    G_OBJECT_CLASS(klass)->dispose = care_compose_dialog_dispose;
    G_OBJECT_CLASS(klass)->finalize = care_compose_dialog_finalize;
    ADW_DIALOG_CLASS(klass)->closed = care_compose_dialog_closed;

    CARE_TEMPLATE_NEEDS(CARE_TYPE_WRAP, CARE_TYPE_COMPOSE_WAY, CARE_TYPE_WRITING_PAD);
    CARE_TEMPLATE(klass, "compose/compose-dialog.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareComposeDialog, title, banner, send, page, invoice_group, invoice_row,
                           way, texts, subject, pad, already);
    CARE_TEMPLATE_CALLBACKS(klass, care_compose_dialog_send, on_way, on_text, on_edited,
                            care_compose_dialog_copy, care_compose_dialog_save_text,
                            care_compose_dialog_already, on_save_invoice, on_show_invoice);
}

static void
care_compose_dialog_init(CareComposeDialog *self)
{
    self->cancellable = g_cancellable_new();
    gtk_widget_init_template(GTK_WIDGET(self));
    care_save_key_add(ADW_DIALOG(self), GTK_WIDGET(self->send));
    care_dialog_fit(ADW_DIALOG(self), self->page);
    care_form_name_rows(adw_dialog_get_child(ADW_DIALOG(self)), &care_interaction_kind);
    g_signal_connect_object(gtk_text_view_get_buffer(care_writing_pad_get_view(self->pad)), "changed",
                            G_CALLBACK(on_edited), self, G_CONNECT_SWAPPED);
}

static void
fill(CareComposeDialog *self)
{
    g_autofree char *who = care_isolate(care_compose_dialog_customer_name(self));
    /* Translators: %s is a customer */
    g_autofree char *title = g_strdup_printf(_("Write to %s"), who);

    adw_dialog_set_title(ADW_DIALOG(self), title);
    adw_window_title_set_subtitle(
        self->title, care_compose_dialog_customer_name(self)); /* room is short where it is narrow */
    show_invoice(self);
    care_compose_way_set_channel(self->way, care_message_facts_channel(self->facts));
    care_compose_way_set_customer(self->way, care_compose_dialog_customer(self));
    fill_texts(self);
    self->changed_handler = g_signal_connect(self->store, "changed", G_CALLBACK(on_store_changed), self);
    care_default_texts_add_async(self->store);
}

static void
show_draft(CareComposeDialog *self, const char *text)
{
    if (!care_draft_take(self->draft, NULL, text))
        return;
    care_compose_way_set_channel(self->way, care_record_text(self->draft, CARE_INTERACTION_CHANNEL));
    show_plain(self, care_record_text(self->draft, CARE_INTERACTION_SUBJECT),
               care_record_text(self->draft, CARE_INTERACTION_BODY), care_writing_pad_fill);
    self->edited = TRUE;
    keep_draft(self);
}

/* draft: nullable: what was written before. */
static gboolean
present(GtkWidget *parent, CareContext *context, const CareMessageOccasion *occasion, const char *draft)
{
    g_autoptr(GError) error = NULL;
    CareStore *store = care_context_get_store(context);
    CareMessageFacts *facts = care_message_facts_new(store, occasion, &error);
    g_autofree char *key = care_compose_draft_key(occasion);
    CareComposeDialog *self;

    if (!facts) {
        care_toast_error(parent, error);
        return FALSE;
    }
    self = g_object_new(CARE_TYPE_COMPOSE_DIALOG, NULL);
    self->context = g_object_ref(context);
    self->store = g_object_ref(store);
    self->facts = facts;
    self->draft = CARE_RECORD(care_interaction_new());
    self->keeper = care_draft_keeper_new(store, key, self->draft, NULL);
    g_set_weak_pointer(&self->window, GTK_WIDGET(gtk_widget_get_root(parent)));
    fill(self);
    if (draft)
        show_draft(self, draft);
    care_dialog_focus(ADW_DIALOG(self), GTK_WIDGET(care_writing_pad_get_view(self->pad)));
    adw_dialog_present(ADW_DIALOG(self), parent);
    gtk_widget_grab_focus(GTK_WIDGET(care_writing_pad_get_view(self->pad)));
    return TRUE;
}

void
care_compose_dialog_present(GtkWidget *parent, CareContext *context, const CareMessageOccasion *occasion)
{
    g_autofree char *key = care_compose_draft_key(occasion);
    g_autofree char *draft = care_draft_read(care_context_get_store(context), key);

    present(parent, context, occasion, draft);
}

static gboolean
is_for_somebody_deleted(GtkWidget *parent, CareStore *store, const CareMessageOccasion *occasion,
                        const char *draft)
{
    g_autoptr(CareMessageFacts) facts = care_message_facts_new(store, occasion, NULL);
    CareContactAbout about;

    if (!facts)
        return FALSE;
    about = care_message_facts_about(facts);
    return care_deleted_meanwhile(parent, store, occasion->customer, &about, draft);
}

gboolean
care_compose_dialog_continue(GtkWidget *parent, CareContext *context, const char *draft)
{
    CareMessageOccasion occasion;
    CareStore *store = care_context_get_store(context);
    g_autofree char *text = care_draft_read(store, draft);
    gboolean known = text && care_compose_draft_parse(draft, &occasion);

    if (known && is_for_somebody_deleted(parent, store, &occasion, draft))
        return TRUE;
    if (known && present(parent, context, &occasion, text))
        return TRUE;
    care_draft_write(store, draft, NULL);
    return FALSE;
}
