/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/money-row.h"

#include <glib/gi18n-lib.h>

#include "core/currency.h"
#include "core/errors.h"

struct _CareMoneyRow {
    CareTypedRow parent_instance;

    char *currency;
    gboolean allow_negative;
};

enum {
    PROP_CURRENCY = 1,
    PROP_ALLOW_NEGATIVE,
    N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE(CareMoneyRow, care_money_row, CARE_TYPE_TYPED_ROW)

static char *
care_money_row_parse(CareTypedRow *row, const char *text, GError **error)
{
    CareMoneyRow *self = CARE_MONEY_ROW(row);
    CareMoney amount;

    if (!care_money_parse_typed(text, self->currency, &amount, error))
        return NULL;
    if (amount < 0 && !self->allow_negative) {
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

static void
care_money_row_get_property(GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
    CareMoneyRow *self = CARE_MONEY_ROW(object);

    switch (id) {
    case PROP_CURRENCY:
        g_value_set_string(value, self->currency);
        break;
    case PROP_ALLOW_NEGATIVE:
        g_value_set_boolean(value, self->allow_negative);
        break;
    default:
        G_OBJECT_WARN_INVALID_PROPERTY_ID(object, id, pspec);
    }
}

static void
care_money_row_set_property(GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
    CareMoneyRow *self = CARE_MONEY_ROW(object);

    switch (id) {
    case PROP_CURRENCY:
        care_money_row_set_currency(self, g_value_get_string(value));
        break;
    case PROP_ALLOW_NEGATIVE:
        self->allow_negative = g_value_get_boolean(value);
        break;
    default:
        G_OBJECT_WARN_INVALID_PROPERTY_ID(object, id, pspec);
    }
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
    GObjectClass *object_class = G_OBJECT_CLASS(klass);
    const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

    object_class->get_property = care_money_row_get_property;
    object_class->set_property = care_money_row_set_property;
    object_class->finalize = care_money_row_finalize;
    CARE_TYPED_ROW_CLASS(klass)->parse = care_money_row_parse;
    CARE_TYPED_ROW_CLASS(klass)->show = care_money_row_show;

    properties[PROP_CURRENCY] = g_param_spec_string("currency", NULL, NULL, CARE_CURRENCY_DEFAULT, flags);
    properties[PROP_ALLOW_NEGATIVE] = g_param_spec_boolean("allow-negative", NULL, NULL, FALSE, flags);
    g_object_class_install_properties(object_class, N_PROPS, properties);
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
