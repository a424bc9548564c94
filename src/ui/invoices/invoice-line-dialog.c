/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/invoices/invoice-line-dialog.h"

#include <glib/gi18n-lib.h>

#include "model/invoice-line.h"
#include "model/invoice-vat.h"
#include "model/invoice.h"
#include "model/tax-preset.h"
#include "service/invoices/invoice-document.h"
#include "service/invoices/invoice-draft.h"
#include "service/invoices/shop-tax.h"
#include "ui/kit/expander-row.h"
#include "ui/kit/decimal-row.h"
#include "ui/kit/money-row.h"
#include "ui/kit/template.h"
#include "ui/invoices/invoice-words.h"
#include "ui/parts/line-draft.h"
#include "ui/parts/line-unit.h"

struct _CareInvoiceLineDialog {
    CareLineDialog parent_instance;

    GPtrArray *rates; /* of CareTaxRate */
    gboolean filling;
    gboolean sales_tax; /* is what the shop charges */

    AdwComboRow *unit_row;
    AdwComboRow *vat_row;
    AdwExpanderRow *discount_row;
    GtkWidget *agreed_group;
    GtkLabel *agreed_label;
};

G_DEFINE_FINAL_TYPE(CareInvoiceLineDialog, care_invoice_line_dialog, CARE_TYPE_LINE_DIALOG)

static CareRecord *
line_of(CareInvoiceLineDialog *self)
{
    return care_record_dialog_get_record(CARE_RECORD_DIALOG(self));
}

/* Each figure stands with its word on one line. */
static void
add_total(CareRecord *invoice, GString *totals, const char *title, CareMoney amount)
{
    g_autofree char *figure = care_invoice_money(invoice, amount);
    g_auto(GStrv) words = g_strsplit(title, " ", -1);
    g_autofree char *unbroken = g_strjoinv("\u00a0", words);

    g_string_append_printf(totals, "%s\u00a0%s", unbroken, figure);
}

/* This line, and below it the whole invoice: what it comes to, and the tax per rate. A line that is not filled in yet
 * counts as nothing. */
static char *
care_invoice_line_dialog_totals(CareLineDialog *dialog, CareRecord *invoice, CareRecord *line, GError **error)
{
    CareInvoiceLineDialog *self = CARE_INVOICE_LINE_DIALOG(dialog);
    g_autoptr(GString) totals = g_string_new(NULL);
    gboolean contained = care_price_mode_is(care_record_text(invoice, CARE_INVOICE_PRICES), CARE_MODE_GROSS);

    if (care_record_is_set(line, CARE_INVOICE_LINE_PRICE) && !care_invoice_compute(invoice, error))
        return NULL;
    add_total(invoice, totals, _("This line"), care_record_int(line, CARE_INVOICE_LINE_AMOUNT));
    g_string_append_c(totals, '\n');
    /* with what was paid before: the rest is not the whole */
    add_total(invoice, totals, _("Whole invoice"),
              care_record_int(invoice, CARE_INVOICE_GROSS) + care_record_int(invoice, CARE_INVOICE_ROUNDING));
    for (guint i = 0; i < care_record_list_length(invoice, CARE_INVOICE_VAT_BREAKDOWN); i++) {
        CareRecord *vat = care_record_list_item(invoice, CARE_INVOICE_VAT_BREAKDOWN, i);
        g_autofree char *words = care_invoice_tax_words(vat, contained, self->sales_tax);

        if (care_record_is_set(vat, CARE_INVOICE_VAT_REASON))
            continue;
        g_string_append(totals, " · ");
        add_total(invoice, totals, words, care_record_int(vat, CARE_INVOICE_VAT_TAX));
    }
    return g_string_free(g_steal_pointer(&totals), FALSE);
}

static void
on_unit(CareInvoiceLineDialog *self)
{
    if (self->filling)
        return;
    care_record_set_text(line_of(self), CARE_INVOICE_LINE_UNIT, care_line_unit_get(self->unit_row));
    care_record_dialog_touch(CARE_RECORD_DIALOG(self));
}

