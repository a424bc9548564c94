/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/kit/record-dialog.h"

G_BEGIN_DECLS

/* CareYesDialog: who said yes, how and when: to the price of a job's lines as they are, or to an invoice above it (S22).
 * Main thread. */
#define CARE_TYPE_YES_DIALOG (care_yes_dialog_get_type())
G_DECLARE_FINAL_TYPE(CareYesDialog, care_yes_dialog, CARE, YES_DIALOG, CareRecordDialog)

/* To what. The record's three fields hold the yes. */
typedef struct {
    const char *title;
    const char *description; /* plain text */
    const char *ahead;       /* why a day ahead cannot be */
    const char *who;         /* probably */
    int by, at, how;
    /* Gets a copy of the record with the yes (transfer none) while keep is alive, the caller's own widget; NULL: it is
     * saved. */
    void (*done)(CareRecord *changed, gpointer keep);
    GtkWidget *keep;
    const char *draft; /* the word of the draft that keeps what is typed; one that waits is gone on with */
} CareYes;

#define CARE_YES_DRAFT "yes"         /* to a job's price */
#define CARE_CONSENT_DRAFT "consent" /* to an invoice above it */

void care_yes_dialog_present(GtkWidget *parent, CareContext *context, CareRecord *record, const CareYes *yes);

G_END_DECLS
