/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/number-row.h"

#include <glib/gi18n-lib.h>

#include "core/decimal.h"
#include "core/errors.h"

struct _CareNumberRow {
    CareTypedRow parent_instance;

    const CareRange *range;
};

G_DEFINE_FINAL_TYPE(CareNumberRow, care_number_row, CARE_TYPE_TYPED_ROW)

/* What stood there before is no mistake of whoever opens the editor, however far it goes. */
static gboolean
fits(CareNumberRow *self, gint64 number, const char *text)
{
    return (number >= self->range->least && number <= self->range->most)
           || g_strcmp0(text, care_typed_row_get_value_text(CARE_TYPED_ROW(self))) == 0;
}

static char *
care_number_row_parse(CareTypedRow *row, const char *text, GError **error)
{
    CareNumberRow *self = CARE_NUMBER_ROW(row);
    CareDecimal value = 0;
    gboolean whole = care_decimal_parse_typed(text, &value, NULL) && value % CARE_DECIMAL_ONE == 0;
    g_autofree char *number = g_strdup_printf("%" G_GINT64_FORMAT, value / CARE_DECIMAL_ONE);

    if (whole && fits(self, value / CARE_DECIMAL_ONE, number))
        return g_steal_pointer(&number);
    g_set_error(error, CARE_ERROR, CARE_ERROR_INPUT, _("This has to be a whole number within %d–%d."),
                (int)self->range->least, (int)self->range->most);
    return NULL;
}

static char *
care_number_row_show(CareTypedRow *row, const char *value)
{
    return g_strdup(value);
}

static void
care_number_row_class_init(CareNumberRowClass *klass)
{
    CARE_TYPED_ROW_CLASS(klass)->parse = care_number_row_parse;
    CARE_TYPED_ROW_CLASS(klass)->show = care_number_row_show;
}

static void
care_number_row_init(CareNumberRow *self)
{
    self->range = &care_range_count;
    gtk_widget_add_css_class(GTK_WIDGET(self), "numeric");
}

void
care_number_row_set_range(CareNumberRow *self, const CareRange *range)
{
    g_return_if_fail(CARE_IS_NUMBER_ROW(self) && range != NULL);
    self->range = range;
}
