/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/store.h"

G_BEGIN_DECLS

/* What a record is, in words that tell it from others to somebody who does not see it: "Payment of €100.00 on invoice
 * 2026-0003", "Follow-up: whether all is well". Whose it is, is not in it. Transfer full; main thread. */
char *care_record_line(CareStore *store, CareRecord *record);
/* The same, said once it was deleted: "Payment of €100.00 on invoice 2026-0003 deleted". Transfer full. */
char *care_record_line_deleted(CareStore *store, CareRecord *record);
/* Deletes it and offers Undo, with that sentence, in the window of the widget. */
void care_record_line_delete(GtkWidget *widget, CareStore *store, CareRecord *record);

G_END_DECLS
