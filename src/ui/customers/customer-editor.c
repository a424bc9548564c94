/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/customers/customer-editor.h"

#include <glib/gi18n-lib.h>

#include "model/customer-tag.h"
#include "model/customer.h"
#include "service/flow.h"
#include "store/draft.h"
#include "ui/kit/date-row.h"
#include "ui/kit/dialog-focus.h"
#include "ui/kit/draft-keeper.h"
#include "ui/kit/empty-state.h"
#include "ui/kit/form.h"
#include "ui/kit/template.h"
#include "ui/kit/text-area.h"
#include "ui/kit/toast.h"
#include "ui/customers/child-rows.h"
#include "ui/customers/duplicates.h"

struct _CareCustomerEditor {
    AdwDialog parent_instance;

    CareContext *context;
    CareStore *store;
    CareRecord *record; /* the copy that is edited */
    CareRecord *before; /* as it was */
    CareForm *form;
    CareDraftKeeper *keeper;
    GtkWidget *parent; /* weak; where a toast may say what was thrown away */
    char *draft;       /* the text of an earlier crash */
    CareCustomerSavedFunc saved;
    gpointer user_data;
    gboolean done; /* saved, or thrown away already */
    gboolean setting_tags;

    AdwBanner *draft_banner;
    AdwBanner *error_banner;
    CareChildRows *phone_rows;
    CareChildRows *email_rows;
    CareChildRows *address_rows;
    GtkEditable *tags_entry;
    GtkEditable *name;
    GtkWidget *save;
};

G_DEFINE_FINAL_TYPE(CareCustomerEditor, care_customer_editor, ADW_TYPE_DIALOG)

static void
on_changed(CareCustomerEditor *self)
{
    adw_banner_set_revealed(self->draft_banner, FALSE);
    care_banner_show_error(self->error_banner, NULL);
    care_draft_keeper_touch(self->keeper);
}

static void
show_tags(CareCustomerEditor *self)
{
    g_autoptr(GString) line = g_string_new(NULL);
    guint n = care_record_list_length(self->record, CARE_CUSTOMER_TAGS);

    for (guint i = 0; i < n; i++)
        g_string_append_printf(line, "%s%s", i > 0 ? ", " : "",
                               care_record_text(care_record_list_item(self->record, CARE_CUSTOMER_TAGS, i),
                                                CARE_CUSTOMER_TAG_TAG));
    self->setting_tags = TRUE;
    gtk_editable_set_text(self->tags_entry, line->str);
    self->setting_tags = FALSE;
}

static void
on_tags_changed(CareCustomerEditor *self)
{
    g_auto(GStrv) words = NULL;

    if (self->setting_tags || !self->record)
        return;
    words = g_strsplit(gtk_editable_get_text(self->tags_entry), ",", -1);
    g_list_store_remove_all(care_record_list(self->record, CARE_CUSTOMER_TAGS));
    for (guint i = 0; words[i]; i++)
        if (*g_strstrip(words[i]))
            care_record_set_text(care_record_list_add(self->record, CARE_CUSTOMER_TAGS),
                                 CARE_CUSTOMER_TAG_TAG, words[i]);
    on_changed(self);
}

static void
take_draft(CareCustomerEditor *self, const char *text)
{
    adw_banner_set_revealed(self->draft_banner, FALSE);
    if (care_draft_take(self->record, text)) {
        show_tags(self);
        care_draft_keeper_touch(self->keeper);
    }
}

static void
on_continue(CareCustomerEditor *self)
{
    care_customer_editor_continue(self);
}

static void
on_saved(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CareCustomerEditor) self = data;
    g_autoptr(GError) error = NULL;

    gtk_widget_set_sensitive(self->save, TRUE);
    if (!care_flow_save_finish(CARE_STORE(source), result, &error)) {
        care_banner_show_error(self->error_banner, error);
        return;
    }
    care_draft_keeper_forget(self->keeper);
    self->done = TRUE;
    if (self->saved)
        self->saved(care_record_id(self->record), self->user_data);
    adw_dialog_close(ADW_DIALOG(self));
}

