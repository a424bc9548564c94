/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/money-row.h"

#include <glib/gi18n-lib.h>

#include "core/currency.h"
#include "core/errors.h"

struct _CareMoneyRow {
    CareTypedRow parent_instance;

    char *currency;
};

G_DEFINE_FINAL_TYPE(CareMoneyRow, care_money_row, CARE_TYPE_TYPED_ROW)

static char *care_money_row_show(CareTypedRow *row, const char *value);

static char *
care_money_row_parse(CareTypedRow *row, const char *text, GError **error)
{
    CareMoneyRow *self = CARE_MONEY_ROW(row);
    const char *value = care_typed_row_get_value_text(row);
    g_autofree char *shown = value ? care_money_row_show(row, value) : NULL;
    CareMoney amount;

    /* what the row itself wrote is no typing: "12,345 KWD" might be thousands then */
    if (g_strcmp0(text, shown) == 0)
        return g_strdup(value);
    if (!care_money_parse_typed(text, self->currency, &amount, error))
        return NULL;
    if (amount < 0) {
        g_set_error_literal(error, CARE_ERROR, CARE_ERROR_INPUT, _("A price cannot be below zero."));
        return NULL;
    }
    return care_money_to_string(amount, self->currency);
}

static char *
care_money_row_show(CareTypedRow *row, const char *value)
{
    CareMoneyRow *self = CARE_MONEY_ROW(row);
    CareMoney amount;

    if (!care_money_parse(value, self->currency, &amount, NULL))
        return g_strdup(value);
    return care_money_format(amount, self->currency);
}

/* The same, where whoever goes on typing could not tell the decimals from thousands any more: the exact form. */
static char *
care_money_row_edit(CareTypedRow *row, const char *value)
{
    CareMoneyRow *self = CARE_MONEY_ROW(row);
    g_autofree char *shown = care_money_row_show(row, value);
    CareMoney amount, read;

    if (care_money_parse(value, self->currency, &amount, NULL)
        && !(care_money_parse_typed(shown, self->currency, &read, NULL) && read == amount))
        return g_strdup(value);
    return g_steal_pointer(&shown);
}

static void
care_money_row_finalize(GObject *object)
{
    g_clear_pointer(&CARE_MONEY_ROW(object)->currency, g_free);
    G_OBJECT_CLASS(care_money_row_parent_class)->finalize(object);
}

static void
care_money_row_class_init(CareMoneyRowClass *klass)
{
    G_OBJECT_CLASS(klass)->finalize = care_money_row_finalize;
    CARE_TYPED_ROW_CLASS(klass)->parse = care_money_row_parse;
    CARE_TYPED_ROW_CLASS(klass)->show = care_money_row_show;
    CARE_TYPED_ROW_CLASS(klass)->edit = care_money_row_edit;
}

static void
care_money_row_init(CareMoneyRow *self)
{
    self->currency = g_strdup(CARE_CURRENCY_DEFAULT);
    gtk_widget_add_css_class(GTK_WIDGET(self), "numeric");
}

/* Set it before the first amount: minor units count differently from one currency to the next. */
void
care_money_row_set_currency(CareMoneyRow *self, const char *currency)
{
    g_return_if_fail(CARE_IS_MONEY_ROW(self));
    g_set_str(&self->currency, currency);
}

/* FALSE when the row is empty or makes no sense. */
gboolean
care_money_row_get_amount(CareMoneyRow *self, CareMoney *amount)
{
    const char *value = care_typed_row_get_value_text(CARE_TYPED_ROW(self));

    return value && care_typed_row_get_valid(CARE_TYPED_ROW(self))
           && care_money_parse(value, self->currency, amount, NULL);
}
