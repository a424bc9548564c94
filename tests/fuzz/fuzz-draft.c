/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A byte that says of which kind, and the text of a draft as a crash left it: what an editor takes up, it keeps, and what
 * does not fit leaves the record as it was. */
#include <string.h>

#include "fuzz.h"

#include "exchange/json/record-json.h"
#include "model/kind.h"
#include "ui/kit/draft-keeper.h"

static const CareKind *
kind_of(uint8_t number)
{
    guint n = 0;

    while (care_kinds()[n] != NULL)
        n++;
    return care_kinds()[number % n];
}

/* Written again and taken again, a draft is what it was. */
static void
check_again(CareRecord *record, CareRecord *base)
{
    g_autofree char *first = care_draft_text(record, base);
    g_autoptr(CareRecord) again = care_record_new(care_record_kind(record));
    g_autoptr(CareRecord) base_again = care_record_new(care_record_kind(record));
    g_autofree char *second = NULL;

    if (!care_draft_take(again, base_again, first))
        g_error("it does not take what it wrote:\n%s", first);
    second = care_draft_text(again, base_again);
    if (!g_str_equal(first, second))
        g_error("it does not write what it took:\n%s\n%s", first, second);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(CareRecord) record = NULL;
    g_autoptr(CareRecord) base = NULL;
    g_autofree char *text = NULL;
    g_autofree char *before = NULL;
    g_autofree char *after = NULL;

    if (size < 1)
        return 0;
    text = g_strndup((const char *)data + 1, size - 1);
    record = care_record_new(kind_of(data[0]));
    base = care_record_new(kind_of(data[0]));
    before = care_draft_text(record, NULL);
    if (care_draft_take(record, base, text)) {
        g_free(care_record_title(record));
        check_again(record, base);
        return 0;
    }
    after = care_draft_text(record, NULL);
    if (!g_str_equal(before, after))
        g_error("a draft that was refused was taken:\n%s", after);
    return 0;
}
