/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/invoices/promise-cells.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ui/kit/facts.h"
#include "ui/kit/fit.h"

struct CarePromiseColumns {
    GtkSizeGroup *words; /* as wide in each row, so that all rows have the same form */
    GtkSizeGroup *figures[CARE_PROMISE_N_FIGURES];
    const char *headings[CARE_PROMISE_N_FIGURES];
};

CarePromiseColumns *
care_promise_columns_new(void)
{
    CarePromiseColumns *self = g_new0(CarePromiseColumns, 1);

    self->words = gtk_size_group_new(GTK_SIZE_GROUP_HORIZONTAL);
    for (int i = 0; i < CARE_PROMISE_N_FIGURES; i++)
        self->figures[i] = gtk_size_group_new(GTK_SIZE_GROUP_HORIZONTAL);
    return self;
}

void
care_promise_columns_free(CarePromiseColumns *self)
{
    g_object_unref(self->words);
    for (int i = 0; i < CARE_PROMISE_N_FIGURES; i++)
        g_object_unref(self->figures[i]);
    g_free(self);
}

void
care_promise_columns_call(CarePromiseColumns *self, CarePromiseFigure figure, const char *heading)
{
    self->headings[figure] = heading;
}

static GtkWidget *
wrapped_new(const char *text, float xalign, PangoWrapMode mode)
{
    GtkWidget *label = gtk_label_new(text);

    gtk_label_set_xalign(GTK_LABEL(label), xalign);
    gtk_label_set_wrap(GTK_LABEL(label), TRUE);
    gtk_label_set_wrap_mode(GTK_LABEL(label), mode);
    return label;
}

GtkWidget *
care_promise_words_new(const char *text, const char *css_class, gboolean narrow)
{
    GtkWidget *label = wrapped_new(text, 0, narrow ? PANGO_WRAP_WORD_CHAR : PANGO_WRAP_WORD);

    if (css_class)
        gtk_widget_add_css_class(label, css_class);
    return label;
}

/* Between two words only: a figure has none. */
GtkWidget *
care_promise_figure_new(const char *text)
{
    GtkWidget *label = wrapped_new(text, 1, PANGO_WRAP_WORD);

    gtk_label_set_justify(GTK_LABEL(label), GTK_JUSTIFY_RIGHT);
    gtk_widget_set_valign(label, GTK_ALIGN_START);
    gtk_widget_add_css_class(label, "numeric");
    return label;
}

/* "" where there is none: what was not agreed has a dash in its column. */
static const char *
text_of(GtkWidget *figure)
{
    const char *text = figure ? gtk_label_get_text(GTK_LABEL(figure)) : "";

    return g_str_equal(text, CARE_PROMISE_NONE) ? "" : text;
}

/* "Agreed 49.00 · Billed 49.00 · as agreed"; one by itself needs no name. Transfer full. */
static char *
sentence_of(CarePromiseColumns *self, GtkWidget *const figures[CARE_PROMISE_N_FIGURES])
{
    g_autoptr(GString) sentence = g_string_new(NULL);
    int n = 0;

    for (int i = 0; i < CARE_PROMISE_N_FIGURES; i++)
        n += *text_of(figures[i]) != '\0';
    for (int i = 0; i < CARE_PROMISE_N_FIGURES; i++) {
        const char *text = text_of(figures[i]);
        gboolean named = n > 1 && self->headings[i] && strpbrk(text, "0123456789");
        g_autofree char *figure
            = named ? g_strdup_printf(C_("figure", "%s %s"), self->headings[i], text) : g_strdup(text);

        care_facts_add(sentence, figure);
    }
    return g_string_free_and_steal(g_steal_pointer(&sentence));
}

static GtkWidget *
narrow_new(CarePromiseColumns *self, GtkWidget *words, GtkWidget *const figures[CARE_PROMISE_N_FIGURES],
           const char *css_class)
{
    GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 3);
    g_autofree char *sentence = sentence_of(self, figures);
    GtkWidget *label = care_promise_words_new(sentence, css_class, TRUE);

    if (words)
        gtk_box_append(GTK_BOX(box), words);
    gtk_widget_add_css_class(label, "numeric");
    gtk_widget_set_visible(label, *sentence != '\0');
    gtk_box_append(GTK_BOX(box), label);
    return box;
}

GtkWidget *
care_promise_cells_new(CarePromiseColumns *self, GtkWidget *words, GtkWidget *narrow_words,
                       GtkWidget *const figures[CARE_PROMISE_N_FIGURES], const char *css_class)
{
    GtkWidget *wide = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 12);
    CareFit *fit = g_object_new(CARE_TYPE_FIT, "threshold", CARE_FIT_LEAST, NULL);

    gtk_widget_set_hexpand(words, TRUE);
    gtk_size_group_add_widget(self->words, words);
    gtk_box_append(GTK_BOX(wide), words);
    for (int i = 0; i < CARE_PROMISE_N_FIGURES; i++) {
        if (!figures[i])
            continue;
        if (css_class)
            gtk_widget_add_css_class(figures[i], css_class);
        gtk_size_group_add_widget(self->figures[i], figures[i]);
        gtk_box_append(GTK_BOX(wide), figures[i]);
    }
    care_fit_set_wide(fit, wide);
    care_fit_set_narrow(fit, narrow_new(self, narrow_words, figures, css_class));
    gtk_widget_set_hexpand(GTK_WIDGET(fit), TRUE);
    return GTK_WIDGET(fit);
}
