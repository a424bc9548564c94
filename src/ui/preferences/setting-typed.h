/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* What was typed of a setting and is not saved, because it makes no sense or because the shop could not be written to: its
 * row shows it again. It is a draft like any other, and kept as one where the shop is held. Main thread. */

/* What the keys of these drafts begin with. */
#define CARE_SETTING_DRAFT "setting:"

/* text: NULL forgets it. */
void care_setting_typed_keep(CareStore *store, const char *key, const char *text);
/* It is on its way into the shop, and waits until the end of the save: then it is forgotten, or kept where it was refused.
 * What was typed over it since has an end of its own. NULL takes the setting back to its default. */
void care_setting_typed_begin_save(CareStore *store, const char *key, const char *text);
void care_setting_typed_end_save(CareStore *store, const char *key, const char *text, gboolean saved);
/* NULL: nothing waits. Transfer full. */
char *care_setting_typed_read(CareStore *store, const char *key);

G_END_DECLS
