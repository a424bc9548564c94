/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates in files: whatever is taken for one exists, and prints as what parses to it. */
#include "fuzz.h"

#include "exchange/import/csv-contacts.h"
#include "exchange/import/vcard-value.h"

static void
check(gboolean parsed, CareDate date)
{
    g_autofree char *text = NULL;
    CareDate again = { 0, 0, 0 };

    if (!parsed)
        return;
    text = care_date_to_string(date);
    g_assert_true(care_date_parse(text, &again));
    g_assert_cmpint(care_date_compare(date, again), ==, 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autofree char *text = fuzz_text(data, size);
    CareDate date = { 0, 0, 0 };

    check(care_date_parse(text, &date), date);
    check(care_date_parse_full(text, &date), date);
    check(care_vcard_parse_date(text, &date), date);
    if (g_utf8_validate(text, -1, NULL)) {
        check(care_csv_parse_date(text, CARE_CSV_DAY_FIRST, &date), date);
        check(care_csv_parse_date(text, CARE_CSV_MONTH_FIRST, &date), date);
    }
    return 0;
}
