/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* Whether the number of a job or an issued invoice that comes from elsewhere leaves room behind it for those that follow
 * (CARE_NUMBER_FARTHEST). A shop that is at the end of a series has given out what lies beyond itself, one after the other,
 * and its own export brings them along: so many of the series may lie there. CARE_ERROR_REFUSED with the sentence why not;
 * other kinds have no numbers. Asked of an import once all of it is there, and told by verify. Any thread. */
gboolean care_number_check_room(CareConnection *connection, CareRecord *record, GError **error);

G_END_DECLS
