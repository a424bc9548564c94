/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/invoices/line-dialog.h"

#include <glib/gi18n-lib.h>

#include "model/invoice-line.h"
#include "model/invoice-vat.h"
#include "model/invoice.h"
#include "model/tax-preset.h"
#include "service/invoices/invoice-draft.h"
#include "ui/kit/decimal-row.h"
#include "ui/kit/draft-keeper.h"
#include "ui/kit/empty-state.h"
#include "ui/kit/form.h"
#include "ui/kit/money-row.h"
#include "ui/kit/template.h"
#include "ui/invoices/invoice-words.h"

struct _CareLineDialog {
    AdwDialog parent_instance;

    CareStore *store;
    CareRecord *invoice; /* the copy that is edited */
    CareRecord *line;    /* in it; not owned */
    guint position;
    gboolean is_new;
    CareForm *form;
    CareDraftKeeper *keeper;
    GPtrArray *units; /* of char: codes, "" for pieces */
    GPtrArray *rates; /* of CareTaxRate */
    CareLineFunc done;
    GtkWidget *keep; /* weak */
    gboolean filling;

    AdwBanner *error_banner;
    GtkWidget *save;
    GtkWidget *name;
    AdwComboRow *unit_row;
    AdwComboRow *vat_row;
    AdwPreferencesRow *price;
    CareMoneyRow *discount_amount;
    AdwExpanderRow *discount_row;
    GtkWidget *agreed_group;
    GtkLabel *agreed_label;
    GtkLabel *totals;
    GtkWidget *acts;
    GtkWidget *move_up;
    GtkWidget *move_down;
};

G_DEFINE_FINAL_TYPE(CareLineDialog, care_line_dialog, ADW_TYPE_DIALOG)

CareRecord *
care_invoice_with_line_moved(CareRecord *invoice, guint position, int by)
{
    CareRecord *copy = care_record_copy(invoice);
    GListStore *lines = care_record_list(copy, CARE_INVOICE_LINES);
    g_autoptr(GObject) line = g_list_model_get_item(G_LIST_MODEL(lines), position);
    int target = (int)position + by;

    if (line && target >= 0 && target < (int)g_list_model_get_n_items(G_LIST_MODEL(lines))) {
        g_list_store_remove(lines, position);
        g_list_store_insert(lines, (guint)target, line);
    }
    return copy;
}

CareRecord *
care_invoice_without_line(CareRecord *invoice, guint position)
{
    CareRecord *copy = care_record_copy(invoice);
    GListStore *lines = care_record_list(copy, CARE_INVOICE_LINES);

    if (position < g_list_model_get_n_items(G_LIST_MODEL(lines)))
        g_list_store_remove(lines, position);
    return copy;
}

static void
add_total(CareLineDialog *self, GString *totals, const char *title, CareMoney amount)
{
    g_autofree char *figure = care_invoice_money(self->invoice, amount);
    g_auto(GStrv) words = g_strsplit(title, " ", -1);
    g_autofree char *unbroken = g_strjoinv("\u00a0", words);

    g_string_append_printf(totals, "%s%s\u00a0%s", totals->len > 0 ? "   " : "", unbroken, figure);
}

/* This line, the tax of the whole invoice per rate, and what there is to pay. */
static void
show_totals(CareLineDialog *self)
{
    g_autoptr(GString) totals = g_string_new(NULL);

    add_total(self, totals, _("This line"), care_record_int(self->line, CARE_INVOICE_LINE_AMOUNT));
    for (guint i = 0; i < care_record_list_length(self->invoice, CARE_INVOICE_VAT_BREAKDOWN); i++) {
        CareRecord *vat = care_record_list_item(self->invoice, CARE_INVOICE_VAT_BREAKDOWN, i);
        g_autofree char *words = care_invoice_vat_words(vat);

        add_total(self, totals, words, care_record_int(vat, CARE_INVOICE_VAT_TAX));
    }
    add_total(self, totals, _("To pay"), care_record_int(self->invoice, CARE_INVOICE_PAYABLE));
    gtk_label_set_text(self->totals, totals->str);
}

/* A line that is not filled in yet counts as nothing. */
static gboolean
compute(CareLineDialog *self, GError **error)
{
    if (!care_record_is_set(self->line, CARE_INVOICE_LINE_PRICE))
        return TRUE;
    return care_invoice_compute(self->invoice, error);
}

static void
on_changed(CareLineDialog *self)
{
    g_autoptr(GError) error = NULL;

    if (self->filling)
        return;
    compute(self, &error);
    care_banner_show_error(self->error_banner, error);
    gtk_widget_set_sensitive(self->save, error == NULL);
    show_totals(self);
    care_draft_keeper_touch(self->keeper);
}

static void
finish(CareLineDialog *self, CareLineAct act, CareRecord *changed)
{
    care_draft_keeper_forget(self->keeper);
    if (self->keep)
        self->done(act, changed, self->keep);
    adw_dialog_close(ADW_DIALOG(self));
}

