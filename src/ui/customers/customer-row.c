/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/customers/customer-row.h"

#include "core/isolate.h"
#include "core/listed.h"
#include "model/customer.h"
#include "model/device.h"
#include "store/named-query.h"
#include "ui/customers/customer-facts.h"
#include "ui/kit/avatar.h"
#include "ui/kit/template.h"
#include "ui/parts/reach.h"

struct _CareCustomerRow {
    AdwBin parent_instance;

    CareStore *store;
    CareRecord *customer;
    char *spoken;

    AdwAvatar *avatar;
    GtkLabel *name;
    GtkLabel *detail;
};

G_DEFINE_FINAL_TYPE(CareCustomerRow, care_customer_row, ADW_TYPE_BIN)

/* A kind is often stored as a plain word, "bike"; here it begins a line. */
static char *
capitalised(const char *word)
{
    char first[8] = { 0 };

    if (*word == '\0')
        return NULL;
    g_unichar_to_utf8(g_unichar_totitle(g_utf8_get_char(word)), first);
    return g_strconcat(first, g_utf8_next_char(word), NULL);
}

/* One indexed look-up per row that scrolls into view. */
static char *
device_name(CareCustomerRow *self)
{
    g_autofree char *word = care_query_text(care_store_reader(self->store), "customers/device-word", NULL,
                                            "i", care_record_id(self->customer));

    return word ? capitalised(word) : NULL;
}

static void
refresh(CareCustomerRow *self)
{
    g_autofree char *device = NULL;
    g_autofree char *detail = NULL;
    g_autofree char *phone = NULL;
    const char *name;

    if (!self->customer)
        return;
    name = care_record_text(self->customer, CARE_CUSTOMER_NAME);
    phone = care_isolate_number(care_reach_first_phone(self->customer));
    device = device_name(self);
    detail = device && phone ? g_strdup_printf("%s · %s", device, phone) : g_strdup(device ? device : phone);
    care_avatar_set_name(self->avatar, name);
    gtk_label_set_text(self->name, name ? name : "");
    gtk_label_set_text(self->detail, detail ? detail : "");
    gtk_widget_set_visible(GTK_WIDGET(self->detail), detail != NULL);
    g_free(self->spoken);
    self->spoken = care_listed((const char *const[]){ name ? name : "", detail, NULL });
}

static void
care_customer_row_dispose(GObject *object)
{
    CareCustomerRow *self = CARE_CUSTOMER_ROW(object);

    care_customer_row_set_customer(self, NULL);
    g_clear_object(&self->store);
    g_clear_pointer(&self->spoken, g_free);
    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_CUSTOMER_ROW);
    G_OBJECT_CLASS(care_customer_row_parent_class)->dispose(object);
}

static void
care_customer_row_class_init(CareCustomerRowClass *klass)
{
    G_OBJECT_CLASS(klass)->dispose = care_customer_row_dispose;

    CARE_TEMPLATE(klass, "customers/customer-row.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareCustomerRow, avatar, name, detail);
}

static void
care_customer_row_init(CareCustomerRow *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
}

GtkWidget *
care_customer_row_new(CareStore *store)
{
    CareCustomerRow *self = g_object_new(CARE_TYPE_CUSTOMER_ROW, NULL);

    self->store = g_object_ref(store);
    return GTK_WIDGET(self);
}

/* Follows the record, which the list's model keeps up to date; NULL lets go of it. */
void
care_customer_row_set_customer(CareCustomerRow *self, CareRecord *customer)
{
    g_return_if_fail(CARE_IS_CUSTOMER_ROW(self));
    if (self->customer)
        g_signal_handlers_disconnect_by_data(self->customer, self);
    g_set_object(&self->customer, customer);
    if (!customer)
        return;
    g_signal_connect_swapped(customer, "notify", G_CALLBACK(refresh), self);
    refresh(self);
}

/* The row as a screen reader says it. */
const char *
care_customer_row_get_spoken(CareCustomerRow *self)
{
    return self->spoken;
}

CareId
care_customer_row_id_at(GtkWidget *list, double x, double y)
{
    for (GtkWidget *widget = gtk_widget_pick(list, x, y, GTK_PICK_DEFAULT); widget && widget != list;
         widget = gtk_widget_get_parent(widget)) {
        GtkWidget *child = gtk_widget_get_first_child(widget);
        GtkWidget *row = CARE_IS_CUSTOMER_ROW(widget) ? widget : child;

        if (CARE_IS_CUSTOMER_ROW(row))
            return CARE_CUSTOMER_ROW(row)->customer ? care_record_id(CARE_CUSTOMER_ROW(row)->customer) : 0;
    }
    return 0;
}
