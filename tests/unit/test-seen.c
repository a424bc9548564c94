/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What somebody can read, whatever alphabet it is in, and what nobody can. */
#include "core/seen.h"

static void
test_nothing(void)
{
    static const char *const texts[] = {
        "",       " \t\n",  "\u00a0", "\u00ad",       "\u034f", "\u115f", "\u1160",       "\u200b", "\u202e",
        "\u2800", "\u3000", "\u3164", "\u0301\u0308", "\u20dd", "\ufe0f", "\ufeff\u2060", "\uffa0", "\ufffc",
    };

    g_assert_false(care_text_is_seen(NULL));
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autofree char *seen = care_text_seen(texts[i]);

        g_assert_false(care_text_is_seen(texts[i]));
        g_assert_cmpstr(seen, ==, "");
    }
}

/* Text, and what is left of it: marks stay on what they stand on. */
static void
test_something(void)
{
    static const char *const pairs[][2] = {
        { " Ann ", "Ann" },
        { ".", "." },
        { "\u2800Ann\u3164", "Ann" },
        { "\u0301Ann", "Ann" },
        { "Rene\u0301", "Rene\u0301" },
        { "\u0e01\u0e34", "\u0e01\u0e34" },
        { "\u2764\ufe0f", "\u2764\ufe0f" },
        { "\u0915\u094d\u0937", "\u0915\u094d\u0937" },
        { "\u0645\u064f\u062d\u0645\u062f", "\u0645\u064f\u062d\u0645\u062f" },
        { "\uae40 \ucca0\uc218", "\uae40 \ucca0\uc218" },
        { "a\u3164b", "a\u3164b" },
    };

    for (gsize i = 0; i < G_N_ELEMENTS(pairs); i++) {
        g_autofree char *seen = care_text_seen(pairs[i][0]);

        g_assert_true(care_text_is_seen(pairs[i][0]));
        g_assert_cmpstr(seen, ==, pairs[i][1]);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/seen/nothing", test_nothing);
    g_test_add_func("/seen/something", test_something);
    return g_test_run();
}
