/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The program: options, the one shop it opens, its window and the actions that outlive a window. */
#define CARE_TYPE_APPLICATION (care_application_get_type())
G_DECLARE_FINAL_TYPE(CareApplication, care_application, CARE, APPLICATION, AdwApplication)

CareApplication *care_application_new(void);

G_END_DECLS
