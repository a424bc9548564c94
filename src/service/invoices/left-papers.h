/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/invoices/chain-head.h"

G_BEGIN_DECLS

/* A paper is on the disk before its document is in the database. A program that is ended in between, be it while it issues
 * one or while it brings a whole archive, leaves papers of documents that there never were. */

/* What is known of the numbers that were given out. */
typedef struct {
    const CareChainHead *now;  /* as the database says */
    const CareChainHead *kept; /* as it is kept beside; nullable */
    gboolean lost;             /* there was one, and it is gone or damaged: then nobody knows */
} CareGivenNumbers;

/* Whether a file of that name in issued/ is the paper of a number that was never given out. */
gboolean care_paper_is_left(const CareGivenNumbers *given, const char *name);
/* What the names of the papers in issued/ tell of the numbers that were given out, for a shop that has nothing else left to
 * say it: a program that was ended while it issued may have left one too many. Any thread. Transfer full. */
CareChainHead *care_papers_tell(const char *data_dir);
/* At a start: puts such papers aside into backups/papers, and removes what was never finished in issued/ and beside the
 * database. Does nothing while somebody else writes. Opening thread. */
gboolean care_left_papers_sweep(CareStore *store, GError **error);

G_END_DECLS
