/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/place.h"
#include "ui/places.h"

G_BEGIN_DECLS

/* CareWayBack: from a record that was opened in another place, back to where somebody came from. It is laid below the page
 * of the record, so that its Back, Escape and Alt+Left lead here: to the place it was opened from, with the cursor where it
 * was. Where a list stands beside the record there is no Back, and the two keys lead there all the same, until somebody
 * else is chosen in the list. It is gone once, and no longer there when somebody goes to the place by themselves. Main
 * thread. */
#define CARE_TYPE_WAY_BACK (care_way_back_get_type())
G_DECLARE_FINAL_TYPE(CareWayBack, care_way_back, CARE, WAY_BACK, AdwNavigationPage)

/* cursor (nullable): what has it. Floating. */
CareWayBack *care_way_back_new(const CarePlaceInfo *from, GtkWidget *cursor);
/* FALSE: no page of a record is open there, or the place is none of pages. */
gboolean care_way_back_lay(CareWayBack *self, CarePlace *place);
/* Back leads to the list of the place again. */
void care_way_back_forget(CarePlace *place);
/* Narrow, a record gives way to the list that it covers, and to nothing else: somebody is looking for another. */
void care_way_back_uncover(CarePlace *place);

G_END_DECLS
