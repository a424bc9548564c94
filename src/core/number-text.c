/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/number-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/errors.h"

#define QUOTE_MAX 40

/* What was typed, fit for a sentence: valid UTF-8, one line, not longer than a sentence bears. Free with g_free(). */
char *
care_number_quote(const char *text)
{
    g_autofree char *valid = g_utf8_make_valid(text, (gssize)strnlen(text, QUOTE_MAX * 6));

    g_strdelimit(valid, "\n\r\t", ' ');
    if (g_utf8_strlen(valid, -1) > QUOTE_MAX) {
        char *end = g_utf8_offset_to_pointer(valid, QUOTE_MAX);
        *end = '\0';
        return g_strconcat(valid, "…", NULL);
    }
    return g_steal_pointer(&valid);
}

static gboolean
refuse(const char *text, int places, GError **error)
{
    g_autofree char *quoted = care_number_quote(text);

    g_set_error(error, CARE_ERROR, CARE_ERROR_INPUT, _("“%s” is not a plain number. Write it like %s."),
                quoted, places == 0 ? "1250" : "1250.50");
    return FALSE;
}

static gboolean
refuse_places(const char *text, int places, GError **error)
{
    g_autofree char *quoted = care_number_quote(text);

    if (places == 0)
        g_set_error(error, CARE_ERROR, CARE_ERROR_INPUT,
                    _("“%s” has decimals, where only whole numbers fit."), quoted);
    else
        g_set_error(
            error, CARE_ERROR, CARE_ERROR_INPUT,
            ngettext("“%s” has more than %d decimal.", "“%s” has more than %d decimals.", (gulong)places),
            quoted, places);
    return FALSE;
}

static gboolean
refuse_size(const char *text, GError **error)
{
    g_autofree char *quoted = care_number_quote(text);

    g_set_error(error, CARE_ERROR, CARE_ERROR_INPUT, _("“%s” is too large a number."), quoted);
    return FALSE;
}

/* Appends one digit to a negative value (whose range is the larger one); FALSE when it no longer fits. */
static gboolean
push_digit(gint64 *negative, int digit)
{
    return !__builtin_mul_overflow(*negative, 10, negative)
           && !__builtin_sub_overflow(*negative, digit, negative);
}

/*
 * Reads -?digits(.digits)? into an integer scaled by 10^places. No exponent, no plus sign, no spaces, no separator
 * but the dot: this is how files and the command line write numbers. A decimal too many is refused, even a zero.
 */
gboolean
care_number_parse(const char *text, int places, gint64 *out, GError **error)
{
    const char *c = text;
    gint64 value = 0;
    int seen = 0;

    if (text == NULL || *text == '\0') {
        g_set_error(error, CARE_ERROR, CARE_ERROR_INPUT, _("A number is missing."));
        return FALSE;
    }
    c += *c == '-';
    if (!g_ascii_isdigit(*c))
        return refuse(text, places, error);
    if (strspn(c, "0123456789.") != strlen(c))
        return refuse(text, places, error);
    for (; g_ascii_isdigit(*c); c++)
        if (!push_digit(&value, *c - '0'))
            return refuse_size(text, error);
    if (*c == '.') {
        if (!g_ascii_isdigit(*++c))
            return refuse(text, places, error);
        for (; g_ascii_isdigit(*c); c++) {
            if (++seen > places)
                return refuse_places(text, places, error);
            if (!push_digit(&value, *c - '0'))
                return refuse_size(text, error);
        }
    }
    if (*c != '\0')
        return refuse(text, places, error);
    for (; seen < places; seen++)
        if (!push_digit(&value, 0))
            return refuse_size(text, error);
    if (value == G_MININT64) /* so that every number has its opposite */
        return refuse_size(text, error);
    *out = text[0] == '-' ? value : -value;
    return TRUE;
}

/* The inverse of care_number_parse(), with at least `shown_places` decimals. Free with g_free(). */
char *
care_number_to_string(gint64 value, int places, int shown_places)
{
    guint64 magnitude = value < 0 ? -(guint64)value : (guint64)value;
    guint64 scale = 1;
    g_autofree char *text = NULL;
    gsize length;

    for (int i = 0; i < places; i++)
        scale *= 10;
    if (places == 0)
        return g_strdup_printf("%s%" G_GUINT64_FORMAT, value < 0 ? "-" : "", magnitude);
    text = g_strdup_printf("%s%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT, value < 0 ? "-" : "",
                           magnitude / scale, places, magnitude % scale);
    length = strlen(text);
    for (int shown = places; shown > shown_places && text[length - 1] == '0'; shown--)
        text[--length] = '\0';
    if (text[length - 1] == '.')
        text[--length] = '\0';
    return g_steal_pointer(&text);
}
