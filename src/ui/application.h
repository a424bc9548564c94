/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/clock.h"

G_BEGIN_DECLS

/* The program: options, the one shop it opens, its window and the actions that outlive a window. */
#define CARE_TYPE_APPLICATION (care_application_get_type())
G_DECLARE_FINAL_TYPE(CareApplication, care_application, CARE, APPLICATION, AdwApplication)

CareApplication *care_application_new(void);

typedef void (*CareReopenFunc)(CareApplication *self, gpointer user_data);
void care_application_reopen(CareApplication *self, CareReopenFunc func, gpointer user_data);
const char *care_application_get_data_dir(CareApplication *self);
CareClock *care_application_get_clock(CareApplication *self);
void care_application_visit(CareApplication *self, const char *data_dir);

G_END_DECLS
