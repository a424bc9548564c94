/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A straight map from values to pixels, which never leaves the pixels. start may be right of or below end. */
typedef struct {
    double from, to;
    double start, end;
} CareScale;

/* Round numbers min, min + step, …, max. */
typedef struct {
    double min, max, step;
    guint n;
} CareTicks;

/* n equal bands between two pixels with a gap between neighbours and half of it at the ends. */
typedef struct {
    double start, pitch, width;
    guint n;
} CareBands;

double care_scale_map(const CareScale *scale, double value);
CareTicks care_ticks_nice(double low, double high, guint most);
CareTicks care_ticks_duration(double high_s, guint most);
double care_ticks_at(const CareTicks *ticks, guint i);
CareBands care_bands(guint n, double start, double end, double gap);
double care_bands_start(const CareBands *bands, guint i);
double care_bands_centre(const CareBands *bands, guint i);

G_END_DECLS
