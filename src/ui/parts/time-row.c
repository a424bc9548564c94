/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/parts/time-row.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "model/hours-typed.h"

struct _CareTimeRow {
    CareTypedRow parent_instance;
};

G_DEFINE_FINAL_TYPE(CareTimeRow, care_time_row, CARE_TYPE_TYPED_ROW)

static char *
care_time_row_parse(CareTypedRow *row, const char *text, GError **error)
{
    int minutes = care_time_typed_parse(text);

    if (minutes >= 0)
        return g_strdup_printf("%02d:%02d", minutes / 60, minutes % 60);
    g_set_error(error, CARE_ERROR, CARE_ERROR_INPUT, _("“%s” is not a time. Write it like 9:30."), text);
    return NULL;
}

static char *
care_time_row_show(CareTypedRow *row, const char *value)
{
    int minutes = care_time_typed_parse(value);

    return minutes >= 0 ? g_strdup_printf("%d:%02d", minutes / 60, minutes % 60) : g_strdup(value);
}

static void
care_time_row_class_init(CareTimeRowClass *klass)
{
    CARE_TYPED_ROW_CLASS(klass)->parse = care_time_row_parse;
    CARE_TYPED_ROW_CLASS(klass)->show = care_time_row_show;
}

static void
care_time_row_init(CareTimeRow *self)
{
}

int
care_time_row_get_minutes(CareTimeRow *self)
{
    const char *value = care_typed_row_get_value_text(CARE_TYPED_ROW(self));

    g_return_val_if_fail(CARE_IS_TIME_ROW(self), -1);
    return value && care_typed_row_get_valid(CARE_TYPED_ROW(self)) ? care_time_typed_parse(value) : -1;
}

void
care_time_row_set_minutes(CareTimeRow *self, int minutes)
{
    g_autofree char *value = minutes >= 0 ? g_strdup_printf("%02d:%02d", minutes / 60, minutes % 60) : NULL;

    g_return_if_fail(CARE_IS_TIME_ROW(self));
    care_typed_row_set_value_text(CARE_TYPED_ROW(self), value);
}
