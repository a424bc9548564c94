/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/transaction.h"

G_BEGIN_DECLS

/* The settings that an export brings into a new shop, one by one. Worker thread. */

/* Whether it is one that an export brings at all, and the shop has none of its own. */
gboolean care_archive_wants_setting(CareTransaction *transaction, const char *key, gboolean *wants,
                                    GError **error);
/* That there is such a setting, and, by the rule of Preferences and `setting set`, where the export's shop always asked it;
 * what stands in one that began under schema 1 comes as it stands, and verify tells it. value: NULL where the file has no
 * text. *tidy: how it is stored, transfer full. CARE_ERROR_INPUT with the sentence of that rule. */
gboolean care_archive_check_setting(const char *key, const char *value, int began, char **tidy,
                                    GError **error);
/* What is told of the settings that came, by their keys, as they stand now: which those are, and which of them no door of today
 * takes and an older program did, so that its own export may bring them. Transfer full. */
char *care_archive_tell_settings(CareConnection *connection, GPtrArray *keys);

G_END_DECLS
