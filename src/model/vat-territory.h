/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whose tax on value added holds at an address: the country's (ISO 3166 alpha-2) for most, France's in Monaco, and for a
 * part of a country that stands outside of it, such as the Canary Islands, a code that no state has. postcode may be NULL.
 * Static, or country itself. Any thread. */
const char *care_vat_territory(const char *country, const char *postcode);
/* Whether an address of that territory lies in Northern Ireland: goods that go there stay in the Union, and those that stay in
 * the Kingdom are at home. postcode may be NULL. */
gboolean care_vat_is_northern_ireland(const char *territory, const char *postcode);

G_END_DECLS