static void
on_vat(CareInvoiceLineDialog *self)
{
    guint selected = adw_combo_row_get_selected(self->vat_row);
    const CareTaxRate *rate;

    if (self->filling || selected >= self->rates->len)
        return;
    rate = self->rates->pdata[selected];
    care_record_set_text(line_of(self), CARE_INVOICE_LINE_CATEGORY, rate->category);
    care_record_set_int(line_of(self), CARE_INVOICE_LINE_RATE, rate->percent);
    care_record_dialog_touch(CARE_RECORD_DIALOG(self));
}

static void
rate_free(gpointer data)
{
    CareTaxRate *rate = data;

    g_free(rate->kind);
    g_free(rate->category);
    g_free(rate);
}

static guint
add_rate(CareInvoiceLineDialog *self, GtkStringList *words, const char *label, const char *category,
         CareDecimal percent)
{
    CareTaxRate *rate = g_new0(CareTaxRate, 1);
    g_autofree char *number = care_invoice_rate_words(percent);
    /* Translators: a kind of tax rate and the rate, "Standard, 19 %" */
    g_autofree char *both = label ? g_strdup_printf(_("%s, %s"), label, number) : g_strdup(number);

    rate->category = g_strdup(category);
    rate->percent = percent;
    g_ptr_array_add(self->rates, rate);
    gtk_string_list_append(words, both);
    return self->rates->len - 1;
}

static guint
find_rate(CareInvoiceLineDialog *self, const char *category, CareDecimal percent)
{
    for (guint i = 0; i < self->rates->len; i++) {
        const CareTaxRate *rate = self->rates->pdata[i];

        if (g_strcmp0(rate->category, category) == 0 && rate->percent == percent)
            return i;
    }
    return GTK_INVALID_LIST_POSITION;
}

/* Where no country says a rate, the shop's own, or none. */
static void
add_own_rates(CareInvoiceLineDialog *self, GtkStringList *words)
{
    g_autofree char *own
        = care_store_setting(care_record_dialog_get_store(CARE_RECORD_DIALOG(self)), CARE_SETTING_TAX_RATE);
    CareDecimal percent = 0;

    care_decimal_parse(own, &percent, NULL);
    if (percent > 0)
        add_rate(self, words, C_("tax rate", "Taxed"), "S", percent);
    add_rate(self, words, C_("tax rate", "Not Taxed"), "Z", 0);
}

static void
add_country_rates(CareInvoiceLineDialog *self, const CareTaxPreset *preset, GtkStringList *words)
{
    for (guint i = 0; i < preset->rates->len; i++) {
        const CareTaxRate *rate = preset->rates->pdata[i];

        add_rate(self, words, care_tax_rate_label(rate), rate->category, rate->percent);
    }
}

/* The country's rates; a line that bears another one keeps it. */
static void
fill_rates(CareInvoiceLineDialog *self)
{
    g_autoptr(CareShopTax) tax
        = care_shop_tax_read(care_store_reader(care_record_dialog_get_store(CARE_RECORD_DIALOG(self))));
    g_autoptr(GtkStringList) words = gtk_string_list_new(NULL);
    const char *category = care_record_text(line_of(self), CARE_INVOICE_LINE_CATEGORY);
    CareDecimal percent = care_record_int(line_of(self), CARE_INVOICE_LINE_RATE);
    guint selected;

    g_ptr_array_set_size(self->rates, 0);
    if (tax->preset && !tax->small)
        add_country_rates(self, tax->preset, words);
    if (self->sales_tax && !tax->small)
        add_own_rates(self, words);
    if (find_rate(self, "E", 0) == GTK_INVALID_LIST_POSITION)
        add_rate(self, words, C_("VAT rate", "Exempt"), "E", 0);
    selected = find_rate(self, category, percent);
    if (selected == GTK_INVALID_LIST_POSITION)
        selected = add_rate(self, words, NULL, category, percent);
    adw_combo_row_set_model(self->vat_row, G_LIST_MODEL(words));
    adw_combo_row_set_selected(self->vat_row, selected);
    /* where no tax is charged there is nothing to choose */
    gtk_widget_set_visible(GTK_WIDGET(self->vat_row), !tax->small || self->rates->len > 1);
}

