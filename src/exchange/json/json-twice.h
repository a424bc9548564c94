/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A member that stands twice in one object of a text of JSON, which parsers take for whichever came last; NULL: there is none.
 * The text is JSON that was parsed. Transfer full. */
char *care_json_find_twice(const char *text, gsize length);
/* CARE_ERROR_INPUT with the sentence about it. */
void care_json_set_error_twice(GError **error, const char *member);

G_END_DECLS
