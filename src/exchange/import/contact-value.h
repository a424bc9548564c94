/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Values as programs write them around what they mean. Pure functions. */

/* Whether somebody can be called by it: it has digits, and no spreadsheet made it "4,91712E+11". */
gboolean care_contact_is_number(const char *text);
/* A cell without the apostrophe that spreadsheets put before a plus so that it is no formula. Transfer none. */
const char *care_contact_past_apostrophe(const char *cell);
/* "active", "unsubscribed": what becomes of a subscriber, in a column that other programs call state. */
gboolean care_contact_is_status(const char *text);

G_END_DECLS
