/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/* Two edits of one record: mine, and theirs that was stored meanwhile. base is what both began with. All three are of
 * one kind; any thread that owns them. */

/* Brings into mine what theirs changed since base, lists row by row. What the program works out is always theirs: it
 * is worked out anew when mine is written. Returns the fields that both changed, and not to the same, and those of a group
 * (CARE_FIELD_TOGETHER) of which each changed some; mine keeps its own value in them. */
guint64 care_record_merge(CareRecord *mine, CareRecord *base, CareRecord *theirs);

G_END_DECLS
