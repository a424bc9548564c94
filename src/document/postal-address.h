/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An address in its parts, as somebody typed them. Strings are borrowed; NULL and "" leave a part out. */
typedef struct {
    const char *recipient; /* lines: a company, below it a person */
    const char *street;    /* lines */
    const char *postcode;
    const char *locality;
    const char *region;
    const char *country; /* a code or a name; NULL: at home */
} CarePostalAddress;

/* Whether an address there is not whole without a postcode; FALSE where that is not known. country: a code, nullable. */
gboolean care_postal_needs_postcode(const char *country);
/* The lines that the post of its country asks for, in their order, and the country in words, in capitals, if it is not
 * home (ISO 3166, nullable), as the Universal Postal Union asks. The same on papers and on screen. Pure but for the
 * language of the messages; any thread. Transfer full, never NULL. */
GStrv care_postal_address_lines(const CarePostalAddress *address, const char *home);

/* Whether addresses of that country (ISO 3166) name a state or the like. Pure. */
gboolean care_postal_address_names_region(const char *country);

G_END_DECLS
