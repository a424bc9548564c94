/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/field-text.h"

#include <glib/gi18n-lib.h>

#include "core/isolate.h"
#include "core/listed.h"
#include "core/money.h"
#include "ui/kit/format.h"

static char *
title_of(CareStore *store, const CareField *field, CareId id)
{
    g_autoptr(CareRecord) record = care_store_get(store, care_kind_by_name(field->extra), id, NULL);

    return record ? care_record_title(record) : g_strdup(C_("value", "Nothing"));
}

/* "mobile, 0157 3352178" */
static char *
row_text(CareStore *store, CareRecord *row)
{
    const CareKind *kind = care_record_kind(row);
    g_autoptr(GStrvBuilder) parts = g_strv_builder_new();
    g_auto(GStrv) all = NULL;

    for (guint i = 0; i < kind->n_fields; i++)
        if (!(kind->fields[i].flags & CARE_FIELD_COMPUTED) && care_record_is_set(row, (int)i))
            g_strv_builder_take(parts, care_field_text(store, row, (int)i));
    all = g_strv_builder_end(parts);
    return care_listed((const char *const *)all);
}

static char *
rows_text(CareStore *store, CareRecord *record, int field)
{
    g_autoptr(GStrvBuilder) rows = g_strv_builder_new();
    g_auto(GStrv) all = NULL;

    for (guint i = 0; i < care_record_list_length(record, field); i++)
        g_strv_builder_take(rows, row_text(store, care_record_list_item(record, field, i)));
    all = g_strv_builder_end(rows);
    return g_strjoinv("\n", all);
}

static char *
money_of(CareStore *store, CareRecord *record, int field)
{
    g_autofree char *currency = care_store_setting(store, CARE_SETTING_CURRENCY);

    return care_money_format(care_record_int(record, field), care_record_currency(record, currency));
}

char *
care_field_text(CareStore *store, CareRecord *record, int field)
{
    const CareField *f = &care_record_kind(record)->fields[field];
    CareClock *clock = care_store_clock(store);

    if (!care_record_is_set(record, field))
        return g_strdup(C_("value", "Nothing"));
    switch (f->kind) {
    case CARE_FIELD_REF:
        return title_of(store, f, care_record_int(record, field));
    case CARE_FIELD_LIST:
        return rows_text(store, record, field);
    case CARE_FIELD_MONEY:
        return money_of(store, record, field);
    case CARE_FIELD_CHOICE:
        return g_strdup(care_choice_label(f->choices, care_record_text(record, field)));
    case CARE_FIELD_DATE:
    case CARE_FIELD_DAY:
        return care_format_date(care_record_date(record, field), care_clock_today(clock));
    case CARE_FIELD_INSTANT:
        return care_format_instant(care_record_int(record, field), care_clock_zone(clock),
                                   care_clock_today(clock));
    case CARE_FIELD_BOOLEAN:
        return g_strdup(care_record_int(record, field) ? _("Yes") : _("No"));
    case CARE_FIELD_TEXT:
    case CARE_FIELD_INTEGER:
    case CARE_FIELD_DECIMAL:
    default:
        return care_record_field_to_string(record, field, NULL);
    }
}

char *
care_field_customer(CareStore *store, CareRecord *record)
{
    int field = care_kind_customer_field(care_record_kind(record));
    g_autoptr(CareRecord) customer = field < 0 ? NULL
                                               : care_store_get(store, care_kind_by_name("customer"),
                                                                care_record_int(record, field), NULL);
    g_autofree char *name = customer ? care_record_title(customer) : NULL;

    return name ? care_isolate(name) : NULL;
}
