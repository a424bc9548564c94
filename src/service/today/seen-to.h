/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/transaction.h"

G_BEGIN_DECLS

/* What a contact (interaction) or an answer (feedback) has seen to: the steps whose ids its field seen_to has. A step is done
 * as long as one of them stands, since the first of them; one that was done or let go by hand stays as it is. A step that is
 * deleted, or gone, is left alone. Worker thread. */

/* Writes down, before the contact is saved, the step that it names and what stood on its line. */
gboolean care_seen_to_note_contact(CareTransaction *transaction, CareRecord *contact, GError **error);
/* And the questions that the answer is to. */
gboolean care_seen_to_note_answer(CareTransaction *transaction, CareRecord *answer, GError **error);

/* Marks the steps of a contact or an answer anew, once it was saved, changed, deleted or brought back: seer is as it was
 * before a change, whose marks are known by its instant, and as it is now. */
gboolean care_seen_to_settle(CareTransaction *transaction, CareRecord *seer, GError **error);

/* Marks those alone that are open and that nobody has touched since the contact was written down: it came by itself. */
gboolean care_seen_to_settle_restored(CareTransaction *transaction, CareRecord *contact, GError **error);

/* The step waits again because somebody said so: whoever has seen to it by now has not. */
gboolean care_seen_to_forget_step(CareTransaction *transaction, CareRecord *followup, GError **error);

G_END_DECLS
