/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* The digits by which a phone is found and matched are in the national form of the shop's region, so they follow it: in
 * the background, in short transactions. The shop remembers for which region they stand (CARE_SETTING_DIGITS_REGION)
 * and how far it came (CARE_SETTING_DIGITS_REBUILD); interrupted, the next window goes on there. Does nothing where
 * they fit. The thread of the store's owner. */
void care_phone_digits_follow_async(CareStore *store, GAsyncReadyCallback callback, gpointer user_data);
gboolean care_phone_digits_follow_finish(CareStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
