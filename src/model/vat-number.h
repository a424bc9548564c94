/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "de 312-448/907" as "DE312448907": without what only lays it out, the one rule of which stands here. Transfer full. */
char *care_vat_number_compact(const char *text);

/* Whether a VAT identification number has the form of its country (the "VIES VAT number format" of the European
 * Commission; CH and GB by their tax offices), however it is laid out. Of countries that have none there: TRUE.
 * Whether it was given out, only an office can say. Any thread. */
gboolean care_vat_number_is_well_formed(const char *text);

/* Whether they are the same, however they are laid out. Any thread. */
gboolean care_vat_numbers_equal(const char *a, const char *b);

/* Whether it is, by its first letters, one of the European Union's, and of another state than the country (ISO 3166 alpha-2).
 * Any thread. */
gboolean care_vat_number_is_of_other_state(const char *number, const char *country);

/* Whether what goes there, or comes from there, stays within the European Union's tax on value added: its states (ISO
 * 3166 alpha-2), and goods of Northern Ireland, whose numbers begin with XI. number may be NULL. Any thread. */
gboolean care_vat_is_of_union(const char *country, const char *number);

G_END_DECLS
