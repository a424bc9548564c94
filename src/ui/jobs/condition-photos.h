/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/kit/draft-keeper.h"
#include "ui/context.h"

G_BEGIN_DECLS

/* How a thing looks as it comes in: photos that become the job's when it is taken in. Their bytes are on the disk as
 * soon as they are added and their names are kept as a draft, so that they survive a crash with the rest of the
 * intake. A row for a list. */
#define CARE_TYPE_CONDITION_PHOTOS (care_condition_photos_get_type())
G_DECLARE_FINAL_TYPE(CareConditionPhotos, care_condition_photos, CARE, CONDITION_PHOTOS, AdwPreferencesRow)

/* draft: the key of what keeps their names, a document a line; intake: what is touched with them. */
GtkWidget *care_condition_photos_new(CareContext *context, const char *draft, CareDraftKeeper *intake);
/* Of unsaved CareRecord, for CareIntake. Transfer none. */
GPtrArray *care_condition_photos_get(CareConditionPhotos *self);
/* Takes up what an interrupted intake had. */
void care_condition_photos_continue(CareConditionPhotos *self);

G_END_DECLS