static void
on_save(CareLineDialog *self)
{
    g_autoptr(GError) error = NULL;

    if (!care_form_check(self->form))
        return;
    if (!care_invoice_compute(self->invoice, &error)) {
        care_banner_show_error(self->error_banner, error);
        return;
    }
    finish(self, self->is_new ? CARE_LINE_ADDED : CARE_LINE_SAVED, self->invoice);
}

static void
on_delete(CareLineDialog *self)
{
    g_autoptr(CareRecord) changed = care_invoice_without_line(self->invoice, self->position);

    finish(self, CARE_LINE_DELETED, changed);
}

static void
move(CareLineDialog *self, int by)
{
    g_autoptr(CareRecord) changed = NULL;

    if (!care_form_check(self->form))
        return;
    changed = care_invoice_with_line_moved(self->invoice, self->position, by);
    finish(self, CARE_LINE_MOVED, changed);
}

static void
on_move_up(CareLineDialog *self)
{
    move(self, -1);
}

static void
on_move_down(CareLineDialog *self)
{
    move(self, 1);
}

static void
on_unit(CareLineDialog *self)
{
    guint selected = adw_combo_row_get_selected(self->unit_row);

    if (self->filling || selected >= self->units->len)
        return;
    care_record_set_text(self->line, CARE_INVOICE_LINE_UNIT, self->units->pdata[selected]);
    on_changed(self);
}

