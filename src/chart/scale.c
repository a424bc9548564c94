/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/scale.h"

#include <math.h>

/* The pixel of a value; values outside are clamped to the ends, NaN to the start. */
double
care_scale_map(const CareScale *scale, double value)
{
    double span = scale->to - scale->from;
    double t = span != 0.0 ? (value - scale->from) / span : 0.0;

    if (isnan(t))
        t = 0.0;
    return scale->start + CLAMP(t, 0.0, 1.0) * (scale->end - scale->start);
}

static CareTicks
ticks_by_step(double low, double high, double step)
{
    CareTicks ticks = { .step = step };
    double first = floor(low / step + 1e-9);
    double last = ceil(high / step - 1e-9);

    if (last <= first)
        last = first + 1.0;
    ticks.min = first * step;
    ticks.max = last * step;
    ticks.n = (guint)(last - first) + 1;
    return ticks;
}

/**
 * care_ticks_nice:
 * @most: how many ticks there may be, at least 2
 *
 * Ticks at 1, 2 or 5 times a power of ten, around @low … @high with zero among them: the baseline of every bar.
 */
CareTicks
care_ticks_nice(double low, double high, guint most)
{
    static const double factors[] = { 1.0, 2.0, 5.0, 10.0 };
    double span, power;

    low = MIN(low, 0.0);
    high = MAX(high, 0.0);
    span = high - low;
    if (!(span > 0.0) || !isfinite(span))
        return ticks_by_step(0.0, 1.0, 1.0);
    most = MAX(most, 2);
    power = pow(10.0, floor(log10(span / (most - 1))));
    for (;; power *= 10.0) {
        for (gsize i = 0; i < G_N_ELEMENTS(factors); i++) {
            CareTicks ticks = ticks_by_step(low, high, factors[i] * power);

            if (ticks.n <= MAX(most, low < 0 && high > 0 ? 3 : 2))
                return ticks;
        }
    }
}

/* Ticks of a time from 0: steps people count in, minutes or whole hours. */
CareTicks
care_ticks_duration(double high_s, guint most)
{
    static const double minutes[] = { 1, 2, 5, 10, 15, 30, 60, 120, 240, 360, 480, 720, 1440 };

    for (gsize i = 0; i < G_N_ELEMENTS(minutes); i++) {
        CareTicks ticks = ticks_by_step(0.0, MAX(high_s, 60.0), minutes[i] * 60.0);

        if (ticks.n <= MAX(most, 2))
            return ticks;
    }
    return care_ticks_nice(0.0, high_s, most);
}

/* Computed from the first tick, so that errors do not add up, and exactly 0 at the baseline. */
double
care_ticks_at(const CareTicks *ticks, guint i)
{
    double value = ticks->min + i * ticks->step;

    return fabs(value) < ticks->step * 1e-6 ? 0.0 : value;
}

CareBands
care_bands(guint n, double start, double end, double gap)
{
    double pitch = n > 0 ? (end - start) / n : 0.0;

    return (CareBands){ .start = start, .pitch = pitch, .width = MAX(pitch - gap, pitch * 0.25), .n = n };
}

double
care_bands_start(const CareBands *bands, guint i)
{
    return care_bands_centre(bands, i) - bands->width / 2.0;
}

double
care_bands_centre(const CareBands *bands, guint i)
{
    return bands->start + bands->pitch * (i + 0.5);
}
