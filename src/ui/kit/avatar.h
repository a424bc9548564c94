/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Whose initials it shows: those of words, and not of the signs between them ("Amp & Sons (Berlin)"). name: nullable. */
void care_avatar_set_name(AdwAvatar *avatar, const char *name);

G_END_DECLS
