/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/customers/customer-editor.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "model/customer.h"
#include "service/customers/customer-flow.h"
#include "ui/customers/address-row.h"
#include "ui/customers/child-rows.h"
#include "ui/parts/duplicates.h"
#include "ui/kit/expander-row.h"
#include "ui/kit/row-sentence.h"
#include "ui/kit/template.h"

/* "customer:new:invoice" */
#define WANTED_DRAFT "customer:new:"

struct _CareCustomerEditor {
    CareRecordDialog parent_instance;

    gboolean both;               /* a duplicate was found, and both are to stay */
    const char *wanted;          /* nullable: the field that is missing */
    CareCustomerChooser *asking; /* nullable: the question that they are the answer to */
    const char *creates; /* nullable: what is begun for them, a kind, as it was asked for before a crash */
    CareId answer;       /* whoever it is, once this is closed */

    AdwExpanderRow *more;
    GtkWidget *vat_id;
    GtkWidget *birthday;

    CareChildRows *phone_rows;
    CareChildRows *email_rows;
    CareChildRows *address_rows;
};

G_DEFINE_FINAL_TYPE(CareCustomerEditor, care_customer_editor, CARE_TYPE_RECORD_DIALOG)

static void
open_customer(CareCustomerEditor *self, CareId customer)
{
    GtkWidget *window = care_record_dialog_get_window(CARE_RECORD_DIALOG(self));

    if (window)
        gtk_widget_activate_action(window, "win.open", "(sx)", "customer", customer);
}

/* Whoever is added is wanted for something. */
static gboolean
is_answer(CareCustomerEditor *self)
{
    return self->asking || self->creates;
}

static void
go_on_with(CareCustomerEditor *self, CareId customer)
{
    if (is_answer(self))
        self->answer = customer;
    else
        open_customer(self, customer);
}

static void
on_duplicate_answered(CareDuplicateAnswer answer, CareId other, gpointer data)
{
    CareCustomerEditor *self = data;

    if (answer == CARE_DUPLICATE_SAVE) {
        self->both = TRUE;
        care_record_dialog_save(CARE_RECORD_DIALOG(self));
        self->both = FALSE;
    } else if (answer == CARE_DUPLICATE_OPEN) {
        go_on_with(self, other);
        adw_dialog_close(ADW_DIALOG(self));
    }
}

static gboolean
has_new_contact(CareRecordDialog *dialog)
{
    CareRecord *customer = care_record_dialog_get_record(dialog);
    CareRecord *before = care_record_dialog_get_before(dialog);

    return !care_record_field_equal(customer, before, CARE_CUSTOMER_PHONES)
           || !care_record_field_equal(customer, before, CARE_CUSTOMER_EMAILS);
}

/* The cursor goes to what is missing. */
static void
seek(CareCustomerEditor *self)
{
    GtkWidget *row = self->vat_id;

    if (g_str_equal(self->wanted, "addresses"))
        row = care_address_row_open(CARE_ADDRESS_ROW(care_child_rows_first(self->address_rows)));
    else
        adw_expander_row_set_expanded(self->more, TRUE);
    care_record_dialog_suggested(CARE_RECORD_DIALOG(self));
    adw_dialog_set_focus(ADW_DIALOG(self), row);
}

/* A company has none; but nothing that was entered is hidden. */
static void
show_birthday(CareCustomerEditor *self)
{
    CareRecord *customer = care_record_dialog_get_record(CARE_RECORD_DIALOG(self));
    const char *type = care_record_text(customer, CARE_CUSTOMER_TYPE);

    gtk_widget_set_visible(self->birthday, !care_customer_type_is(type, CARE_CUSTOMER_COMPANY)
                                               || *gtk_editable_get_text(GTK_EDITABLE(self->birthday)));
}

static void
care_customer_editor_bound(CareRecordDialog *dialog)
{
    CareCustomerEditor *self = CARE_CUSTOMER_EDITOR(dialog);
    CareRecord *customer = care_record_dialog_get_record(dialog);

    care_child_rows_bind(self->phone_rows, customer, CARE_CUSTOMER_PHONES, _("Add Phone"));
    care_child_rows_bind(self->email_rows, customer, CARE_CUSTOMER_EMAILS, _("Add E-Mail Address"));
    care_child_rows_bind(self->address_rows, customer, CARE_CUSTOMER_ADDRESSES, _("Add Address"));
    g_signal_connect_object(customer, "notify::type", G_CALLBACK(show_birthday), self, G_CONNECT_SWAPPED);
    show_birthday(self);
    if (self->wanted)
        seek(self);
}

