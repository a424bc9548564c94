/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/invoices/invoice-card.h"

#include <glib/gi18n-lib.h>

#include "model/customer.h"
#include "model/invoice-vat.h"
#include "model/invoice.h"
#include "service/invoices/shop-tax.h"
#include "service/invoices/invoice-draft.h"
#include "ui/kit/template.h"
#include "ui/parts/person-row.h"
#include "ui/invoices/invoice-facts.h"
#include "ui/invoices/invoice-words.h"

struct _CareInvoiceCard {
    AdwBin parent_instance;

    CareId customer, job, related;
    GArray *terms; /* of gint64: what each position of the payment terms means */
    gboolean showing;

    CarePersonRow *customer_row;
    AdwActionRow *job_row;
    AdwActionRow *related_row;
    AdwActionRow *state_row;
    AdwActionRow *sent_row;
    AdwComboRow *terms_row;
    AdwComboRow *contact;
    GtkWidget *note;
    GtkWidget *exemption;
    AdwActionRow *consent_row;
    AdwActionRow *early_row;
};

enum { TERMS_CHANGED, ASK_CONSENT, ASK_REASON, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE(CareInvoiceCard, care_invoice_card, ADW_TYPE_BIN)

static void
show_row(AdwActionRow *row, const char *subtitle)
{
    gtk_widget_set_visible(GTK_WIDGET(row), subtitle != NULL);
    if (subtitle)
        adw_action_row_set_subtitle(row, subtitle);
}

/* Rows of other records; a record that is gone has none. */
static void
show_links(CareInvoiceCard *self, CareContext *context, CareRecord *invoice, CareRecord *customer)
{
    const char *name = customer ? care_record_text(customer, CARE_CUSTOMER_NAME) : _("The customer");
    g_autofree char *about = care_invoice_fact_customer(customer);
    g_autofree char *job = care_invoice_fact_job(context, invoice);
    g_autofree char *related
        = care_invoice_fact_related(care_context_get_store(context), invoice, &self->related);

    self->customer = care_record_int(invoice, CARE_INVOICE_CUSTOMER);
    self->job = care_record_int(invoice, CARE_INVOICE_JOB);
    care_person_row_set_name(self->customer_row, name);
    adw_preferences_row_set_title(ADW_PREFERENCES_ROW(self->customer_row), name);
    adw_action_row_set_subtitle(ADW_ACTION_ROW(self->customer_row), about ? about : "");
    show_row(self->job_row, job);
    gtk_widget_set_visible(GTK_WIDGET(self->related_row), related != NULL);
    adw_preferences_row_set_title(ADW_PREFERENCES_ROW(self->related_row), related ? related : "");
}

static void
show_state(CareInvoiceCard *self, CareContext *context, CareRecord *invoice)
{
    gboolean draft = care_invoice_is_draft(invoice);
    CareDate today = care_clock_today(care_context_get_clock(context));
    g_autofree char *state = care_invoice_fact_state(invoice, today);
    g_autofree char *sent = care_invoice_fact_sent(context, invoice);
    g_autofree char *consent = care_invoice_fact_consent(context, invoice);

    show_row(self->state_row, draft ? NULL : state);
    show_row(self->sent_row, sent);
    show_row(self->consent_row, consent);
    show_row(self->early_row, care_record_text(invoice, CARE_INVOICE_EARLY_REASON));
    gtk_list_box_row_set_activatable(GTK_LIST_BOX_ROW(self->consent_row), draft);
    gtk_list_box_row_set_activatable(GTK_LIST_BOX_ROW(self->early_row), draft);
}

static void
show_choices(CareInvoiceCard *self, gboolean draft)
{
    GListModel *staff = adw_combo_row_get_model(self->contact);

    gtk_widget_set_visible(GTK_WIDGET(self->terms_row), draft);
    gtk_widget_set_visible(GTK_WIDGET(self->contact), draft && staff && g_list_model_get_n_items(staff) > 1);
    gtk_widget_set_visible(self->note, draft);
}

/* Where a line is exempt; a small shop's reason is that of its law. */
static gboolean
asks_why(CareContext *context, CareRecord *invoice)
{
    g_autoptr(CareShopTax) tax = care_shop_tax_read(care_store_reader(care_context_get_store(context)));

    for (guint i = 0; i < care_record_list_length(invoice, CARE_INVOICE_VAT_BREAKDOWN); i++)
        if (g_strcmp0(care_record_text(care_record_list_item(invoice, CARE_INVOICE_VAT_BREAKDOWN, i),
                                       CARE_INVOICE_VAT_CATEGORY),
                      "E")
            == 0)
            return !tax->small;
    return FALSE;
}

static void
add_terms(CareInvoiceCard *self, GtkStringList *words, gint64 days)
{
    g_autofree char *text = care_invoice_terms_words(days);

    g_array_append_val(self->terms, days);
    gtk_string_list_append(words, text);
}

/* The usual ones, and the one this invoice has. */
static void
make_terms(CareInvoiceCard *self, gint64 days)
{
    static const gint64 usual[] = { 0, 7, 14, 30, 60 };
    g_autoptr(GtkStringList) words = gtk_string_list_new(NULL);
    gboolean known = FALSE;

    g_array_set_size(self->terms, 0);
    for (gsize i = 0; i < G_N_ELEMENTS(usual); i++) {
        add_terms(self, words, usual[i]);
        known = known || usual[i] == days;
    }
    if (!known)
        add_terms(self, words, days);
    adw_combo_row_set_model(self->terms_row, G_LIST_MODEL(words));
}

static guint
position_of(CareInvoiceCard *self, gint64 days)
{
    for (guint i = 0; i < self->terms->len; i++)
        if (g_array_index(self->terms, gint64, i) == days)
            return i;
    return GTK_INVALID_LIST_POSITION;
}

static void
show_terms(CareInvoiceCard *self, gint64 days)
{
    if (position_of(self, days) == GTK_INVALID_LIST_POSITION)
        make_terms(self, days);
    adw_combo_row_set_selected(self->terms_row, position_of(self, days));
}

static void
on_terms(CareInvoiceCard *self)
{
    if (!self->showing && adw_combo_row_get_selected(self->terms_row) < self->terms->len)
        g_signal_emit(self, signals[TERMS_CHANGED], 0);
}

static void
on_consent(CareInvoiceCard *self)
{
    g_signal_emit(self, signals[ASK_CONSENT], 0);
}

static void
on_early(CareInvoiceCard *self)
{
    g_signal_emit(self, signals[ASK_REASON], 0);
}

static void
on_customer(CareInvoiceCard *self)
{
    gtk_widget_activate_action(GTK_WIDGET(self), "win.open", "(sx)", "customer", self->customer);
}

static void
on_job(CareInvoiceCard *self)
{
    gtk_widget_activate_action(GTK_WIDGET(self), "win.open", "(sx)", "job", self->job);
}

static void
on_related(CareInvoiceCard *self)
{
    gtk_widget_activate_action(GTK_WIDGET(self), "win.open", "(sx)", "invoice", self->related);
}

static void
care_invoice_card_finalize(GObject *object)
{
    g_array_unref(CARE_INVOICE_CARD(object)->terms);
    G_OBJECT_CLASS(care_invoice_card_parent_class)->finalize(object);
}

static guint
signal_new(CareInvoiceCardClass *klass, const char *name)
{
    return g_signal_new(name, G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                        0);
}

static void
care_invoice_card_class_init(CareInvoiceCardClass *klass)
{
    G_OBJECT_CLASS(klass)->finalize = care_invoice_card_finalize;
    signals[TERMS_CHANGED] = signal_new(klass, "terms-changed");
    signals[ASK_CONSENT] = signal_new(klass, "ask-consent");
    signals[ASK_REASON] = signal_new(klass, "ask-reason");

    CARE_TEMPLATE_NEEDS(CARE_TYPE_PERSON_ROW);
    CARE_TEMPLATE(klass, "invoices/invoice-card.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareInvoiceCard, customer_row, job_row, related_row, state_row, sent_row,
                           terms_row, contact, note, exemption, consent_row, early_row);
    CARE_TEMPLATE_CALLBACKS(klass, on_customer, on_job, on_related, on_terms, on_consent, on_early);
}

static void
care_invoice_card_init(CareInvoiceCard *self)
{
    self->terms = g_array_new(FALSE, FALSE, sizeof(gint64));
    gtk_widget_init_template(GTK_WIDGET(self));
}

void
care_invoice_card_show(CareInvoiceCard *self, CareContext *context, CareRecord *invoice, CareRecord *customer)
{
    self->showing = TRUE;
    show_links(self, context, invoice, customer);
    show_state(self, context, invoice);
    show_choices(self, care_invoice_is_draft(invoice));
    gtk_widget_set_visible(self->exemption, care_invoice_is_draft(invoice) && asks_why(context, invoice));
    show_terms(self, care_record_int(invoice, CARE_INVOICE_TERMS_DAYS));
    self->showing = FALSE;
}

gint64
care_invoice_card_get_terms(CareInvoiceCard *self)
{
    guint selected = adw_combo_row_get_selected(self->terms_row);

    return selected < self->terms->len ? g_array_index(self->terms, gint64, selected) : 0;
}