static void
save_now(CareCustomerEditor *self)
{
    gtk_widget_set_sensitive(self->save, FALSE);
    care_flow_save_async(self->store, self->record, on_saved, g_object_ref(self));
}

static void
on_duplicate_answered(CareDuplicateAnswer answer, CareId other, gpointer data)
{
    CareCustomerEditor *self = data;

    if (answer == CARE_DUPLICATE_SAVE) {
        save_now(self);
    } else if (answer == CARE_DUPLICATE_OPEN && self->parent) {
        GtkWidget *parent = self->parent;

        adw_dialog_close(ADW_DIALOG(self));
        gtk_widget_activate_action(parent, "win.open", "(sx)", "customer", other);
    }
}

static gboolean
has_new_contact(CareCustomerEditor *self)
{
    return !care_record_field_equal(self->record, self->before, CARE_CUSTOMER_PHONES)
           || !care_record_field_equal(self->record, self->before, CARE_CUSTOMER_EMAILS);
}

static void
on_save(CareCustomerEditor *self)
{
    g_autoptr(CareRecord) other = NULL;
    g_autofree char *why = NULL;

    care_child_rows_drop_empty(self->record, CARE_CUSTOMER_PHONES);
    care_child_rows_drop_empty(self->record, CARE_CUSTOMER_EMAILS);
    care_child_rows_drop_empty(self->record, CARE_CUSTOMER_ADDRESSES);
    if (!care_form_check(self->form))
        return;
    if (has_new_contact(self))
        other = care_duplicates_find(self->store, self->record, &why);
    if (other)
        care_duplicates_ask(GTK_WIDGET(self), other, why, on_duplicate_answered, self);
    else
        save_now(self);
}

/* Thrown away by Cancel or Esc: that can be taken back, like everything else. */
typedef struct {
    GtkWidget *parent; /* weak */
    CareContext *context;
    CareId customer;
    char *text;
    CareCustomerSavedFunc saved;
    gpointer user_data;
} Thrown;

static void
thrown_free(gpointer data)
{
    Thrown *thrown = data;

    g_clear_weak_pointer(&thrown->parent);
    g_object_unref(thrown->context);
    g_free(thrown->text);
    g_free(thrown);
}

static void
bring_back(gpointer data)
{
    Thrown *thrown = data;
    CareCustomerEditor *editor;

    if (!thrown->parent)
        return;
    editor = care_customer_editor_present(thrown->parent, thrown->context, thrown->customer, thrown->saved,
                                          thrown->user_data);
    take_draft(editor, thrown->text);
}

static void
care_customer_editor_closed(AdwDialog *dialog)
{
    CareCustomerEditor *self = CARE_CUSTOMER_EDITOR(dialog);
    Thrown *thrown;

    if (self->done)
        return;
    self->done = TRUE;
    /* an offered draft that was neither continued nor replaced is kept */
    if (care_record_equal(self->record, self->before)) {
        if (!self->draft)
            care_draft_keeper_forget(self->keeper);
        return;
    }
    care_draft_keeper_forget(self->keeper);
    if (!self->parent)
        return;
    thrown = g_new0(Thrown, 1);
    g_set_weak_pointer(&thrown->parent, self->parent);
    thrown->context = g_object_ref(self->context);
    thrown->customer = care_record_id(self->record);
    thrown->text = care_draft_text(self->record);
    thrown->saved = self->saved;
    thrown->user_data = self->user_data;
    care_toast_undo(self->parent, _("Not saved"), bring_back, thrown, thrown_free);
}

