/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/parts/line-dialog.h"

G_BEGIN_DECLS

/* What was left of a line that somebody was typing when the program went down. Main thread. */

/* Which of the owner's lines a draft is of, by what it was begun with, also where that was changed elsewhere since:
 * CARE_LINE_NEW of one that was being added, or that stands there no more. */
guint care_line_draft_position(CareStore *store, CareRecord *owner, int list, const char *draft);
/* The draft for a task, or NULL while what was left of another line waits under it: neither is written over the other. */
const char *care_line_draft_for(CareStore *store, const CareLineTask *task, const char *draft);

/* What a line's dialog begins with. */
typedef struct {
    CareRecord *line;
    gboolean left; /* it is what a draft held */
    char *said;    /* nullable: that the line was changed elsewhere since, or is gone */
} CareLineBegun;

void care_line_begun_clear(CareLineBegun *begun);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(CareLineBegun, care_line_begun_clear)

/* The task's line, a known one as it stands; where something was left in its draft, as that was, brought together with what
 * was changed since, which the draft is of from now on. */
void care_line_begin(CareStore *store, const CareLineTask *task, const CareKind *kind, CareLineBegun *begun);

G_END_DECLS
