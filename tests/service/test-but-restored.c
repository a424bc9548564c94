/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What fails once a backup stands in its place is told as what came after it. */
#include <string.h>

#include "core/errors.h"
#include "exchange/backup/backup.h"

static const struct {
    CareError code;
    const char *said;
    const char *left_out;
} rows[] = {
    { CARE_ERROR_FULL, "Nothing was changed; make room.", "Nothing was changed" },
    { CARE_ERROR_BUSY, "Nothing was changed; try again.", "Nothing was changed" },
    { CARE_ERROR_REFUSED, "That is no number of a series.", "could not be opened" },
};

static void
test_words(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        GError *error = g_error_new_literal(CARE_ERROR, rows[i].code, rows[i].said);

        care_backup_but_restored(&error);
        g_test_message("%s", error->message);
        g_assert_true(g_error_matches(error, CARE_ERROR, rows[i].code));
        g_assert_true(g_str_has_prefix(error->message, "The backup is restored"));
        g_assert_null(strstr(error->message, rows[i].left_out));
        g_error_free(error);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/but-restored/words", test_words);
    return g_test_run();
}
