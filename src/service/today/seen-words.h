/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/id.h"

G_BEGIN_DECLS

/* What a contact or an answer has seen to (its field seen_to), as words with a blank between them:
 *     "12 13"        the steps 12 and 13;
 *     "-12 13"       and 12 was opened again since by somebody, so it sees to that no more;
 *     "14 9:-12,13"  step 14, and -12 and 13 while it was about 9, which is another step, job or customer than it is about now:
 *                    once it is about 9 again, it has seen to these again.
 * A file may bring any words: what is none of these is no step. All are nullable; transfer full. */

/* Whether each is one of these, as the program writes them. */
gboolean care_seen_words_are_whole(const char *words);

/* The steps that it sees to now. */
GArray *care_seen_words_steps(const char *words);
/* With those of steps that have no word there yet added. */
char *care_seen_words_add(const char *words, GArray *steps);
/* The step, if it sees to it, was opened again since. */
char *care_seen_words_pass(const char *words, CareId step);
/* What it says of the one, whatever that is, it says of the other. */
char *care_seen_words_rename(const char *words, CareId from, CareId to);
/* What it is about changes: what it saw to until now is put away as seen to then, if that is not 0. */
char *care_seen_words_put_away(const char *words, CareId then);
/* And what was put away as seen to then is seen to again; NULL: nothing was. */
char *care_seen_words_take_up(const char *words, CareId then);

G_END_DECLS
