/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/store.h"

G_BEGIN_DECLS

/* Deletes a record; once that is done a toast over the widget's window says the sentence and offers Undo. What could
 * not be deleted is said there too. Main thread. The widget may be gone before the answer comes. */
void care_delete_with_undo(GtkWidget *widget, CareStore *store, const CareKind *kind, CareId id,
                           const char *sentence);

G_END_DECLS
