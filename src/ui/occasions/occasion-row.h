/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "service/occasions/occasions.h"
#include "ui/context.h"

G_BEGIN_DECLS

/* "Bea Koch turns 40", when, and the two things to do about it. */
GtkWidget *care_occasion_row_new(CareContext *context, const CareUpcoming *upcoming, CareDate today,
                                 GtkSizeGroup *buttons);
/* What a group of rows is called: this week, next week, or the month. Transfer full. */
char *care_occasion_group_title(CareDate date, CareDate today);

G_END_DECLS
