/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether a text is an e-mail address as people write one, "name@example.org": a domain with a dot, and of RFC 5322's odder
 * names the quoted ones. Whether it exists, only a letter can tell. Any thread. */
gboolean care_email_is_address(const char *text);
/* What stands between the signs of "Mara <mara@kettle.example>", as a mail program gives it, or behind "mailto:"; else the text
 * itself, without blanks around it. Transfer full. */
char *care_email_bare(const char *text);

G_END_DECLS
