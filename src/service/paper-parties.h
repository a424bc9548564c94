/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "document/letterhead.h"
#include "model/record.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* The shop and the addressee of a paper as they are today, as JSON objects of plain strings. An invoice keeps them in
 * its frozen row, so that renaming a customer or moving the shop never changes an old one; other papers are laid out
 * from them at once. Any thread, with that thread's connection. Transfer full. */

/* contact: the staff who answers for it; 0: nobody in particular. */
char *care_seller_snapshot(CareConnection *connection, CareId contact);
/* With the job's number and device, which are part of what the customer was told; job 0: without. */
char *care_buyer_snapshot(CareConnection *connection, CareId customer, CareId job, GError **error);
/* Whom a snapshot is of; 0: it does not say, as those of schema 1. buyer is nullable. */
CareId care_buyer_snapshot_customer(const char *buyer);

/* The number of the job that it names; NULL: none. buyer is nullable; transfer full. */
char *care_buyer_snapshot_job(const char *buyer);

/* Both, read again. The letterhead and the addressee borrow from it. */
typedef struct {
    JsonNode *seller;
    JsonNode *buyer;
    GStrv seller_address;
    GStrv buyer_lines; /* with the name */
    GBytes *logo;      /* nullable */
} CarePaperParties;

gboolean care_paper_parties_read(CarePaperParties *self, const char *data_dir, const char *seller,
                                 const char *buyer, GError **error);
/* Of a paper that keeps no snapshot: as they are now. */
gboolean care_paper_parties_now(CarePaperParties *self, CareConnection *connection, const char *data_dir,
                                CareId contact, CareId customer, CareId job, GError **error);
void care_paper_parties_clear(CarePaperParties *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(CarePaperParties, care_paper_parties_clear)

CareLetterhead care_paper_parties_shop(const CarePaperParties *self);
CareAddressee care_paper_parties_addressee(const CarePaperParties *self);
/* A member that only some papers have; nullable, owned by the parties. */
const char *care_paper_parties_of_seller(const CarePaperParties *self, const char *name);
const char *care_paper_parties_of_buyer(const CarePaperParties *self, const char *name);

/* The person who answers for a paper to this customer: the customer's own contact, else this one. */
CareId care_paper_contact(CareConnection *connection, CareId customer, CareId otherwise);

G_END_DECLS
