/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/store.h"

G_BEGIN_DECLS

/* A record goes or comes back. Once that is done a toast over the widget's window says so, and what came back along with it,
 * and offers Undo; what was taken back can be done again. What came along goes with it, and comes with it: Undo leaves no
 * half. What is refused is said there too. Main thread. The widget may be gone before the answer comes.
 * sentence: that it went. */
void care_delete_with_undo(GtkWidget *widget, CareStore *store, const CareKind *kind, CareId id,
                           const char *sentence);
/* name: of what comes back, as it stands in a sentence. shown is called first where it is back. */
void care_bring_back_with_undo(GtkWidget *widget, CareStore *store, const CareKind *kind, CareId id,
                               const char *name,
                               void (*shown)(GtkWidget *window, const CareKind *kind, CareId id));
/* It came back already, and that was said: Ctrl+Z deletes it again. along: as care_flow_undelete_finish() gave it. */
void care_bring_back_remember(GtkWidget *widget, CareStore *store, const CareKind *kind, CareId id,
                              const char *name, GPtrArray *along);

G_END_DECLS
