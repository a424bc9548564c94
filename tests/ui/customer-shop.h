/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* A shop with one customer, for tests of what is shown of her. */
#pragma once

#include "display.h"

#include "common/records.h"
#include "model/customer-phone.h"
#include "model/customer.h"

typedef struct {
    CareContext *context;
    CareStore *store;
    CareRecord *bea;
} Fixture;

static inline void
save(Fixture *f, CareRecord *record)
{
    g_autoptr(GError) error = NULL;

    care_test_store_save(f->store, record, &error);
    g_assert_no_error(error);
}

/* A record from "field=value" pairs, of bea's, saved. Transfer full. */
static inline CareRecord *
make(Fixture *f, const CareKind *kind, const char *fields)
{
    CareRecord *record = care_record_new(kind);
    int owner = care_kind_find_field(kind, "customer");
    g_auto(GStrv) pairs = g_strsplit(fields, "|", -1);
    g_autoptr(GError) error = NULL;

    if (owner >= 0)
        care_record_set_int(record, owner, care_record_id(f->bea));
    for (guint i = 0; pairs[i] && *pairs[i]; i++) {
        g_auto(GStrv) pair = g_strsplit(pairs[i], "=", 2);

        care_record_field_parse(record, care_kind_find_field(kind, pair[0]), pair[1], "EUR", &error);
        g_assert_no_error(error);
    }
    save(f, record);
    return record;
}

static inline void
set_up(Fixture *f, gconstpointer data)
{
    f->context = test_context_new();
    f->store = care_context_get_store(f->context);
    f->bea = CARE_RECORD(care_customer_new());
    care_record_set_text(f->bea, CARE_CUSTOMER_NAME, "Bea Koch");
    care_record_set_text(care_record_list_add(f->bea, CARE_CUSTOMER_PHONES), CARE_CUSTOMER_PHONE_NUMBER,
                         "0157 335 21 78");
    save(f, f->bea);
}

static inline void
tear_down(Fixture *f, gconstpointer data)
{
    g_clear_object(&f->bea);
    g_clear_object(&f->context);
    test_settle();
}

#define ADD(path, function) g_test_add(path, Fixture, NULL, set_up, function, tear_down)
