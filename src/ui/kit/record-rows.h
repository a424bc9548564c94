/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/store.h"

G_BEGIN_DECLS

/* The rows of a list view of records: one widget for each place on screen, used again as the list scrolls. The items are
 * records, or places that hold them (ui/kit/slots.h). Main thread. */
typedef struct {
    GtkWidget *(*make)(gpointer place);
    /* Shows a record in a row, also again when it or something beside it changed; NULL: the row is put away. Returns the row
     * as a screen reader says it, owned by the row. */
    const char *(*show)(GtkWidget *row, CareRecord *record, gpointer place);
    /* The kinds whose changes show in a row beside those of its record, "customer,device"; NULL: none. */
    const char *depends;
} CareRecordRows;

/* Once for each view. rows is constant, place outlives the view: both are handed to the functions. */
void care_record_rows_install(GtkListView *view, const CareRecordRows *rows, CareStore *store,
                              gpointer place);
/* Shows a list in which nothing is selected; NULL: none. Transfer none. */
void care_record_rows_set_list(GtkListView *view, GListModel *list);
/* Shows the rows on screen again: time went by. */
void care_record_rows_refresh(GtkListView *view);
/* How many rows it shows at once, one of them cut at either end; 0 before it has one. */
guint care_record_rows_screenful(GtkListView *view);

G_END_DECLS
