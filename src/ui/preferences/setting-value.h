/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* One setting of the shop as the store has it, for whatever shows it. Main thread.
 *
 * Signals: "changed" when it became another one, and not by care_setting_value_set(), whatever of it is still under way;
 * "refused" (const char *sentence) when what was set last could not be saved, which is told in a toast with the title, too,
 * for nobody may look at it any more: the value is then the stored one again. */
#define CARE_TYPE_SETTING_VALUE (care_setting_value_get_type())
G_DECLARE_FINAL_TYPE(CareSettingValue, care_setting_value, CARE, SETTING_VALUE, GObject)

/* What is typed is a setting when nothing was typed for so long. */
#define CARE_SETTING_REST_MS 600

/* title: what it is called where it is set. */
CareSettingValue *care_setting_value_new(CareStore *store, const char *key, const char *title);
const char *care_setting_value_key(CareSettingValue *self);
/* Its default where the shop has none, NULL where there is no default either. Owned by it. */
const char *care_setting_value_get(CareSettingValue *self);
/* Saves and does not wait; nothing to do where it has that value already, and refused where another program has set it to
 * something else that was not shown here yet. NULL takes it back to its default. Ctrl+Z takes it back (setting-change.h). */
void care_setting_value_set(CareSettingValue *self, const char *value);
/* The same of what was typed (setting-typed.h): kept where it is refused, forgotten where it is saved. */
void care_setting_value_set_typed(CareSettingValue *self, const char *text);
/* The sentence that a setting was not saved, and why. Transfer full. */
char *care_setting_not_saved(const char *title, const char *why);
/* Saves one that is chosen elsewhere. title: nullable; then it has no Undo. */
void care_setting_save(CareStore *store, const char *key, const char *title, const char *value);

G_END_DECLS
