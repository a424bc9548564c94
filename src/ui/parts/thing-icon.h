/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/kit/tone.h"

G_BEGIN_DECLS

/* A thing, beside people's avatars: a 16 px symbolic icon in a round tint. Says nothing to screen readers. */
#define CARE_TYPE_THING_ICON (care_thing_icon_get_type())
G_DECLARE_FINAL_TYPE(CareThingIcon, care_thing_icon, CARE, THING_ICON, AdwBin)

GtkWidget *care_thing_icon_new(const char *icon_name, CareTone tone);
void care_thing_icon_set_icon_name(CareThingIcon *self, const char *icon_name);
void care_thing_icon_set_tone(CareThingIcon *self, CareTone tone);
void care_thing_icon_set_size(CareThingIcon *self, int size);
const char *care_thing_icon_for(const char *what);
/* Whether a thing's name has the word, both folded, by itself or in a longer one: but a saxophone has no "phone". */
gboolean care_thing_has_word(const char *thing, const char *word);

G_END_DECLS
