/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/theme.h"

#include <math.h>

static CareColour
rgb(guint32 value)
{
    return (CareColour){ (value >> 16 & 0xff) / 255.0, (value >> 8 & 0xff) / 255.0, (value & 0xff) / 255.0 };
}

/**
 * care_chart_theme:
 *
 * Okabe-Ito colours by ground (rule M11): on white sky, orange and yellow fall below 3:1, on dark blue does, so
 * each ground has its own pair. High contrast deepens or lightens them to 4.5:1 and more.
 */
CareChartTheme
care_chart_theme(gboolean dark, gboolean high_contrast)
{
    static const guint32 table[2][2][3] = {
        { { 0x0072B2, 0xD55E00, 0x8C8C90 }, { 0x005A8C, 0xA34700, 0x5E5E64 } },
        { { 0x56B4E9, 0xE69F00, 0x9A9A9E }, { 0x8FD0F5, 0xFFC04D, 0xC4C4C8 } },
    };
    const guint32 *row = table[dark != 0][high_contrast != 0];
    CareChartTheme theme = { .dark = dark, .high_contrast = high_contrast, .scale = 1.0 };

    theme.colours[CARE_ROLE_CARD] = rgb(dark ? 0x36363A : 0xFFFFFF);
    theme.colours[CARE_ROLE_TEXT] = rgb(dark ? 0xFFFFFF : high_contrast ? 0x000000 : 0x2E2E32);
    theme.colours[CARE_ROLE_GOOD] = rgb(row[0]);
    theme.colours[CARE_ROLE_BAD] = rgb(row[1]);
    theme.colours[CARE_ROLE_NEUTRAL] = rgb(row[2]);
    theme.colours[CARE_ROLE_BLACK] = rgb(0x000000);
    theme.colours[CARE_ROLE_WHITE] = rgb(0xFFFFFF);
    theme.heat[0] = rgb(dark ? 0x2C4A5E : 0xDCEBF6);
    theme.heat[1] = rgb(dark ? 0x8FD0F5 : 0x00588C);
    return theme;
}

CareColour
care_chart_theme_colour(const CareChartTheme *theme, CareRole role, double tone)
{
    if (role == CARE_ROLE_HEAT)
        return care_colour_mix(theme->heat[0], theme->heat[1], tone);
    return theme->colours[role];
}

static double
linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4);
}

static double
luminance(CareColour colour)
{
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

/* The contrast ratio of WCAG 2.2, 1…21. */
double
care_colour_contrast(CareColour a, CareColour b)
{
    double one = luminance(a) + 0.05;
    double other = luminance(b) + 0.05;

    return one > other ? one / other : other / one;
}

CareColour
care_colour_mix(CareColour a, CareColour b, double t)
{
    return (CareColour){ a.red + (b.red - a.red) * t, a.green + (b.green - a.green) * t,
                         a.blue + (b.blue - a.blue) * t };
}

/* Black or white, whichever can be read better on it. */
CareRole
care_colour_text_on(CareColour ground)
{
    double black = care_colour_contrast(ground, rgb(0x000000));
    double white = care_colour_contrast(ground, rgb(0xFFFFFF));

    return black > white ? CARE_ROLE_BLACK : CARE_ROLE_WHITE;
}
