/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

/* A page of the preferences with all of a kind's fields, made from its table: for staff and texts. id 0: a new one.
 * Save and Remove pop it; removing can be undone by a toast of the dialog. */
AdwNavigationPage *care_record_page_new(AdwPreferencesDialog *dialog, CareContext *context,
                                        const CareKind *kind, CareId id);
/* A group that lists a kind's records, opens their pages, adds, and follows the store. */
GtkWidget *care_record_group_new(AdwPreferencesDialog *dialog, CareContext *context, const CareKind *kind,
                                 const char *title, const char *description, const char *add_label);

G_END_DECLS
