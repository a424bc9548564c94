/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/context.h"
#include "ui/customers/timeline-model.h"

G_BEGIN_DECLS

/* Opens the print dialog for a customer's story, as much of it as the model shows. */
void care_timeline_print(GtkWidget *parent, CareContext *context, CareRecord *customer,
                         CareTimelineModel *model, gboolean filtered);

G_END_DECLS
