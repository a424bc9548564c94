/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

/* A row of the log of what was sent, used again as the list scrolls. */
#define CARE_TYPE_SENT_ROW (care_sent_row_get_type())
G_DECLARE_FINAL_TYPE(CareSentRow, care_sent_row, CARE, SENT_ROW, AdwBin)

GtkWidget *care_sent_row_new(void);
void care_sent_row_set_interaction(CareSentRow *self, CareContext *context, CareRecord *interaction);
const char *care_sent_row_get_title(CareSentRow *self);

/* "Your e-bike is ready", or what can be said when it has no subject. Transfer full. */
char *care_sent_subject(CareRecord *interaction);

G_END_DECLS
