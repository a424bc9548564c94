/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"
#include "ui/window.h"

G_BEGIN_DECLS

/* The shop as a window opens it. CARE_ERROR as by care_store_open(). Transfer full. */
CareStore *care_shop_opening_begin(const char *data_dir, CareClock *clock, GError **error);
/* What is opened next there is a backup that was just put there: an error of that says so. */
void care_shop_opening_note_restored(const char *data_dir);
/* In its window: tidies up what ended programs left, and says so when the shop is put away by another one. */
void care_shop_settle(CareStore *store, CareWindow *window);

G_END_DECLS
