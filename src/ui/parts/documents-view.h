/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

/* The photos and files of a customer or of one job: small pictures that open, with Add, drop and paste (Ctrl+V), and
 * Remove with Undo. Follows the store by itself. Stands in any page; has no scrolling of its own. */
#define CARE_TYPE_DOCUMENTS_VIEW (care_documents_view_get_type())
G_DECLARE_FINAL_TYPE(CareDocumentsView, care_documents_view, CARE, DOCUMENTS_VIEW, AdwBin)

/* job 0: everything of the customer. customer may be 0 when a job is given. */
GtkWidget *care_documents_view_new(CareContext *context, CareId customer, CareId job);
/* For what has no owner yet: documents that are kept as bytes but not saved. Emits "changed" when one comes or goes. */
GtkWidget *care_documents_view_new_pending(CareContext *context);
/* Of CareRecord, the newest first. Transfer none. */
GPtrArray *care_documents_view_get_pending(CareDocumentsView *self);
void care_documents_view_add_pending(CareDocumentsView *self, CareRecord *document);

G_END_DECLS
