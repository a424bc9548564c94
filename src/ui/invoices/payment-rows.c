/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/invoices/payment-rows.h"

#include <glib/gi18n-lib.h>

#include "model/invoice.h"
#include "model/payment.h"
#include "service/invoices/payment-flow.h"
#include "ui/kit/format.h"
#include "ui/kit/plain-row.h"
#include "ui/parts/thing-icon.h"
#include "ui/kit/toast.h"
#include "ui/invoices/invoice-words.h"

/* A payment to be deleted, or brought back. */
typedef struct {
    CareStore *store;
    CareId payment;
    CareId invoice;
    gboolean back;
    char *sentence;
} Removal;

static Removal *
removal_copy(const Removal *removal, gboolean back)
{
    Removal *copy = g_new(Removal, 1);

    *copy = *removal;
    copy->store = g_object_ref(removal->store);
    copy->sentence = g_strdup(removal->sentence);
    copy->back = back;
    return copy;
}

static void
removal_free(gpointer data)
{
    Removal *removal = data;

    g_object_unref(removal->store);
    g_free(removal->sentence);
    g_free(removal);
}

/* The rest of the invoice follows in the same transaction. Worker thread. */
static gboolean
removal_closure(CareTransaction *transaction, gpointer data, GError **error)
{
    const Removal *removal = data;
    gboolean done = removal->back
                        ? care_transaction_undelete(transaction, &care_payment_kind, removal->payment, error)
                        : care_transaction_remove(transaction, &care_payment_kind, removal->payment, error);

    return done && care_payment_flow_settle(transaction, removal->invoice, error);
}

static void
run(const Removal *removal, gboolean back, GAsyncReadyCallback callback, gpointer user_data)
{
    Removal *copy = removal_copy(removal, back);

    care_store_write_async(copy->store, CARE_PRIORITY_INTERACTIVE, removal_closure, copy, removal_free, NULL,
                           callback, user_data);
}

static void
bring_back(gpointer data)
{
    run(data, TRUE, NULL, NULL);
}

static void
on_removed(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GtkWidget) group = data;
    g_autoptr(GError) error = NULL;
    Removal *removal = g_object_steal_data(G_OBJECT(group), "care-removal");

    if (care_store_write_finish(CARE_STORE(source), result, &error)) {
        care_toast_undo(group, removal->sentence, bring_back, removal, removal_free);
        return;
    }
    care_toast_error(group, error);
    removal_free(removal);
}

static void
on_remove(GtkButton *button, gpointer data)
{
    const Removal *removal = data;
    GtkWidget *group = gtk_widget_get_ancestor(GTK_WIDGET(button), ADW_TYPE_PREFERENCES_GROUP);

    if (g_object_get_data(G_OBJECT(group), "care-removal"))
        return;
    g_object_set_data(G_OBJECT(group), "care-removal", removal_copy(removal, FALSE));
    run(removal, FALSE, on_removed, g_object_ref(group));
}

static void
removal_closure_free(gpointer data, GClosure *closure)
{
    removal_free(data);
}

static GtkWidget *
remove_button_new(CareContext *context, CareRecord *payment, const char *amount)
{
    GtkWidget *button = gtk_button_new_from_icon_name("user-trash-symbolic");
    g_autofree char *sentence = g_strdup_printf(_("Payment of %s deleted"), amount);
    Removal removal = { .store = care_context_get_store(context),
                        .payment = care_record_id(payment),
                        .invoice = care_record_int(payment, CARE_PAYMENT_INVOICE),
                        .sentence = sentence };

    gtk_widget_set_valign(button, GTK_ALIGN_CENTER);
    gtk_widget_add_css_class(button, "flat");
    gtk_widget_set_tooltip_text(button, _("Delete Payment"));
    g_signal_connect_data(button, "clicked", G_CALLBACK(on_remove), removal_copy(&removal, FALSE),
                          removal_closure_free, 0);
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
    const char *method = care_payment_method_word(care_record_text(payment, CARE_PAYMENT_METHOD));
    GtkWidget *row = care_plain_row_new(method, facts);
    GtkWidget *figure = gtk_label_new(amount);

    gtk_widget_add_css_class(figure, "numeric");
    adw_action_row_add_prefix(ADW_ACTION_ROW(row),
                              care_thing_icon_new("care-coin-symbolic", CARE_TONE_SUCCESS));
    adw_action_row_add_suffix(ADW_ACTION_ROW(row), figure);
    adw_action_row_add_suffix(ADW_ACTION_ROW(row), remove_button_new(context, payment, amount));
    return row;
}

guint
care_payment_rows_show(AdwPreferencesGroup *group, GPtrArray *rows, CareContext *context, CareRecord *invoice)
{
    g_autoptr(GPtrArray) payments = care_store_query(care_context_get_store(context), &care_payment_kind,
                                                     NULL, "invoices/payments", "i", care_record_id(invoice));
    guint n = payments ? payments->len : 0;

    for (guint i = 0; i < rows->len; i++)
        adw_preferences_group_remove(group, rows->pdata[i]);
    g_ptr_array_set_size(rows, 0);
    for (guint i = 0; i < n; i++) {
        GtkWidget *row = payment_row_new(context, invoice, payments->pdata[i]);

        adw_preferences_group_add(group, row);
        g_ptr_array_add(rows, row);
    }
    return n;
}
