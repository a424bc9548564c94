/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* CareStatementCache: the prepared statements of one connection. One that is taken belongs to who took it until it is
 * given back; of the others the 64 that were used last are kept. Belongs to the connection's thread. */
typedef struct _CareStatementCache CareStatementCache;

CareStatementCache *care_statement_cache_new(void);
void care_statement_cache_free(CareStatementCache *self);
/* Finalizes what nobody has taken. */
void care_statement_cache_clear(CareStatementCache *self);

/* The statement of this text, taken; NULL if none is there that nobody has. */
sqlite3_stmt *care_statement_cache_take(CareStatementCache *self, const char *sql);
/* A new statement, taken by who prepared it. */
void care_statement_cache_add(CareStatementCache *self, const char *sql, sqlite3_stmt *statement);
/* It may be finalized now or later. */
void care_statement_cache_give_back(CareStatementCache *self, sqlite3_stmt *statement);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareStatementCache, care_statement_cache_free)

G_END_DECLS