static void
on_vat(CareLineDialog *self)
{
    guint selected = adw_combo_row_get_selected(self->vat_row);
    const CareTaxRate *rate;

    if (self->filling || selected >= self->rates->len)
        return;
    rate = self->rates->pdata[selected];
    care_record_set_text(self->line, CARE_INVOICE_LINE_CATEGORY, rate->category);
    care_record_set_int(self->line, CARE_INVOICE_LINE_RATE, rate->percent);
    on_changed(self);
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
add_rate(CareLineDialog *self, GtkStringList *words, const char *label, const char *category,
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
find_rate(CareLineDialog *self, const char *category, CareDecimal percent)
{
    for (guint i = 0; i < self->rates->len; i++) {
        const CareTaxRate *rate = self->rates->pdata[i];

        if (g_strcmp0(rate->category, category) == 0 && rate->percent == percent)
            return i;
    }
    return GTK_INVALID_LIST_POSITION;
}

/* The country's rates; a line that bears another one keeps it. */
static void
fill_rates(CareLineDialog *self)
{
    g_autofree char *region = care_store_setting(self->store, CARE_SETTING_REGION);
    g_autoptr(CareTaxPreset) preset = care_tax_preset_load(region, NULL);
    g_autoptr(GtkStringList) words = gtk_string_list_new(NULL);
    const char *category = care_record_text(self->line, CARE_INVOICE_LINE_CATEGORY);
    CareDecimal percent = care_record_int(self->line, CARE_INVOICE_LINE_RATE);
    guint selected;

    for (guint i = 0; preset && i < preset->rates->len; i++) {
        const CareTaxRate *rate = preset->rates->pdata[i];

        add_rate(self, words, care_tax_rate_label(rate), rate->category, rate->percent);
    }
    if (find_rate(self, "E", 0) == GTK_INVALID_LIST_POSITION)
        add_rate(self, words, C_("VAT rate", "Exempt"), "E", 0);
    selected = find_rate(self, category, percent);
    if (selected == GTK_INVALID_LIST_POSITION)
        selected = add_rate(self, words, NULL, category, percent);
    adw_combo_row_set_model(self->vat_row, G_LIST_MODEL(words));
    adw_combo_row_set_selected(self->vat_row, selected);
}

static void
fill_units(CareLineDialog *self)
{
    g_autoptr(GtkStringList) words = gtk_string_list_new(NULL);
    const char *unit = care_record_text(self->line, CARE_INVOICE_LINE_UNIT);
    gboolean piece = !unit || g_str_equal(unit, "C62") || g_str_equal(unit, "H87");

    g_ptr_array_add(self->units, g_strdup(piece && unit ? unit : ""));
    gtk_string_list_append(words, C_("unit", "Pieces"));
    g_ptr_array_add(self->units, g_strdup("HUR"));
    gtk_string_list_append(words, C_("unit", "Hours"));
    if (!piece && !g_str_equal(unit, "HUR")) {
        g_ptr_array_add(self->units, g_strdup(unit));
        gtk_string_list_append(words, unit);
    }
    adw_combo_row_set_model(self->unit_row, G_LIST_MODEL(words));
    adw_combo_row_set_selected(self->unit_row, piece ? 0 : self->units->len - 1);
}

static void
care_line_dialog_closed(AdwDialog *dialog)
{
    care_draft_keeper_forget(CARE_LINE_DIALOG(dialog)->keeper);
}

static void
care_line_dialog_dispose(GObject *object)
{
    CareLineDialog *self = CARE_LINE_DIALOG(object);

    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_LINE_DIALOG);
    g_clear_weak_pointer(&self->keep);
    g_clear_object(&self->keeper);
    g_clear_object(&self->invoice);
    g_clear_object(&self->store);
    g_clear_pointer(&self->units, g_ptr_array_unref);
    g_clear_pointer(&self->rates, g_ptr_array_unref);
    G_OBJECT_CLASS(care_line_dialog_parent_class)->dispose(object);
}

static void
care_line_dialog_class_init(CareLineDialogClass *klass)
{
    G_OBJECT_CLASS(klass)->dispose = care_line_dialog_dispose;
    ADW_DIALOG_CLASS(klass)->closed = care_line_dialog_closed;

    CARE_TEMPLATE_NEEDS(CARE_TYPE_DECIMAL_ROW, CARE_TYPE_MONEY_ROW);
    CARE_TEMPLATE(klass, "invoices/line-dialog.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareLineDialog, error_banner, save, name, unit_row, vat_row, price,
                           discount_amount, discount_row, agreed_group, agreed_label, totals, acts, move_up,
                           move_down);
    CARE_TEMPLATE_CALLBACKS(klass, on_save, on_delete, on_move_up, on_move_down, on_unit, on_vat);
}

static void
care_line_dialog_init(CareLineDialog *self)
{
    self->units = g_ptr_array_new_with_free_func(g_free);
    self->rates = g_ptr_array_new_with_free_func(rate_free);
    self->filling = TRUE;
    gtk_widget_init_template(GTK_WIDGET(self));
}

static void
show_agreed(CareLineDialog *self)
{
    gboolean agreed = care_record_is_set(self->line, CARE_INVOICE_LINE_AGREED);
    g_autofree char *figure
        = care_invoice_money(self->invoice, care_record_int(self->line, CARE_INVOICE_LINE_AGREED));
    CareMoney difference;

    gtk_label_set_text(self->agreed_label, agreed ? figure : _("not agreed before"));
    gtk_widget_set_visible(self->agreed_group,
                           care_invoice_line_check(self->invoice, self->line, &difference) != CARE_LINE_FREE);
}

static void
fill(CareLineDialog *self)
{
    gboolean gross = g_strcmp0(care_record_text(self->invoice, CARE_INVOICE_PRICES), "gross") == 0;
    guint n = care_record_list_length(self->invoice, CARE_INVOICE_LINES);

    adw_preferences_row_set_title(self->price,
                                  gross ? _("Unit Price, Tax Included") : _("Unit Price, Before Tax"));
    care_money_row_set_currency(self->discount_amount,
                                care_record_text(self->invoice, CARE_INVOICE_CURRENCY));
    fill_units(self);
    fill_rates(self);
    show_agreed(self);
    adw_expander_row_set_expanded(self->discount_row,
                                  care_record_is_set(self->line, CARE_INVOICE_LINE_DISCOUNT)
                                      || care_record_is_set(self->line, CARE_INVOICE_LINE_DISCOUNT_AMOUNT));
    gtk_widget_set_visible(self->acts, !self->is_new);
    gtk_widget_set_visible(self->move_up, self->position > 0);
    gtk_widget_set_visible(self->move_down, self->position + 1 < n);
    if (!self->is_new)
        adw_dialog_set_title(ADW_DIALOG(self), care_record_text(self->line, CARE_INVOICE_LINE_NAME));
    self->form = care_form_bind(GTK_WIDGET(self), self->line, self->store);
    g_signal_connect_object(self->form, "changed", G_CALLBACK(on_changed), self, G_CONNECT_SWAPPED);
    show_totals(self);
    self->filling = FALSE;
}

void
care_line_dialog_present(GtkWidget *parent, CareContext *context, CareRecord *invoice, guint position,
                         CareLineFunc done, GtkWidget *keep)
{
    CareLineDialog *self = g_object_new(CARE_TYPE_LINE_DIALOG, NULL);
    g_autofree char *key = care_draft_key("invoice", care_record_id(invoice));

    self->store = g_object_ref(care_context_get_store(context));
    self->invoice = care_record_copy(invoice);
    self->is_new = position == CARE_LINE_NEW;
    self->position = self->is_new ? care_record_list_length(invoice, CARE_INVOICE_LINES) : position;
    if (self->is_new)
        care_invoice_line_set_defaults(care_store_reader(self->store),
                                       care_record_list_add(self->invoice, CARE_INVOICE_LINES));
    self->line = care_record_list_item(self->invoice, CARE_INVOICE_LINES, self->position);
    self->done = done;
    g_set_weak_pointer(&self->keep, keep);
    self->keeper = care_draft_keeper_new(self->store, key, self->invoice);
    fill(self);
    adw_dialog_present(ADW_DIALOG(self), parent);
    gtk_widget_grab_focus(self->is_new ? self->name : GTK_WIDGET(self->price));
}