/* The first phone without a digit; each says so. */
static GtkWidget *
mark_phones(CareCustomerEditor *self)
{
    CareRecord *customer = care_record_dialog_get_record(CARE_RECORD_DIALOG(self));
    CareRecord *before = care_record_dialog_get_before(CARE_RECORD_DIALOG(self));
    guint n = care_record_list_length(customer, CARE_CUSTOMER_PHONES);
    GtkWidget *first = NULL;

    for (guint i = 0; i < n; i++) {
        CareRecord *phone = care_record_list_item(customer, CARE_CUSTOMER_PHONES, i);
        gboolean stands = care_customer_phone_stands(phone, before);
        GtkWidget *row = care_child_rows_get(self->phone_rows, i);

        care_row_sentence_show(row, stands ? NULL : _("This is no phone number: there is no digit in it."));
        if (!stands && !first)
            first = row;
    }
    return first;
}

/* Not folded away. */
static GtkWidget *
mark_vat_number(CareCustomerEditor *self)
{
    CareRecordDialog *dialog = CARE_RECORD_DIALOG(self);
    g_autofree char *region = care_store_setting(care_record_dialog_get_store(dialog), CARE_SETTING_REGION);

    if (care_customer_vat_number_stands(care_record_dialog_get_record(dialog),
                                        care_record_dialog_get_before(dialog), region))
        return NULL;
    adw_expander_row_set_expanded(self->more, TRUE);
    care_row_sentence_show(self->vat_id,
                           _("This is no VAT number: its letters are of no country, or a letter or digit is "
                             "wrong or missing. Leave it empty where you do not know it."));
    return self->vat_id;
}

/* All that is wrong says so at once, and the cursor goes to the first of it: the name stands above all, days below. */
static gboolean
check_rows(CareCustomerEditor *self)
{
    CareRecordDialog *dialog = CARE_RECORD_DIALOG(self);
    gboolean sound = CARE_RECORD_DIALOG_CLASS(care_customer_editor_parent_class)->check(dialog);
    GtkWidget *vat_number = mark_vat_number(self);
    GtkWidget *phone = mark_phones(self);
    GtkWidget *first = vat_number ? vat_number : phone;

    if (first && care_record_is_set(care_record_dialog_get_record(dialog), CARE_CUSTOMER_NAME))
        gtk_widget_grab_focus(first);
    return sound && !first;
}

static gboolean
care_customer_editor_check(CareRecordDialog *dialog)
{
    CareCustomerEditor *self = CARE_CUSTOMER_EDITOR(dialog);
    CareRecord *customer = care_record_dialog_get_record(dialog);
    /* Translators: %s is a customer */
    const CareDuplicateWords words = { is_answer(self) ? _("It Is %s") : _("Open %s"), _("Save Both") };
    g_autoptr(CareRecord) other = NULL;
    g_autofree char *why = NULL;

    care_child_rows_drop_empty(customer, CARE_CUSTOMER_PHONES);
    care_child_rows_drop_empty(customer, CARE_CUSTOMER_EMAILS);
    care_child_rows_drop_empty(customer, CARE_CUSTOMER_ADDRESSES);
    if (!check_rows(self))
        return FALSE;
    if (!self->both && has_new_contact(dialog))
        other = care_duplicates_find(care_record_dialog_get_store(dialog), customer, &why);
    if (other)
        care_duplicates_ask(GTK_WIDGET(self), other, why, &words, on_duplicate_answered, self);
    return other == NULL;
}

static gboolean
is_new(CareRecordDialog *dialog)
{
    return care_record_id(care_record_dialog_get_before(dialog)) == 0;
}

/* Whoever is new is shown, or is who was asked for. */
static gboolean
care_customer_editor_opens(CareRecordDialog *dialog)
{
    return is_new(dialog) && !is_answer(CARE_CUSTOMER_EDITOR(dialog));
}

static void
care_customer_editor_saved(CareRecordDialog *dialog)
{
    CareCustomerEditor *self = CARE_CUSTOMER_EDITOR(dialog);

    if (is_new(dialog) && is_answer(self))
        self->answer = care_record_id(care_record_dialog_get_record(dialog));
}

