/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/context.h"

G_BEGIN_DECLS

/* CareStaffSwitch: who stands at the counter. Keeps the context's staff menu and the window's "staff.*" actions as
 * the staff are in the store; who is chosen is written down with each change from then on. No password: it says who
 * did something, it does not guard. A shop that names nobody never sees it. Lives as long as the window. */
#define CARE_TYPE_STAFF_SWITCH (care_staff_switch_get_type())
G_DECLARE_FINAL_TYPE(CareStaffSwitch, care_staff_switch, CARE, STAFF_SWITCH, GObject)

CareStaffSwitch *care_staff_switch_new(GtkWidget *window, CareContext *context);

G_END_DECLS
