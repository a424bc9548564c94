/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import/reader.h"

G_BEGIN_DECLS

/* A record that a file brought, and that refers, by itself or in a row of its lists, to one that is not there. */
typedef struct {
    CareId id;
    char *reason; /* a sentence, which says what to do where another file may have that one */
} CareArchiveDangling;

/* Those of a kind, one as often as it does. schema: the file's. Transfer full. Worker thread. */
GArray *care_archive_find_dangling(const CareReaderDesk *desk, int schema, const CareKind *kind,
                                   GError **error);

G_END_DECLS
