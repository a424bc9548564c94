/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/connection.h"

G_BEGIN_DECLS

/* What is derived from the rows and can be made anew from them. */
typedef enum {
    CARE_REBUILD_SORT_KEYS = 1 << 0, /* in the order that the shop has, by the ICU that is here */
    CARE_REBUILD_PHONES = 1 << 1,    /* the digits of phone numbers, of the shop's region */
    CARE_REBUILD_SEARCH = 1 << 2,    /* the whole search index */
    CARE_REBUILD_SCHEMA = 1 << 3,    /* views, triggers, indexes, and the lock of the issued documents */
    CARE_REBUILD_ALL = (1 << 4) - 1,
} CareRebuild;

/* Within a transaction, however long it takes: where the counter waits, sort-keys.h and phone-digits.h do it in steps.
 * The tables must be those of this program. */
gboolean care_rebuild(CareConnection *connection, CareRebuild what, GError **error);

/* Brings a shop of an older schema up to date that cannot be opened as it is, for somebody else's columns or tables have the
 * names that a step needs: what is theirs goes, with what is in it. An error as by care_store_open(). */
gboolean care_rebuild_older(const char *data_dir, GError **error);

G_END_DECLS
