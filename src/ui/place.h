/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/id.h"
#include "ui/context.h"

G_BEGIN_DECLS

/* The base of what stands in the content area: Today, Customers, Jobs … A place is a widget with its own header
 * bar, a template and a construct-only "context". The window makes it when it is first shown and keeps it. A place never
 * includes another place: it asks the window by the actions win.open and win.create. */
#define CARE_TYPE_PLACE (care_place_get_type())
G_DECLARE_DERIVABLE_TYPE(CarePlace, care_place, CARE, PLACE, AdwBin)

struct _CarePlaceClass {
    AdwBinClass parent_class;

    /* Shows one record; FALSE when the place has no such kind. */
    gboolean (*open_row)(CarePlace *self, const char *kind, CareId id);
    /* What is to have the cursor once such a record was opened, or, kind NULL, the place was come to; NULL: what its page
     * shows. Transfer none. */
    GtkWidget *(*cursor)(CarePlace *self, const char *kind);
    /* Begins a new record, for a customer unless that is 0; FALSE when the place makes no such kind. */
    gboolean (*create)(CarePlace *self, const char *kind, CareId customer);
    /* Puts the cursor into the place's own search or filter; FALSE when it has none. */
    gboolean (*focus_search)(CarePlace *self);
    /* Goes on with a draft by its key (see CareDraftKeeper); FALSE when the place knows no such draft. */
    gboolean (*resume)(CarePlace *self, const char *draft);
    /* Whose page somebody is looking at; 0: nobody's. */
    CareId (*customer)(CarePlace *self);
    /* The place came to the front. */
    void (*shown)(CarePlace *self);
};

CareContext *care_place_get_context(CarePlace *self);
/* What a dialog of the place is shown over: its window, and the place itself before it is in one. Transfer none. */
GtkWidget *care_place_front(CarePlace *self);
gboolean care_place_open_row(CarePlace *self, const char *kind, CareId id);
/* What is to have the cursor on what was just opened, or, kind NULL, in a place that was come to: the place itself, or a
 * widget of it. Transfer none. */
GtkWidget *care_place_cursor(CarePlace *self, const char *kind);
gboolean care_place_create(CarePlace *self, const char *kind, CareId customer);
gboolean care_place_focus_search(CarePlace *self);
gboolean care_place_resume(CarePlace *self, const char *draft);
CareId care_place_customer(CarePlace *self);
void care_place_shown(CarePlace *self);

G_END_DECLS
