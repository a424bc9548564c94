/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/decimal-row.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <string.h>

#include "core/currency.h"
#include "core/errors.h"
#include "core/unit-price.h"

struct _CareDecimalRow {
    CareTypedRow parent_instance;

    int places;
    gboolean percent;
    gboolean money;
    char *currency; /* of money */
};

enum {
    PROP_PLACES = 1,
    PROP_PERCENT,
    PROP_MONEY,
    N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE(CareDecimalRow, care_decimal_row, CARE_TYPE_TYPED_ROW)

static gboolean
read_typed(CareDecimalRow *self, const char *text, CareDecimal *value, GError **error)
{
    if (self->money)
        return care_unit_price_parse_typed(text, self->currency, value, error);
    return self->percent ? care_decimal_parse_typed_percent(text, value, error)
                         : care_decimal_parse_typed(text, value, error);
}

static char *
care_decimal_row_parse(CareTypedRow *row, const char *text, GError **error)
{
    CareDecimal value;

    if (!read_typed(CARE_DECIMAL_ROW(row), text, &value, error))
        return NULL;
    if (value < 0) {
        g_set_error_literal(error, CARE_ERROR, CARE_ERROR_INPUT, _("This cannot be below zero."));
        return NULL;
    }
    return care_decimal_to_string(value);
}

/* Three decimals might be thousands, if somebody had typed them; one more makes the reading one. */
static char *
with_one_reading(CareDecimalRow *self, char *text, CareDecimal number)
{
    g_autofree char *shown = text;
    CareDecimal read;

    return read_typed(self, shown, &read, NULL) && read == number ? g_steal_pointer(&shown)
                                                                  : g_strconcat(shown, "0", NULL);
}

/* The exact form, filled up to the row's places ("62.40"), with the decimal sign of the language. */
static char *
care_decimal_row_show(CareTypedRow *row, const char *value)
{
    CareDecimalRow *self = CARE_DECIMAL_ROW(row);
    CareDecimal number;
    char *text, *point;

    if (!care_decimal_parse(value, &number, NULL))
        return g_strdup(value);
    text = care_decimal_to_string_places(number, self->places);
    point = strchr(text, '.');
    if (!point)
        return text;
    if (strcmp(nl_langinfo(RADIXCHAR), ",") == 0)
        *point = ',';
    return with_one_reading(self, text, number);
}

static void
care_decimal_row_get_property(GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
    switch (id) {
    case PROP_PLACES:
        g_value_set_int(value, CARE_DECIMAL_ROW(object)->places);
        break;
    case PROP_PERCENT:
        g_value_set_boolean(value, CARE_DECIMAL_ROW(object)->percent);
        break;
    case PROP_MONEY:
        g_value_set_boolean(value, CARE_DECIMAL_ROW(object)->money);
        break;
    default:
        G_OBJECT_WARN_INVALID_PROPERTY_ID(object, id, pspec);
    }
}

static void
care_decimal_row_set_property(GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
    switch (id) {
    case PROP_PLACES:
        CARE_DECIMAL_ROW(object)->places = g_value_get_int(value);
        break;
    case PROP_PERCENT:
        CARE_DECIMAL_ROW(object)->percent = g_value_get_boolean(value);
        break;
    case PROP_MONEY:
        CARE_DECIMAL_ROW(object)->money = g_value_get_boolean(value);
        break;
    default:
        G_OBJECT_WARN_INVALID_PROPERTY_ID(object, id, pspec);
    }
}

static void
care_decimal_row_finalize(GObject *object)
{
    g_clear_pointer(&CARE_DECIMAL_ROW(object)->currency, g_free);
    G_OBJECT_CLASS(care_decimal_row_parent_class)->finalize(object);
}

static void
care_decimal_row_class_init(CareDecimalRowClass *klass)
{
    GObjectClass *object_class = G_OBJECT_CLASS(klass);

    object_class->get_property = care_decimal_row_get_property;
    object_class->set_property = care_decimal_row_set_property;
    object_class->finalize = care_decimal_row_finalize;
    CARE_TYPED_ROW_CLASS(klass)->parse = care_decimal_row_parse;
    CARE_TYPED_ROW_CLASS(klass)->show = care_decimal_row_show;

    properties[PROP_PLACES]
        = g_param_spec_int("places", NULL, NULL, 0, 6, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
    properties[PROP_PERCENT]
        = g_param_spec_boolean("percent", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
    properties[PROP_MONEY]
        = g_param_spec_boolean("money", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
    g_object_class_install_properties(object_class, N_PROPS, properties);
}

static void
care_decimal_row_init(CareDecimalRow *self)
{
    self->currency = g_strdup(CARE_CURRENCY_DEFAULT);
    gtk_widget_add_css_class(GTK_WIDGET(self), "numeric");
}

void
care_decimal_row_set_currency(CareDecimalRow *self, const char *currency)
{
    g_return_if_fail(CARE_IS_DECIMAL_ROW(self));
    g_set_str(&self->currency, currency);
}
