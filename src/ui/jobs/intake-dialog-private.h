/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/jobs/agreed-lines.h"
#include "ui/jobs/condition-photos.h"
#include "ui/jobs/intake-dialog.h"
#include "ui/jobs/intake-draft.h"
#include "ui/jobs/intake-plan.h"
#include "ui/jobs/intake-whose.h"
#include "ui/kit/banner.h"
#include "ui/kit/draft-keeper.h"
#include "ui/kit/form.h"

G_BEGIN_DECLS

struct _CareIntakeDialog {
    AdwDialog parent_instance;

    CareContext *context;
    CareStore *store;
    CareIntakeDraft *draft;
    CareRecord *job;
    CareRecord *begun; /* the job before anybody typed */
    CareForm *form;    /* lives as long as the dialog */
    CareDraftKeeper *keeper;
    char *currency;
    GtkWidget *window; /* weak: for toasts */
    CareIntakeDoneFunc done;
    gpointer user_data;
    gboolean edited;
    gboolean taken_in;
    gboolean swapped; /* for another one that was begun before */
    gboolean filling;

    GtkWidget *save;
    CareBanner *banner;
    GtkBox *page;
    GtkWidget *scrolled;
    GtkBox *columns_place;
    GtkWidget *comes_in;
    GtkWidget *agreed;
    GtkListBox *in_list;
    GtkListBox *agreed_list;
    GtkWidget *fault;
    AdwExpanderRow *more;
    GtkEditable *accessories;
    GtkEditable *code;
    AdwComboRow *kind_choice;
    GtkWidget *kind;
    GtkWidget *promised_time;
    GtkWidget *add_line;
    AdwExpanderRow *agreed_row;
    AdwComboRow *agreed_how;
    GtkLabel *total;
    CareIntakePlan *plan_part;

    CareIntakeWhose *whose;
    CareConditionPhotos *photos; /* owned by in_list */
    CareAgreedLines *lines;
};

/* However it was left: what somebody began stays, and says so. */
void care_intake_dialog_left(AdwDialog *dialog);

G_END_DECLS
