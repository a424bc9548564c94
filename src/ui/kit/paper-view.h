/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Draws one page, from 0, in points (1/72 inch) with the origin at its top left; the sheet is white already. */
typedef void (*CarePaperDrawFunc)(cairo_t *cr, guint page, gpointer user_data);

/* Sheets of paper as wide as there is room, one below the other. The drawing is the same as for print and PDF;
 * paper stays white in dark mode. */
#define CARE_TYPE_PAPER_VIEW (care_paper_view_get_type())
G_DECLARE_FINAL_TYPE(CarePaperView, care_paper_view, CARE, PAPER_VIEW, GtkWidget)

void care_paper_view_set_pages(CarePaperView *self, guint n_pages, double width, double height,
                               CarePaperDrawFunc draw, gpointer user_data, GDestroyNotify destroy);
void care_paper_view_set_text(CarePaperView *self, const char *text);

G_END_DECLS
