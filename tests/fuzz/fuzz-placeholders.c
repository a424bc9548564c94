/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A text with placeholders, as somebody writes it: what is filled in for the editor goes out as the template would
 * have, and what goes out without a complaint holds no placeholder that was meant. */
#include "fuzz.h"

#include "model/placeholders.h"

/* Known names are short; one value looks like a placeholder itself. */
static const char *
value(const char *name, gpointer data)
{
    if (g_str_equal(name, "a"))
        return "{b}";
    if (g_str_equal(name, "device"))
        return "e-bike }";
    return NULL;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autofree char *text = fuzz_text(data, size);
    g_autoptr(GPtrArray) missing = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) left = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *sent = care_placeholders_finish(text, value, NULL, missing);
    g_autofree char *filled = care_placeholders_fill(text, value, NULL);
    g_autofree char *refusal = care_placeholders_refusal(missing);
    g_autofree char *again = NULL;
    g_autofree char *sent_later = NULL;

    g_assert_true((refusal == NULL) == (missing->len == 0));
    if (missing->len > 0)
        return 0;
    again = care_placeholders_fill(filled, NULL, NULL);
    g_assert_cmpstr(again, ==, filled);
    sent_later = care_placeholders_finish(filled, NULL, NULL, left);
    g_assert_cmpuint(left->len, ==, 0);
    g_assert_cmpstr(sent_later, ==, sent);
    return 0;
}
