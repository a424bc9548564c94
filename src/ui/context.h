/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/clock.h"
#include "store/store.h"

G_BEGIN_DECLS

/* What every page needs and none may keep globally: the clock, the open shop, who stands at the counter and how
 * much is waiting in each place. One per window, made by the application, main thread only. The names of the shop
 * and of the person at the counter follow the store by themselves. */
#define CARE_TYPE_CONTEXT (care_context_get_type())
G_DECLARE_FINAL_TYPE(CareContext, care_context, CARE, CONTEXT, GObject)

CareContext *care_context_new(CareClock *clock, CareStore *store);

CareClock *care_context_get_clock(CareContext *self);
const char *care_context_get_data_dir(CareContext *self);
CareStore *care_context_get_store(CareContext *self);

const char *care_context_get_shop_name(CareContext *self);
const char *care_context_get_person_name(CareContext *self);
void care_context_refresh_names(CareContext *self);
GMenuModel *care_context_get_staff_menu(CareContext *self);
void care_context_set_staff_menu(CareContext *self, GMenuModel *menu);

guint care_context_get_badge(CareContext *self, const char *place);
void care_context_set_badge(CareContext *self, const char *place, guint count);

G_END_DECLS
