/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/customers/address-row.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "model/customer-address.h"
#include "ui/kit/expander-row.h"
#include "ui/kit/template.h"

struct _CareAddressRow {
    AdwExpanderRow parent_instance;

    CareRecord *address;

    GtkWidget *street;
    GtkWidget *locality;
    GtkWidget *country;
};

G_DEFINE_FINAL_TYPE(CareAddressRow, care_address_row, ADW_TYPE_EXPANDER_ROW)

/* Folded, the row shows the address on one line. */
static void
show_summary(CareAddressRow *self)
{
    static const int fields[]
        = { CARE_CUSTOMER_ADDRESS_STREET, CARE_CUSTOMER_ADDRESS_POSTCODE, CARE_CUSTOMER_ADDRESS_LOCALITY,
            CARE_CUSTOMER_ADDRESS_REGION, CARE_CUSTOMER_ADDRESS_COUNTRY };
    g_autoptr(GString) line = g_string_new(NULL);

    for (guint i = 0; i < G_N_ELEMENTS(fields); i++) {
        const char *text = care_record_text(self->address, fields[i]);

        if (text)
            g_string_append_printf(line, "%s%s", line->len == 0 ? "" : i == 2 ? " " : ", ", text);
    }
    g_strdelimit(line->str, "\n", ' ');
    adw_expander_row_set_subtitle(ADW_EXPANDER_ROW(self), line->str);
}

static void
care_address_row_dispose(GObject *object)
{
    CareAddressRow *self = CARE_ADDRESS_ROW(object);

    if (self->address)
        g_signal_handlers_disconnect_by_data(self->address, self);
    g_clear_object(&self->address);
    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_ADDRESS_ROW);
    G_OBJECT_CLASS(care_address_row_parent_class)->dispose(object);
}

static void
care_address_row_class_init(CareAddressRowClass *klass)
{
    G_OBJECT_CLASS(klass)->dispose = care_address_row_dispose;
    CARE_TEMPLATE(klass, "customers/address-row.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareAddressRow, street, locality, country);
}

static void
care_address_row_init(CareAddressRow *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
    care_expander_row_name(ADW_EXPANDER_ROW(self));
    adw_preferences_row_set_use_markup(ADW_PREFERENCES_ROW(self), FALSE);
}

GtkWidget *
care_address_row_open(CareAddressRow *self)
{
    GtkWidget *const rows[] = { self->street, self->locality, self->country };

    g_return_val_if_fail(CARE_IS_ADDRESS_ROW(self), NULL);
    adw_expander_row_set_expanded(ADW_EXPANDER_ROW(self), TRUE);
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
        if (*gtk_editable_get_text(GTK_EDITABLE(rows[i])) == '\0')
            return rows[i];
    return self->street;
}

/* Follows the address; binding its rows is the caller's. A new address stands open. */
GtkWidget *
care_address_row_new(CareRecord *address)
{
    CareAddressRow *self = g_object_new(CARE_TYPE_ADDRESS_ROW, NULL);
    const char *label = care_record_text(address, CARE_CUSTOMER_ADDRESS_LABEL);

    self->address = g_object_ref(address);
    if (label) {
        g_autofree char *title = g_strdup_printf("%s · %s", _("Address"), label);

        adw_preferences_row_set_title(ADW_PREFERENCES_ROW(self), title);
    }
    show_summary(self);
    adw_expander_row_set_expanded(ADW_EXPANDER_ROW(self),
                                  *adw_expander_row_get_subtitle(ADW_EXPANDER_ROW(self)) == '\0');
    g_signal_connect_swapped(address, "notify", G_CALLBACK(show_summary), self);
    return GTK_WIDGET(self);
}
