/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* Drafts that go with a save which is under way, whose editor is closed already: what they hold is on its way into the shop, and
 * nobody else goes on with it. Main thread. */

/* Until care_draft_gone(), called as often. draft: nullable. */
void care_draft_goes(CareStore *store, const char *draft);
void care_draft_gone(CareStore *store, const char *draft);
gboolean care_draft_is_going(CareStore *store, const char *draft);

/* And those that went with one whose conflict was left open: what they hold stands on its page, to be saved with what is saved
 * there next, and is not added once more beside that. As those two. */
void care_draft_open(CareStore *store, const char *draft);
void care_draft_open_no_more(CareStore *store, const char *draft);
gboolean care_draft_is_open(CareStore *store, const char *draft);

G_END_DECLS
