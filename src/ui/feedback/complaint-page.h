/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "service/feedback/answer-clock.h"
#include "ui/context.h"

G_BEGIN_DECLS

/* A complaint, from the customer's words to their confirmation: what is owed now, by when, and what was done. */
#define CARE_TYPE_COMPLAINT_PAGE (care_complaint_page_get_type())
G_DECLARE_FINAL_TYPE(CareComplaintPage, care_complaint_page, CARE, COMPLAINT_PAGE, AdwBin)

/* Once, before anything else. */
void care_complaint_page_set_context(CareComplaintPage *self, CareContext *context);
/* FALSE when it is not there any more. */
gboolean care_complaint_page_set_complaint(CareComplaintPage *self, CareId complaint);
/* After a change; FALSE when the complaint on screen is gone. */
gboolean care_complaint_page_refresh(CareComplaintPage *self, CareChangeSet *changes);
/* Owned by the page. */
const char *care_complaint_page_get_title(CareComplaintPage *self);

G_END_DECLS
