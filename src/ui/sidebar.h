/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

/* The left side of the window: main menu, search, the places and the person at the counter. */
#define CARE_TYPE_SIDEBAR (care_sidebar_get_type())
G_DECLARE_FINAL_TYPE(CareSidebar, care_sidebar, CARE, SIDEBAR, AdwBin)

void care_sidebar_set_context(CareSidebar *self, CareContext *context);
void care_sidebar_select(CareSidebar *self, const char *place);
void care_sidebar_enter(CareSidebar *self);
void care_sidebar_open_menu(CareSidebar *self);

G_END_DECLS