static void
care_customer_editor_dispose(GObject *object)
{
    CareCustomerEditor *self = CARE_CUSTOMER_EDITOR(object);

    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_CUSTOMER_EDITOR);
    g_clear_weak_pointer(&self->parent);
    g_clear_object(&self->keeper);
    g_clear_object(&self->record);
    g_clear_object(&self->before);
    g_clear_object(&self->store);
    g_clear_object(&self->context);
    g_clear_pointer(&self->draft, g_free);
    G_OBJECT_CLASS(care_customer_editor_parent_class)->dispose(object);
}

static void
care_customer_editor_class_init(CareCustomerEditorClass *klass)
{
    G_OBJECT_CLASS(klass)->dispose = care_customer_editor_dispose;
    ADW_DIALOG_CLASS(klass)->closed = care_customer_editor_closed;

    CARE_TEMPLATE_NEEDS(CARE_TYPE_CHILD_ROWS, CARE_TYPE_DATE_ROW, CARE_TYPE_TEXT_AREA);
    CARE_TEMPLATE(klass, "customers/customer-editor.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareCustomerEditor, draft_banner, error_banner, phone_rows, email_rows,
                           address_rows, tags_entry, name, save);
    CARE_TEMPLATE_CALLBACKS(klass, on_save, on_continue, on_changed, on_tags_changed);
}

static void
care_customer_editor_init(CareCustomerEditor *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
}

static void
bind(CareCustomerEditor *self)
{
    care_child_rows_bind(self->phone_rows, self->record, CARE_CUSTOMER_PHONES, _("Add Phone"));
    care_child_rows_bind(self->email_rows, self->record, CARE_CUSTOMER_EMAILS, _("Add E-Mail Address"));
    care_child_rows_bind(self->address_rows, self->record, CARE_CUSTOMER_ADDRESSES, _("Add Address"));
    show_tags(self);
    self->form = care_form_bind(GTK_WIDGET(self), self->record, self->store);
    g_signal_connect_object(self->form, "changed", G_CALLBACK(on_changed), self, G_CONNECT_SWAPPED);
}

static gboolean
load(CareCustomerEditor *self, CareId customer)
{
    g_autofree char *key = care_draft_key("customer", customer);

    self->record = customer ? care_store_get(self->store, &care_customer_kind, customer, NULL)
                            : CARE_RECORD(care_customer_new());
    if (!self->record)
        return FALSE;
    if (customer)
        adw_dialog_set_title(ADW_DIALOG(self), care_record_text(self->record, CARE_CUSTOMER_NAME));
    else /* what most want to fill in next stands ready */
        care_record_list_add(self->record, CARE_CUSTOMER_PHONES);
    self->keeper = care_draft_keeper_new(self->store, key, self->record);
    self->draft = care_draft_read(self->store, key);
    return TRUE;
}

CareCustomerEditor *
care_customer_editor_present(GtkWidget *parent, CareContext *context, CareId customer,
                             CareCustomerSavedFunc saved, gpointer user_data)
{
    CareCustomerEditor *self = g_object_new(CARE_TYPE_CUSTOMER_EDITOR, NULL);

    self->context = g_object_ref(context);
    self->store = g_object_ref(care_context_get_store(context));
    self->saved = saved;
    self->user_data = user_data;
    g_set_weak_pointer(&self->parent, parent);
    if (!load(self, customer)) {
        g_object_ref_sink(self);
        g_object_unref(self);
        return NULL;
    }
    bind(self);
    self->before = care_record_copy(self->record);
    adw_banner_set_revealed(self->draft_banner, self->draft != NULL);
    care_dialog_focus(ADW_DIALOG(self), GTK_WIDGET(self->name));
    adw_dialog_present(ADW_DIALOG(self), parent);
    return self;
}

/* Takes up the draft of an earlier crash, if there is one. */
void
care_customer_editor_continue(CareCustomerEditor *self)
{
    g_return_if_fail(CARE_IS_CUSTOMER_EDITOR(self));
    if (self->draft)
        take_draft(self, self->draft);
}
