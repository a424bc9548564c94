/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/flow.h"

G_BEGIN_DECLS

/* The shop as it stands on every paper. All strings are borrowed for the call; NULL or "" leaves a thing out. */
typedef struct {
    const char *name;
    const char *tagline;
    const char *const *address; /* lines, NULL-terminated */
    const char *country;        /* ISO 3166 */
    const char *phone;
    const char *email;
    const char *website;
    const char *vat_id;
    const char *tax_id_name; /* what the country calls the number before it, "USt-IdNr."; NULL: VAT */
    const char *tax_number;
    const char *iban;
    const char *bic;
    const char *bank;
    GBytes *logo; /* PNG, or NULL */
    const char *contact_name;
    const char *contact_phone;
    const char *contact_hours;
} CareLetterhead;

/* Whom a paper is for. */
typedef struct {
    const char *name;
    const char *const *lines; /* who and where, as the post of the country wants it; NULL: the name alone */
    const char *vat_id;
    const char *tax_id_name; /* as in the letterhead */
    const char *country;     /* ISO 3166 */
} CareAddressee;

/* One fact beside the addressee: "Quote 2026-0188". */
typedef struct {
    const char *label;
    const char *value;
    gboolean pending; /* not known yet: set quietly */
    gboolean strong;
} CareFact;

/* The head and, on a sheet for envelopes, the foot with bank and registration; before anything else is written. */
void care_letterhead_add(CareFlow *flow, const CareLetterhead *shop, const CareAddressee *addressee);
void care_letterhead_add_opening(CareFlow *flow, const CareLetterhead *shop, const CareAddressee *addressee,
                                 const CareFact *facts, guint n_facts);
void care_letterhead_add_opening_at(CareFlow *flow, double y, double height, const CareAddressee *addressee,
                                    const CareFact *facts, guint n_facts);
void care_letterhead_add_title(CareFlow *flow, const char *title, const char *mark, const char *subject);
char *care_letterhead_contact_line(const CareLetterhead *shop);
/* "USt-IdNr. DE312448907"; NULL without a number. Free with g_free. */
char *care_letterhead_tax_id(const char *id, const char *name);

G_END_DECLS
