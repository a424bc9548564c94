/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

/* A row of the list of gifts, used again as the list scrolls: whom, what, how far it is and what it cost. */
#define CARE_TYPE_GIFT_ROW (care_gift_row_get_type())
G_DECLARE_FINAL_TYPE(CareGiftRow, care_gift_row, CARE, GIFT_ROW, AdwBin)

GtkWidget *care_gift_row_new(void);
void care_gift_row_set_gift(CareGiftRow *self, CareContext *context, CareRecord *gift);
const char *care_gift_row_get_title(CareGiftRow *self);

G_END_DECLS
