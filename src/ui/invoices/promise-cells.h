/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The cells of a row of the promise table: words, then figures in columns, which never break. Where they have no room beside
 * the words, all rows have them below, each with what its column is called. Main thread. */
typedef enum {
    CARE_PROMISE_AGREED,
    CARE_PROMISE_BILLED,
    CARE_PROMISE_DIFFERENCE,
    CARE_PROMISE_N_FIGURES,
} CarePromiseFigure;

typedef struct CarePromiseColumns CarePromiseColumns;
CarePromiseColumns *care_promise_columns_new(void);
void care_promise_columns_free(CarePromiseColumns *self);
/* What a column is called in a sentence of figures; NULL: there is none. Static strings. */
void care_promise_columns_call(CarePromiseColumns *self, CarePromiseFigure figure, const char *heading);

/* Words of a cell; css_class is nullable. narrow: they stand above the figures, and break wherever they have to. */
GtkWidget *care_promise_words_new(const char *text, const char *css_class, gboolean narrow);
/* A figure, or words in its place; NONE where there is nothing to compare with. */
#define CARE_PROMISE_NONE "–"
GtkWidget *care_promise_figure_new(const char *text);
/* words, narrow_words: the same twice; narrow_words is nullable. figures: NULL where there is no such column. css_class: of
 * all figures; nullable. */
GtkWidget *care_promise_cells_new(CarePromiseColumns *self, GtkWidget *words, GtkWidget *narrow_words,
                                  GtkWidget *const figures[CARE_PROMISE_N_FIGURES], const char *css_class);

G_END_DECLS
