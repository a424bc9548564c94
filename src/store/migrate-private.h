/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/migrate.h"
#include "store/rebuild.h"

G_BEGIN_DECLS

/* What a step does besides its SQL, inside the transaction of the whole migration. The tables are those of the step's own
 * schema, not of this program: no function that knows the fields of a kind may be used. */
typedef gboolean (*CareMigrateFunc)(CareConnection *connection, GError **error);

/* From one schema to the next. While the steps run there are no views, no triggers and no enforced foreign keys, so a
 * table may be rebuilt and an issued document may be given a column; what refers to what is checked at the end. */
typedef struct {
    const char *sql;        /* sql/SQL.sql; NULL: none */
    const char *rows;       /* sql/ROWS.sql: what follows for rows of the schema before; NULL: nothing */
    CareMigrateFunc before; /* nullable */
    CareMigrateFunc after;  /* nullable */
    CareRebuild rebuild;    /* what does not fit the rows any more; made anew once, after the last step */
} CareMigration;

/* The steps of this program; step i leads to schema i + 1. */
const CareMigration *care_schema_steps(int *n);
/* Views and triggers of the newest schema; whether the database needs none of them made anew: those that this
 * program made and that are gone since are for verify to tell. */
gboolean care_schema_objects_fit(CareConnection *connection);
gboolean care_schema_drop_objects(CareConnection *connection, GError **error);
gboolean care_schema_make_objects(CareConnection *connection, GError **error);
/* The text of sql/NAME.sql, transfer full; run, it makes what it says. */
char *care_schema_text(const char *name);
gboolean care_schema_run_sql(CareConnection *connection, const char *name, GError **error);
/* older: a condition on the id, of which rows it is said. */
gboolean care_schema_run_rows(CareConnection *connection, const char *name, const char *older,
                              GError **error);

/* A shop of that schema, made this moment, in memory. */
CareConnection *care_schema_fresh(int version, GError **error);

/* As care_migrate(), by these steps: so that a test can show what a step may do. */
gboolean care_migrate_by(CareConnection *connection, const char *path, const CareMigration *steps, int n,
                         GError **error);

G_END_DECLS
