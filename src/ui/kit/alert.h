/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* An AdwAlertDialog whose heading breaks where letters are large: the library measures it as it presents the alert, when
 * it is too late to tell it so. heading, body (nullable): plain text. The alert is floating. */
AdwAlertDialog *care_alert_new(const char *heading, const char *body);

G_END_DECLS
