/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A customer's own fields: what the table of fields has and the programs that write contacts know nothing of. Our CSV
 * has a column for each, headed by the field's name, so that a field added to the table is written and read by itself.
 * References are left out: their ids mean nothing in another shop. A vCard has them as properties of our own, which other
 * programs pass over. */
#define CARE_CONTACT_OWN_PREFIX "X-AFTERCARE-"

guint care_contact_n_own(void);
int care_contact_own_field(guint n);           /* the CareCustomerField */
const char *care_contact_own_name(guint n);    /* the field's name */
int care_contact_own_find(const char *header); /* -1 if no own field is called exactly that */

G_END_DECLS
