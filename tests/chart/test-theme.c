/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/theme.h"

static CareColour
hex(guint32 value)
{
    return (CareColour){ (value >> 16) / 255.0, (value >> 8 & 0xff) / 255.0, (value & 0xff) / 255.0 };
}

typedef struct {
    const char *name;
    guint32 colour, ground;
    double ratio;
} ContrastCase;

/* As computed in the rules (M11) and the look. */
static const ContrastCase known[] = {
    { "black-white", 0x000000, 0xFFFFFF, 21.0 },     { "blue-white", 0x0072B2, 0xFFFFFF, 5.2 },
    { "vermillion-white", 0xD55E00, 0xFFFFFF, 3.9 }, { "grey-white", 0x8C8C90, 0xFFFFFF, 3.4 },
    { "sky-white", 0x56B4E9, 0xFFFFFF, 2.3 },        { "sky-dark", 0x56B4E9, 0x36363A, 5.2 },
    { "orange-dark", 0xE69F00, 0x36363A, 5.3 },      { "grey-dark", 0x9A9A9E, 0x36363A, 4.3 },
};

static void
test_contrast(gconstpointer data)
{
    const ContrastCase *c = data;
    double ratio = care_colour_contrast(hex(c->colour), hex(c->ground));

    g_assert_cmpfloat_with_epsilon(ratio, c->ratio, 0.0510);
    g_assert_cmpfloat(ratio, ==, care_colour_contrast(hex(c->ground), hex(c->colour)));
}

/* Marks stand out 3:1 from the card (WCAG 1.4.11), 4.5:1 in high contrast. */
static void
test_marks(gconstpointer data)
{
    int variant = GPOINTER_TO_INT(data);
    CareChartTheme theme = care_chart_theme(variant & 1, (variant & 2) != 0);
    static const CareRole roles[] = { CARE_ROLE_GOOD, CARE_ROLE_BAD, CARE_ROLE_NEUTRAL };

    for (gsize i = 0; i < G_N_ELEMENTS(roles); i++)
        g_assert_cmpfloat(care_colour_contrast(theme.colours[roles[i]], theme.colours[CARE_ROLE_CARD]), >=,
                          theme.high_contrast ? 4.5 : 3.0);
}

/* Text, also the dimmed, 4.5:1 (WCAG 1.4.3). 0.75 is the dimming of chart text. */
static void
test_text(gconstpointer data)
{
    int variant = GPOINTER_TO_INT(data);
    CareChartTheme theme = care_chart_theme(variant & 1, (variant & 2) != 0);
    CareColour dim = care_colour_mix(theme.colours[CARE_ROLE_CARD], theme.colours[CARE_ROLE_TEXT], 0.75);

    g_assert_cmpfloat(care_colour_contrast(dim, theme.colours[CARE_ROLE_CARD]), >=, 4.5);
}

/* Counts in bars and on every shade of the grid. */
static void
test_text_on_marks(gconstpointer data)
{
    int variant = GPOINTER_TO_INT(data);
    CareChartTheme theme = care_chart_theme(variant & 1, (variant & 2) != 0);
    static const CareRole roles[] = { CARE_ROLE_GOOD, CARE_ROLE_BAD, CARE_ROLE_NEUTRAL };

    for (gsize i = 0; i < G_N_ELEMENTS(roles); i++) {
        CareColour ground = theme.colours[roles[i]];

        g_assert_cmpfloat(care_colour_contrast(theme.colours[care_colour_text_on(ground)], ground), >=, 4.5);
    }
    for (double tone = 0; tone <= 1; tone += 0.02) {
        CareColour ground = care_chart_theme_colour(&theme, CARE_ROLE_HEAT, tone);

        g_assert_cmpfloat(care_colour_contrast(theme.colours[care_colour_text_on(ground)], ground), >=, 4.5);
    }
}

int
main(int argc, char *argv[])
{
    static const char *const variants[] = { "light", "dark", "light-contrast", "dark-contrast" };

    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(known); i++) {
        g_autofree char *path = g_strdup_printf("/chart/contrast/%s", known[i].name);

        g_test_add_data_func(path, &known[i], test_contrast);
    }
    for (int i = 0; i < 4; i++) {
        g_autofree char *marks = g_strdup_printf("/chart/theme/marks/%s", variants[i]);
        g_autofree char *text = g_strdup_printf("/chart/theme/text/%s", variants[i]);
        g_autofree char *on = g_strdup_printf("/chart/theme/text-on-marks/%s", variants[i]);

        g_test_add_data_func(marks, GINT_TO_POINTER(i), test_marks);
        g_test_add_data_func(text, GINT_TO_POINTER(i), test_text);
        g_test_add_data_func(on, GINT_TO_POINTER(i), test_text_on_marks);
    }
    return g_test_run();
}
