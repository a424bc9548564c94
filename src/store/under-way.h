/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a person asked for and is not done yet: whoever closes the shop waits for it first. Saves of the window are counted
 * by the store itself; what takes several steps, or writes a file, is added by whoever begins it. Work of the program's
 * own, which goes on at the next start, is not counted. store: the CareStore. On the thread that
 * opened it. */

/* Until the task has come to its end and its callback was called. */
void care_under_way_add(gpointer store, GTask *act);
/* The same of what is no one task. failed: it was not done, and whoever asked for it was told. */
void care_under_way_begin(gpointer store);
void care_under_way_end(gpointer store, gboolean failed);
/* A single write; what fails of it was told to whoever asked for it. */
void care_under_way_add_write(gpointer store, GTask *write);
/* For an act that goes on where a write of its own fails: a failure of what is begun between the two is the act's business.
 * Whatever else is begun while it is under way is none of its. */
void care_under_way_begin_steps(gpointer store);
void care_under_way_end_steps(gpointer store);
/* Words are to be kept that are not in the shop yet, however often that is tried: see draft-queue.h. */
void care_under_way_set_words(gpointer store, gboolean words);

gboolean care_under_way_any(gpointer store);
/* Calls back once nothing is under way, or only the keeping of words while something else was not done; of several waits only
 * the last is answered with TRUE. */
void care_under_way_wait_async(gpointer store, GAsyncReadyCallback callback, gpointer user_data);
/* FALSE: something was not done, or somebody else waits now. */
gboolean care_under_way_wait_finish(GAsyncResult *result);

G_END_DECLS
