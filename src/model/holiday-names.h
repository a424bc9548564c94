/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
    const char *rule; /* as in holidays.h */
    const char *name; /* N_() */
} CareNamedHoliday;

/* The days that are holidays in a country (ISO 3166), everywhere in it or in some of its parts, through the year; a
 * shop's preset has those that are everywhere. None for a country without a preset. Static. */
const CareNamedHoliday *care_country_holidays(const char *region, guint *n);

G_END_DECLS