static void
create(CareCustomerEditor *self)
{
    GtkWidget *window = care_record_dialog_get_window(CARE_RECORD_DIALOG(self));

    if (window)
        gtk_widget_activate_action(window, "win.create", "(sx)", self->creates, self->answer);
}

/* Not from within: what comes of the answer may be a dialog. */
static void
care_customer_editor_closed(AdwDialog *dialog)
{
    CareCustomerEditor *self = CARE_CUSTOMER_EDITOR(dialog);

    ADW_DIALOG_CLASS(care_customer_editor_parent_class)->closed(dialog);
    if (self->answer != 0 && self->asking)
        care_customer_chooser_answer(self->asking, self->answer);
    else if (self->answer != 0)
        create(self);
}

/* Of one who is wanted for something it says for what: whoever goes on with it after a crash goes on with that, too. */
static char *
care_customer_editor_draft_key(CareRecordDialog *dialog)
{
    CareCustomerEditor *self = CARE_CUSTOMER_EDITOR(dialog);
    const char *creates = self->asking ? care_customer_chooser_creates(self->asking) : NULL;

    return creates ? g_strconcat(WANTED_DRAFT, creates, NULL)
                   : CARE_RECORD_DIALOG_CLASS(care_customer_editor_parent_class)->draft_key(dialog);
}

static void
care_customer_editor_finalize(GObject *object)
{
    g_clear_object(&CARE_CUSTOMER_EDITOR(object)->asking);
    G_OBJECT_CLASS(care_customer_editor_parent_class)->finalize(object);
}

static void
care_customer_editor_class_init(CareCustomerEditorClass *klass)
{
    CareRecordDialogClass *dialog_class = CARE_RECORD_DIALOG_CLASS(klass);

    G_OBJECT_CLASS(klass)->finalize = care_customer_editor_finalize;
    ADW_DIALOG_CLASS(klass)->closed = care_customer_editor_closed;
    dialog_class->bound = care_customer_editor_bound;
    dialog_class->check = care_customer_editor_check;
    dialog_class->saved = care_customer_editor_saved;
    dialog_class->opens = care_customer_editor_opens;
    dialog_class->draft_word = "customer";
    dialog_class->draft_key = care_customer_editor_draft_key;

    CARE_TEMPLATE_NEEDS(CARE_TYPE_CHILD_ROWS);
    CARE_TEMPLATE(klass, "customers/customer-editor.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareCustomerEditor, more, vat_id, birthday, phone_rows, email_rows,
                           address_rows);
    CARE_TEMPLATE_CALLBACKS(klass, care_record_dialog_touch);
}

static void
care_customer_editor_init(CareCustomerEditor *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
    care_expander_row_name(self->more);
}

void
care_customer_editor_present(GtkWidget *parent, CareContext *context, CareRecord *customer)
{
    care_record_dialog_present(g_object_new(CARE_TYPE_CUSTOMER_EDITOR, NULL), parent, context, customer);
}

void
care_customer_editor_present_for(GtkWidget *parent, CareContext *context, CareRecord *customer,
                                 CareCustomerChooser *asking)
{
    CareCustomerEditor *self = g_object_new(CARE_TYPE_CUSTOMER_EDITOR, NULL);

    self->asking = g_object_ref(asking);
    care_record_dialog_present(CARE_RECORD_DIALOG(self), parent, context, customer);
}

const CareKind *
care_customer_editor_wanted_for(const char *draft)
{
    return g_str_has_prefix(draft, WANTED_DRAFT) ? care_kind_by_name(draft + strlen(WANTED_DRAFT)) : NULL;
}

void
care_customer_editor_present_left(GtkWidget *parent, CareContext *context, CareRecord *customer,
                                  const char *draft)
{
    CareCustomerEditor *self = g_object_new(CARE_TYPE_CUSTOMER_EDITOR, NULL);
    const CareKind *creates = care_customer_editor_wanted_for(draft);

    self->creates = creates ? creates->name : NULL;
    care_record_dialog_present(CARE_RECORD_DIALOG(self), parent, context, customer);
}

void
care_customer_editor_present_field(GtkWidget *parent, CareContext *context, CareRecord *customer,
                                   const char *field)
{
    CareCustomerEditor *self = g_object_new(CARE_TYPE_CUSTOMER_EDITOR, NULL);

    self->wanted = g_intern_string(field);
    care_record_dialog_present(CARE_RECORD_DIALOG(self), parent, context, customer);
}
