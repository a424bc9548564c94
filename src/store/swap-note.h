/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* CareSwapNote: that a swap (store/swap.h) was taken back at an open, for the owner, who believes to have the other shop: they
 * asked for it before, and whoever opened the folder may have been a script that nobody watches. It lies in the shop's folder
 * until a window has said it. For who holds the folder. */
typedef struct {
    char *taken;   /* when the shop that was to come was backed up, RFC 3339; nullable */
    char *why;     /* a sentence */
    gboolean told; /* by a command; nobody may have been there to read it */
} CareSwapNote;

void care_swap_note_free(CareSwapNote *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareSwapNote, care_swap_note_free)

/* staged: the folder of the shop that was to come. What finds no room is not noted. */
void care_swap_note_write(const char *data_dir, const char *staged, const GError *why);
/* NULL: there is nothing to say. Transfer full. */
CareSwapNote *care_swap_note_read(const char *data_dir);
void care_swap_note_set_told(const char *data_dir);
void care_swap_note_drop(const char *data_dir);

G_END_DECLS
