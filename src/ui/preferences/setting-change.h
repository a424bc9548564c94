/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* A setting that is saved, and how it stood before, so that Ctrl+Z takes it back and Ctrl+Shift+Z sets it again, in
 * Preferences and after them. What is typed of one setting with nothing else done in between is taken back at once. Main
 * thread. */
typedef struct CareSettingChange CareSettingChange;

/* value: NULL takes it to its default. known: what was shown of it, as care_shop_setting_save() asks for it. title: what it
 * is called where it is set; nullable: then it has no Undo, and what was done before it stays done. Transfer full. */
CareSettingChange *care_setting_change_new(CareStore *store, const char *key, const char *title,
                                           const char *value, GPtrArray *known, gboolean typed);
/* Saves and does not wait; callback ends in care_setting_change_finish(), with the change as well, which is freed there. */
void care_setting_change_save(CareSettingChange *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean care_setting_change_finish(CareSettingChange *self, GAsyncResult *result, GError **error);

G_END_DECLS
