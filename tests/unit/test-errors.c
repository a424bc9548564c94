/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/errors.h"

#include "common/case-table.h"

typedef struct {
    int code;
    const char *nick;
} Case;

static const Case cases[] = {
    { CARE_ERROR_REFUSED, "refused" },
    { CARE_ERROR_NOT_FOUND, "not-found" },
    { CARE_ERROR_BUSY, "busy" },
    { CARE_ERROR_CORRUPT, "corrupt" },
    { CARE_ERROR_TOO_NEW, "too-new" },
    { CARE_ERROR_FULL, "full" },
    { CARE_ERROR_INPUT, "input" },
    { -1, "refused" },
    { 99, "refused" },
};

static void
test_nick(gconstpointer data)
{
    const Case *c = data;

    g_assert_cmpstr(care_error_nick(c->code), ==, c->nick);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    CARE_TEST_ADD_TABLE("/errors/nick", cases, nick, test_nick);
    return g_test_run();
}
