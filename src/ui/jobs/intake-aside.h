/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/id.h"
#include "ui/context.h"

G_BEGIN_DECLS

typedef void (*CareIntakeDoneFunc)(CareId job, gpointer user_data);

/* An intake that was left before it was taken in. */
typedef struct CareIntakeAside {
    const char *key;  /* of its draft */
    const char *code; /* the unlock code: kept in memory, and nowhere else, while Undo is offered */
    const char *name;
    CareIntakeDoneFunc done;
    gpointer user_data;
    void (*take_up)(GtkWidget *window, CareContext *context, const struct CareIntakeAside *aside);
} CareIntakeAside;

/* Says where it is kept; Undo takes it up again, unless it was taken in or thrown away since. */
void care_intake_aside_say(GtkWidget *window, CareContext *context, const CareIntakeAside *aside);

/* Of a job that was just taken in: offers to take that back, with the customer who came in with it (is_new). */
void care_intake_offer_undo(GtkWidget *window, CareStore *store, CareId id, gboolean is_new);

G_END_DECLS
