/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Random choices that only depend on the seed: splitmix64. */
typedef struct {
    guint64 state;
} CareDice;

CareDice care_dice(guint64 seed, guint64 series, guint64 index);
guint care_dice_below(CareDice *dice, guint limit);
gboolean care_dice_one_in(CareDice *dice, guint n);
const char *care_dice_pick(CareDice *dice, const char *const *words); /* NULL-terminated, not empty */

/* Invented people and companies. Texts are given away. */
typedef struct {
    char *given;
    char *family;
    const char *language;
} CareMadeUpName;

CareMadeUpName care_made_up_person(CareDice *dice);
char *care_made_up_company(CareDice *dice);
const char *care_made_up_town(CareDice *dice, const char **postcode);
char *care_made_up_street(CareDice *dice);
const char *care_made_up_device(CareDice *dice, const char **brand, const char **kind);
const char *care_made_up_work(CareDice *dice);
const char *care_made_up_message(CareDice *dice);

G_END_DECLS
