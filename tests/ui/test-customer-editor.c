/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The customer's editor asks for what can be answered, and for nothing else. */

#include "dialog-shop.h"

#include "model/customer-phone.h"
#include "model/staff.h"
#include "ui/customers/customer-editor.h"

static CareRecord *
customer_of(Fixture *fixture)
{
    return care_store_get(fixture->store, &care_customer_kind, fixture->customer, NULL);
}

static gboolean
is_asked(Fixture *fixture, const char *title)
{
    return gtk_widget_get_visible(in_dialog(fixture, ADW_TYPE_PREFERENCES_ROW, title));
}

/* A company has no birthday. One that was entered, or begun, is not hidden. */
static void
test_company(Fixture *fixture, gconstpointer data)
{
    g_autoptr(CareRecord) customer = customer_of(fixture);
    GtkWidget *type, *birthday;

    care_customer_editor_present(fixture->window, fixture->context, customer);
    type = in_dialog(fixture, ADW_TYPE_COMBO_ROW, "Type");
    birthday = in_dialog(fixture, ADW_TYPE_ENTRY_ROW, "Birthday");
    g_assert_true(gtk_widget_get_visible(birthday));
    adw_combo_row_set_selected(ADW_COMBO_ROW(type), 1);
    g_assert_false(gtk_widget_get_visible(birthday));
    adw_combo_row_set_selected(ADW_COMBO_ROW(type), 0);
    g_assert_true(gtk_widget_get_visible(birthday));
    gtk_editable_set_text(GTK_EDITABLE(birthday), "the day after");
    adw_combo_row_set_selected(ADW_COMBO_ROW(type), 1);
    g_assert_true(gtk_widget_get_visible(birthday));
}

/* Who works alone is not asked who looks after somebody. */
static void
test_alone(Fixture *fixture, gconstpointer data)
{
    g_autoptr(CareRecord) customer = customer_of(fixture);
    g_autoptr(CareRecord) mara = CARE_RECORD(care_staff_new());

    care_customer_editor_present(fixture->window, fixture->context, customer);
    g_assert_false(is_asked(fixture, "Looked After By"));
    adw_dialog_force_close(dialog_of(fixture));
    wait_until_closed(fixture);
    care_record_set_text(mara, CARE_STAFF_NAME, "Mara Lind");
    save(fixture, mara);
    care_customer_editor_present(fixture->window, fixture->context, customer);
    g_assert_true(is_asked(fixture, "Looked After By"));
}

static GtkWidget *
bin_in(GtkWidget *root)
{
    if (GTK_IS_BUTTON(root)
        && g_strcmp0(gtk_button_get_icon_name(GTK_BUTTON(root)), "user-trash-symbolic") == 0)
        return root;
    for (GtkWidget *c = gtk_widget_get_first_child(root); c; c = gtk_widget_get_next_sibling(c)) {
        GtkWidget *found = bin_in(c);

        if (found)
            return found;
    }
    return NULL;
}

/* Of a phone that is still empty there is nothing to remove. */
static void
test_empty_phone(Fixture *fixture, gconstpointer data)
{
    g_autoptr(CareRecord) customer = customer_of(fixture);
    GtkWidget *phone, *bin;

    care_record_list_add(customer, CARE_CUSTOMER_PHONES);
    care_customer_editor_present(fixture->window, fixture->context, customer);
    phone = in_dialog(fixture, ADW_TYPE_ENTRY_ROW, "Phone");
    bin = bin_in(phone);
    g_assert_false(gtk_widget_get_visible(bin));
    gtk_editable_set_text(GTK_EDITABLE(phone), "0157 335 21 78");
    g_assert_true(gtk_widget_get_visible(bin));
    gtk_editable_set_text(GTK_EDITABLE(phone), "");
    g_assert_false(gtk_widget_get_visible(bin));
}

int
main(int argc, char **argv)
{
    const DialogTest tests[] = {
        { "/customer-editor/company", test_company, NULL },
        { "/customer-editor/alone", test_alone, NULL },
        { "/customer-editor/empty-phone", test_empty_phone, NULL },
    };

    return run_all(argc, argv, tests, G_N_ELEMENTS(tests));
}