static void
show_agreed(CareInvoiceLineDialog *self, CareRecord *invoice)
{
    gboolean agreed = care_record_is_set(line_of(self), CARE_INVOICE_LINE_AGREED);
    g_autofree char *figure
        = care_invoice_money(invoice, care_record_int(line_of(self), CARE_INVOICE_LINE_AGREED));
    CareMoney difference;

    gtk_label_set_text(self->agreed_label, agreed ? figure : _("Not in the agreement"));
    gtk_widget_set_visible(
        self->agreed_group,
        care_invoice_was_agreed(care_store_reader(care_record_dialog_get_store(CARE_RECORD_DIALOG(self))),
                                invoice)
            && care_invoice_line_check(invoice, line_of(self), &difference) != CARE_LINE_FREE);
}

static void
care_invoice_line_dialog_show_line(CareLineDialog *dialog)
{
    CareInvoiceLineDialog *self = CARE_INVOICE_LINE_DIALOG(dialog);

    self->filling = TRUE;
    care_line_unit_fill(self->unit_row, care_record_text(line_of(self), CARE_INVOICE_LINE_UNIT));
    fill_rates(self);
    show_agreed(self, care_line_dialog_get_owner(dialog));
    self->filling = FALSE;
}

static void
care_invoice_line_dialog_bound(CareRecordDialog *dialog)
{
    CareInvoiceLineDialog *self = CARE_INVOICE_LINE_DIALOG(dialog);

    self->sales_tax = care_shop_has_sales_tax(care_store_reader(care_record_dialog_get_store(dialog)));
    CARE_RECORD_DIALOG_CLASS(care_invoice_line_dialog_parent_class)->bound(dialog);
    if (self->sales_tax)
        adw_preferences_row_set_title(ADW_PREFERENCES_ROW(self->vat_row), _("Sales Tax"));
    adw_expander_row_set_expanded(
        self->discount_row, care_record_is_set(line_of(self), CARE_INVOICE_LINE_DISCOUNT)
                                || care_record_is_set(line_of(self), CARE_INVOICE_LINE_DISCOUNT_AMOUNT));
}

static void
care_invoice_line_dialog_finalize(GObject *object)
{
    CareInvoiceLineDialog *self = CARE_INVOICE_LINE_DIALOG(object);

    g_ptr_array_unref(self->rates);
    G_OBJECT_CLASS(care_invoice_line_dialog_parent_class)->finalize(object);
}

static void
care_invoice_line_dialog_class_init(CareInvoiceLineDialogClass *klass)
{
    G_OBJECT_CLASS(klass)->finalize = care_invoice_line_dialog_finalize;
    CARE_RECORD_DIALOG_CLASS(klass)->bound = care_invoice_line_dialog_bound;
    CARE_LINE_DIALOG_CLASS(klass)->totals = care_invoice_line_dialog_totals;
    CARE_LINE_DIALOG_CLASS(klass)->show_line = care_invoice_line_dialog_show_line;

    CARE_TEMPLATE_NEEDS(CARE_TYPE_DECIMAL_ROW, CARE_TYPE_MONEY_ROW);
    CARE_TEMPLATE(klass, "invoices/invoice-line-dialog.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareInvoiceLineDialog, unit_row, vat_row, discount_row, agreed_group,
                           agreed_label);
    CARE_TEMPLATE_CALLBACKS(klass, on_unit, on_vat);
}

static void
care_invoice_line_dialog_init(CareInvoiceLineDialog *self)
{
    self->rates = g_ptr_array_new_with_free_func(rate_free);
    self->filling = TRUE;
    gtk_widget_init_template(GTK_WIDGET(self));
    care_expander_row_name(self->discount_row);
}

void
care_invoice_line_dialog_present(GtkWidget *parent, CareContext *context, const CareLineTask *task)
{
    CareStore *store = care_context_get_store(context);
    g_auto(CareLineBegun) begun = { NULL };

    care_line_begin(store, task, &care_invoice_line_kind, &begun);
    if (task->position == CARE_LINE_NEW && !begun.left)
        care_invoice_line_set_defaults(care_store_reader(store), begun.line);
    care_line_dialog_present(g_object_new(CARE_TYPE_INVOICE_LINE_DIALOG, NULL), parent, context, task,
                             begun.line, begun.said);
}
