/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/outreach/text-editor.h"

#include <glib/gi18n-lib.h>

#include "core/listed.h"
#include "model/customer.h"
#include "model/placeholders.h"
#include "model/text.h"
#include "service/outreach/message-facts.h"
#include "store/named-query.h"
#include "ui/kit/template.h"
#include "ui/parts/writing-pad.h"

struct _CareTextEditor {
    CareRecordDialog parent_instance;

    CareMessageFacts *facts; /* of the customer it is tried on; NULL when there is none */
    char *tried;             /* the situation that the facts are for */

    CareWritingPad *pad;
};

G_DEFINE_FINAL_TYPE(CareTextEditor, care_text_editor, CARE_TYPE_RECORD_DIALOG)

static const char *
text_of(CareTextEditor *self, int field)
{
    return care_record_text(care_record_dialog_get_record(CARE_RECORD_DIALOG(self)), field);
}

static CareStore *
store_of(CareTextEditor *self)
{
    return care_record_dialog_get_store(CARE_RECORD_DIALOG(self));
}

/* Somebody real to try the text on: whoever has the newest job for it, else anybody. */
static CareId
somebody(CareTextEditor *self)
{
    CareConnection *reader = care_store_reader(store_of(self));
    CareId id = care_query_number(reader, "outreach/somebody", "");

    return id != 0 ? id : care_query_number(reader, "customers/newest", "i", (gint64)1);
}

static void
find_facts(CareTextEditor *self)
{
    CareMessageOccasion occasion = { .situation = text_of(self, CARE_TEXT_SITUATION) };

    if (self->facts && g_strcmp0(self->tried, occasion.situation) == 0)
        return;
    g_clear_pointer(&self->facts, care_message_facts_free);
    g_set_str(&self->tried, occasion.situation);
    occasion.customer = somebody(self);
    if (occasion.customer != 0)
        self->facts = care_message_facts_new(store_of(self), &occasion, NULL);
}

/* Names that no message will ever have a value for. */
static char *
unknown_sentence(CareTextEditor *self)
{
    g_autoptr(GPtrArray) used = g_ptr_array_new_with_free_func(g_free);
    const char *subject = text_of(self, CARE_TEXT_SUBJECT);
    const char *body = text_of(self, CARE_TEXT_BODY);
    g_autofree char *a = care_placeholders_finish(subject ? subject : "", NULL, NULL, used);
    g_autofree char *b = care_placeholders_finish(body ? body : "", NULL, NULL, used);
    g_autoptr(GString) names = g_string_new(NULL);

    for (guint i = 0; i < used->len; i++) {
        g_autofree char *name = g_strdup_printf("{%s}", (char *)used->pdata[i]);

        if (!care_message_placeholder_is_known(used->pdata[i]))
            care_listed_add(names, name);
    }
    if (names->len == 0)
        return NULL;
    /* Translators: %s is one or more placeholders */
    return g_strdup_printf(_("Nothing is called %s. The plus sign lists what there is."), names->str);
}

static char *
finished(CareTextEditor *self, int field)
{
    const char *text = text_of(self, field);

    return care_placeholders_finish(text ? text : "", self->facts ? care_message_facts_value : NULL,
                                    self->facts, NULL);
}

static void
care_text_editor_changed(CareRecordDialog *dialog)
{
    CareTextEditor *self = CARE_TEXT_EDITOR(dialog);
    g_autofree char *sentence = unknown_sentence(self);
    g_autofree char *subject = NULL;
    g_autofree char *body = NULL;
    g_autofree char *text = NULL;
    g_autofree char *whom = NULL;

    find_facts(self);
    subject = finished(self, CARE_TEXT_SUBJECT);
    body = finished(self, CARE_TEXT_BODY);
    text = *subject ? g_strconcat(subject, "\n\n", body, NULL) : g_strdup(body);
    /* Translators: %s is a customer */
    whom = self->facts ? g_strdup_printf(
                             _("As %s would read it"),
                             care_record_text(care_message_facts_customer(self->facts), CARE_CUSTOMER_NAME))
                       : g_strdup(_("There is no customer to try it on yet."));
    care_writing_pad_set_preview(self->pad, text, whom);
    care_writing_pad_set_warning(self->pad, sentence);
}

static void
care_text_editor_dispose(GObject *object)
{
    CareTextEditor *self = CARE_TEXT_EDITOR(object);

    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_TEXT_EDITOR);
    g_clear_pointer(&self->facts, care_message_facts_free);
    g_clear_pointer(&self->tried, g_free);
    G_OBJECT_CLASS(care_text_editor_parent_class)->dispose(object);
}

static void
care_text_editor_class_init(CareTextEditorClass *klass)
{
    G_OBJECT_CLASS(klass)->dispose = care_text_editor_dispose;
    CARE_RECORD_DIALOG_CLASS(klass)->changed = care_text_editor_changed;
    CARE_RECORD_DIALOG_CLASS(klass)->draft_word = "text";

    CARE_TEMPLATE_NEEDS(CARE_TYPE_WRITING_PAD);
    CARE_TEMPLATE(klass, "outreach/text-editor.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareTextEditor, pad);
}

static void
care_text_editor_init(CareTextEditor *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
}

void
care_text_editor_present(GtkWidget *parent, CareContext *context, CareRecord *text)
{
    CareTextEditor *self = g_object_new(CARE_TYPE_TEXT_EDITOR, NULL);
    g_autoptr(CareRecord) begun = care_record_copy(text);

    if (!care_record_is_set(begun, CARE_TEXT_SITUATION))
        care_record_set_text(begun, CARE_TEXT_SITUATION, care_situation_word(CARE_SITUATION_OTHER));
    if (care_record_id(text) != 0)
        adw_dialog_set_focus(ADW_DIALOG(self), GTK_WIDGET(care_writing_pad_get_view(self->pad)));
    care_record_dialog_present(CARE_RECORD_DIALOG(self), parent, context, begun);
}
