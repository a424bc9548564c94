/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/date.h"
#include "document/paper.h"

G_BEGIN_DECLS

void care_paper_draw_page(CarePaper *self, cairo_t *cr, guint page);
GBytes *care_paper_write_pdf(CarePaper *self, CareInstant created, GError **error);

G_END_DECLS
