/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"
#include "store/store.h"

G_BEGIN_DECLS

/* What became of a line elsewhere since somebody began to type into it. Main thread. */

/* In place of a position: that of a line that is being added. */
#define CARE_LINE_NEW G_MAXUINT

/* Where among the owner's the line stands that was begun with; CARE_LINE_NEW: it stands there no more. It is known by its id; one
 * that has none yet by what it says, at that position before any other. */
guint care_line_find(CareRecord *owner, int list, CareRecord *begun, guint position);

/* What is said of a line that is gone. */
const char *care_line_say_gone(void);
/* Brings into a line that was begun with what is stored now; what both changed stays as it was typed. left, nullable, is what an
 * edit that is left goes back to: it is brought along but for that. Returns what is to be said of it: each time of what both
 * changed, until one of them is saved, and of any other change where it is now another line, or any_change. NULL: nothing.
 * Transfer full. */
char *care_line_bring_together(CareStore *store, CareRecord *line, CareRecord *begun, CareRecord *now,
                               CareRecord *left, gboolean any_change);

/* A line that is edited, in a copy of its owner's. */
typedef struct {
    CareRecord *line;
    CareRecord *begun; /* the owner when it was begun */
    CareRecord *now;   /* the owner as it stands */
    int list;
    guint position; /* in begun; CARE_LINE_NEW of one that is being added */
} CareLineEdited;

gboolean care_line_was_changed(const CareLineEdited *edited);
/* Brings into the line what was changed of it since, and moves position to where it stands now: CARE_LINE_NEW, and it is a new
 * one, where it stands there no more. left, nullable, is what an edit that is left goes back to: it is brought along but for
 * what both changed. Returns what is to be said before the line is saved, or any_change: before it is removed; NULL: nothing.
 * Transfer full. */
char *care_line_catch_up(CareStore *store, CareLineEdited *edited, CareRecord *left, gboolean any_change);

G_END_DECLS
