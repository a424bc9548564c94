/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/kit/banner.h"
#include "ui/kit/draft-keeper.h"
#include "ui/parts/writing-pad.h"
#include "ui/compose/compose-dialog.h"
#include "ui/compose/compose-way.h"

G_BEGIN_DECLS

struct _CareComposeDialog {
    AdwDialog parent_instance;

    CareContext *context;
    CareStore *store;
    CareMessageFacts *facts;
    GPtrArray *found;  /* texts, those of the situation first */
    GtkWidget *window; /* weak: where the toast goes when the dialog is gone */
    GCancellable *cancellable;
    gulong changed_handler;
    gboolean asked;  /* another way than the customer's own was agreed to */
    gboolean handed; /* it left the house; only the log is missing */
    gboolean edited; /* somebody wrote something of their own */
    gboolean done;
    gboolean filling;
    void (*next)(CareComposeDialog *self); /* what was asked for, while a question stands in between */
    CareRecord *draft;                     /* an interaction: channel, subject and text as they are written */
    CareDraftKeeper *keeper;

    AdwWindowTitle *title;
    CareBanner *banner;
    GtkButton *send;
    GtkWidget *invoice_group;
    AdwActionRow *invoice_row;
    GtkWidget *page;
    CareComposeWay *way;
    AdwComboRow *texts;
    AdwEntryRow *subject;
    CareWritingPad *pad;
    GtkWidget *already;
};

/* The dialog: compose-dialog.c */
CareRecord *care_compose_dialog_customer(CareComposeDialog *self);
const char *care_compose_dialog_customer_name(CareComposeDialog *self);
/* Says over the rows why it did not go out; NULL takes it back. */
void care_compose_dialog_say(CareComposeDialog *self, const char *sentence);

/* How it leaves the house: compose-send.c */
/* The whole as one text, as it would go out. Transfer full. */
char *care_compose_dialog_text(CareComposeDialog *self);
/* Why it may not go out, or what is unfilled, as a sentence; NULL when it may. Transfer full. */
char *care_compose_dialog_refusal(CareComposeDialog *self);
/* What the buttons do. */
void care_compose_dialog_send(CareComposeDialog *self);
void care_compose_dialog_already(CareComposeDialog *self);
void care_compose_dialog_copy(CareComposeDialog *self);
void care_compose_dialog_save_text(CareComposeDialog *self);

G_END_DECLS
