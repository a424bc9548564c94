/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Waiting for somebody to stop: what is typed is saved, or kept, once for a few letters. A field of who waits, which clears
 * it before it goes. Main thread. */
typedef void (*CarePauseFunc)(gpointer user_data);

typedef struct {
    guint ms;
    CarePauseFunc func;
    gpointer data;
    guint source; /* 0: nothing is waited for */
} CarePause;

/* func is called when it is over, and may begin it again. */
void care_pause_init(CarePause *self, guint ms, CarePauseFunc func, gpointer user_data);
/* One that has begun goes on: func is called so long after the first time. */
void care_pause_begin(CarePause *self);
/* So long after the last one. */
void care_pause_begin_anew(CarePause *self);
gboolean care_pause_is_on(const CarePause *self);
/* It is over now; where none was on, nothing is to be done. */
void care_pause_end(CarePause *self);
/* All that are on are over now: the window goes. */
void care_pauses_end(void);
/* It comes to nothing. */
void care_pause_clear(CarePause *self);

G_END_DECLS
