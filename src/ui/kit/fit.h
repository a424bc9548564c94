/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows its wide child where there is room for it and its narrow child elsewhere. Unlike AdwBreakpointBin it
 * asks for exactly the height of the child it shows, so it can stand in the middle of a scrolled page. */
#define CARE_TYPE_FIT (care_fit_get_type())
G_DECLARE_FINAL_TYPE(CareFit, care_fit, CARE, FIT, GtkWidget)

void care_fit_set_wide(CareFit *self, GtkWidget *child);
void care_fit_set_narrow(CareFit *self, GtkWidget *child);
/* From which width on, at the usual size of text; 0: from that on which the wide child would like; LEAST: which it needs. */
#define CARE_FIT_LEAST (-1)
void care_fit_set_threshold(CareFit *self, int width);

G_END_DECLS
