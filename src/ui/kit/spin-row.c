/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/spin-row.h"

#include <glib/gi18n-lib.h>

#include "ui/kit/row-sentence.h"

/* Owned by its row. */
typedef struct {
    gboolean unheard; /* what was typed last made no sense, and that was not answered to yet */
    guint restoring;  /* an idle source: the number that was there is being put back */
} Minded;

#define KEY "care-minded"

static void
minded_free(gpointer data)
{
    Minded *self = data;

    g_clear_handle_id(&self->restoring, g_source_remove);
    g_free(self);
}

static const char *
skip_words(const char *text)
{
    while (*text != '\0' && !g_unichar_isdigit(g_utf8_get_char(text)))
        text = g_utf8_next_char(text);
    return text;
}

static gboolean
is_below_zero(const char *text, const char *digits)
{
    const char *sign = g_utf8_find_prev_char(text, digits);

    return sign != NULL && (*sign == '-' || g_utf8_get_char(sign) == 0x2212);
}

/* The one number that stands in it; what is cut by a point or a space is none. Of one that is too long the first digits. */
static gboolean
read_whole(const char *text, int *number)
{
    const char *digits = skip_words(text);
    const char *p = digits;
    int whole = 0;

    for (; g_unichar_isdigit(g_utf8_get_char(p)); p = g_utf8_next_char(p))
        if (whole < G_MAXINT / 20)
            whole = whole * 10 + g_unichar_digit_value(g_utf8_get_char(p));
    *number = is_below_zero(text, digits) ? -whole : whole;
    return p != digits && *skip_words(p) == '\0';
}

static void
on_restored(gpointer data)
{
    ((Minded *)data)->restoring = 0;
}

static void
refuse(AdwSpinRow *row, Minded *self)
{
    GtkAdjustment *ends = adw_spin_row_get_adjustment(row);
    /* Translators: of what was typed in a row; the ends of what can be entered there */
    g_autofree char *sentence
        = g_strdup_printf(_("Not taken: it has to be a whole number within %d–%d."),
                          (int)gtk_adjustment_get_lower(ends), (int)gtk_adjustment_get_upper(ends));

    care_row_sentence_show(GTK_WIDGET(row), sentence);
    self->unheard = TRUE;
    if (self->restoring == 0)
        self->restoring = g_idle_add_once(on_restored, self);
}

/* An error of its own would be a zero to GTK. */
static int
on_input(AdwSpinRow *row, double *number, Minded *self)
{
    GtkAdjustment *ends = adw_spin_row_get_adjustment(row);
    double value = adw_spin_row_get_value(row);
    int whole;
    gboolean fits = read_whole(gtk_editable_get_text(GTK_EDITABLE(row)), &whole)
                    && whole >= gtk_adjustment_get_lower(ends) && whole <= gtk_adjustment_get_upper(ends);

    *number = fits ? whole : value;
    if (!fits)
        refuse(row, self);
    return TRUE;
}

/* Whoever types on has read it. */
static void
on_changed(GtkWidget *row, Minded *self)
{
    if (self->restoring != 0)
        return;
    self->unheard = FALSE;
    care_row_sentence_show(row, NULL);
}

void
care_spin_row_mind(AdwSpinRow *row, const CareRange *range)
{
    Minded *self = g_new0(Minded, 1);
    GtkAdjustment *ends = adw_spin_row_get_adjustment(row);

    if (range != NULL) {
        gtk_adjustment_set_lower(ends, (double)range->least);
        gtk_adjustment_set_upper(ends, (double)range->most);
    }
    care_row_sentence_add(GTK_LIST_BOX_ROW(row)); /* now: later the cursor would fall out of it */
    g_object_set_data_full(G_OBJECT(row), KEY, self, minded_free);
    g_signal_connect(row, "input", G_CALLBACK(on_input), self);
    g_signal_connect(row, "changed", G_CALLBACK(on_changed), self);
}

gboolean
care_spin_row_check(AdwSpinRow *row)
{
    Minded *self = g_object_get_data(G_OBJECT(row), KEY);
    gboolean heard;

    adw_spin_row_update(row);
    heard = self == NULL || !self->unheard;
    if (self != NULL)
        self->unheard = FALSE;
    return heard;
}
