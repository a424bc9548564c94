/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
    double red, green, blue;
} CareColour;

/* What a thing means, not how it looks: the theme knows the colour. */
typedef enum {
    CARE_ROLE_TEXT,
    CARE_ROLE_CARD,    /* the ground the chart lies on */
    CARE_ROLE_GOOD,    /* lines, points, 9–10, in rhythm */
    CARE_ROLE_BAD,     /* 0–6, signals, late */
    CARE_ROLE_NEUTRAL, /* 7–8, lapsed */
    CARE_ROLE_BLACK,
    CARE_ROLE_WHITE,
    CARE_ROLE_HEAT, /* a shade between the theme's two, by the item's tone */
    CARE_N_ROLES,
} CareRole;

/* How charts look. scale: the size of text against the desktop's usual one. rtl: mirrored, for scripts from the right
 * to the left. font: a family, not owned; NULL for the system's. */
typedef struct {
    gboolean dark;
    gboolean high_contrast;
    gboolean rtl;
    double scale;
    const char *font;
    CareColour colours[CARE_N_ROLES];
    CareColour heat[2];
} CareChartTheme;

CareChartTheme care_chart_theme(gboolean dark, gboolean high_contrast);
CareColour care_chart_theme_colour(const CareChartTheme *theme, CareRole role, double tone);
double care_colour_contrast(CareColour a, CareColour b);
CareColour care_colour_mix(CareColour a, CareColour b, double t);
CareRole care_colour_text_on(CareColour ground);

G_END_DECLS
