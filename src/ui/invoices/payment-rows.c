/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/invoices/payment-rows.h"

#include <glib/gi18n-lib.h>

#include "core/listed.h"
#include "model/invoice.h"
#include "model/payment.h"
#include "ui/kit/act-name.h"
#include "ui/kit/format.h"
#include "ui/kit/plain-row.h"
#include "ui/parts/record-line.h"
#include "ui/parts/thing-icon.h"
#include "ui/kit/toast.h"
#include "ui/invoices/invoice-words.h"

/* A payment that its button deletes. */
typedef struct {
    CareStore *store;
    CareRecord *payment;
} Removal;

static void
removal_free(gpointer data, GClosure *closure)
{
    Removal *removal = data;

    g_object_unref(removal->store);
    g_object_unref(removal->payment);
    g_free(removal);
}

/* Whoever deletes by keyboard goes on with the next one, or the last. */
static void
go_on(GtkWidget *button)
{
    GtkWidget *row = gtk_widget_get_ancestor(button, GTK_TYPE_LIST_BOX_ROW);
    GtkWidget *next = row ? gtk_widget_get_next_sibling(row) : NULL;
    GtkWidget *near = next ? next : row ? gtk_widget_get_prev_sibling(row) : NULL;

    if (near && gtk_widget_has_focus(button))
        gtk_widget_child_focus(near, GTK_DIR_TAB_FORWARD);
}

static void
on_remove(GtkButton *button, gpointer data)
{
    const Removal *removal = data;

    care_record_line_delete(GTK_WIDGET(button), removal->store, removal->payment);
    go_on(GTK_WIDGET(button));
    gtk_widget_set_sensitive(GTK_WIDGET(button), FALSE);
}

static GtkWidget *
remove_button_new(CareContext *context, CareRecord *payment)
{
    GtkWidget *button = gtk_button_new_from_icon_name("user-trash-symbolic");
    Removal *removal = g_new(Removal, 1);

    removal->store = g_object_ref(care_context_get_store(context));
    removal->payment = g_object_ref(payment);
    gtk_widget_set_valign(button, GTK_ALIGN_CENTER);
    gtk_widget_add_css_class(button, "flat");
    gtk_widget_set_tooltip_text(button, _("Delete Payment"));
    g_signal_connect_data(button, "clicked", G_CALLBACK(on_remove), removal, removal_free, 0);
    return button;
}

static GtkWidget *
payment_row_new(CareContext *context, CareRecord *invoice, CareRecord *payment)
{
    CareDate today = care_clock_today(care_context_get_clock(context));
    const char *note = care_record_text(payment, CARE_PAYMENT_NOTE);
    g_autofree char *amount = care_invoice_money(invoice, care_record_int(payment, CARE_PAYMENT_AMOUNT));
    g_autofree char *day = care_format_date_day(care_record_date(payment, CARE_PAYMENT_DATE), today);
    g_autofree char *facts = note ? g_strdup_printf("%s · %s", day, note) : g_strdup(day);
    const char *method
        = care_choice_label(&care_payment_method_set, care_record_text(payment, CARE_PAYMENT_METHOD));
    g_autofree char *whose = care_listed((const char *const[]){ amount, facts, NULL });
    GtkWidget *row = care_plain_row_new(method ? method : _("Payment"), facts);
    GtkWidget *remove = remove_button_new(context, payment);

    care_act_name_set(remove, _("Delete Payment"), whose);
    adw_action_row_add_prefix(ADW_ACTION_ROW(row),
                              care_thing_icon_new("care-coin-symbolic", CARE_TONE_SUCCESS));
    care_plain_row_add_figure(row, amount);
    adw_action_row_add_suffix(ADW_ACTION_ROW(row), remove);
    g_object_set_data_full(G_OBJECT(row), "care-payment", g_object_ref(payment), g_object_unref);
    return row;
}

static gboolean
shows(GtkWidget *row, CareRecord *payment)
{
    CareRecord *shown = g_object_get_data(G_OBJECT(row), "care-payment");

    return care_record_id(shown) == care_record_id(payment) && care_record_equal(shown, payment);
}

static gboolean
is_among(GtkWidget *row, GPtrArray *payments)
{
    for (guint i = 0; payments && i < payments->len; i++)
        if (shows(row, payments->pdata[i]))
            return TRUE;
    return FALSE;
}

static void
drop(AdwPreferencesGroup *group, GPtrArray *rows, guint at)
{
    adw_preferences_group_remove(group, rows->pdata[at]);
    g_ptr_array_remove_index(rows, at);
}

/* How many of the first stand there already. The cursor may be on one of them. */
static guint
keep(AdwPreferencesGroup *group, GPtrArray *rows, GPtrArray *payments)
{
    guint n = 0;

    for (guint i = rows->len; i-- > 0;)
        if (!is_among(rows->pdata[i], payments))
            drop(group, rows, i);
    while (n < rows->len && shows(rows->pdata[n], payments->pdata[n]))
        n++;
    while (rows->len > n)
        drop(group, rows, rows->len - 1);
    return n;
}

guint
care_payment_rows_show(AdwPreferencesGroup *group, GPtrArray *rows, CareContext *context, CareRecord *invoice)
{
    g_autoptr(GPtrArray) payments = care_store_query(care_context_get_store(context), &care_payment_kind,
                                                     NULL, "invoices/payments", "i", care_record_id(invoice));
    guint n = payments ? payments->len : 0;

    for (guint i = keep(group, rows, payments); i < n; i++) {
        GtkWidget *row = payment_row_new(context, invoice, payments->pdata[i]);

        adw_preferences_group_add(group, row);
        g_ptr_array_add(rows, row);
    }
    return n;
}
