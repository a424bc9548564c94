/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How people write a unit: "h" for the code HUR of UN/ECE Rec 20, "" for pieces; words that are no code, and codes of
 * trades that repair nothing, stay as they are. NULL is "". Transfer none. */
const char *care_unit_label(const char *unit);

G_END_DECLS
