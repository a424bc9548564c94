/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli.h"

G_BEGIN_DECLS

/* What a kind does beyond its table of fields. A function may be NULL. */
typedef struct {
    const char *kind;
    /* Adds members that are computed when they are asked for, to what list and get show. */
    gboolean (*extend)(CareCli *cli, CareRecord *record, JsonObject *object, GError **error);
    /* Around what somebody sets: given has the names of the fields, with their text where it is one. old is nullable. */
    void (*begin)(CareCli *cli, CareRecord *record, GHashTable *given);
    void (*end)(CareRecord *record, CareRecord *old, GHashTable *given);
} CareKindHook;

/* Never NULL: a hook without functions for kinds that need none. */
const CareKindHook *care_kind_hook(const CareKind *kind);
/* The object that list and get show. Transfer full; NULL where what it shows cannot be read. */
JsonNode *care_cli_record_node(CareCli *cli, CareRecord *record, GError **error);

gboolean care_cli_extend_invoice(CareCli *cli, CareRecord *invoice, JsonObject *object, GError **error);
gboolean care_cli_extend_job(CareCli *cli, CareRecord *job, JsonObject *object, GError **error);
void care_cli_end_job(CareRecord *job, CareRecord *old, GHashTable *given);
void care_cli_begin_payment(CareCli *cli, CareRecord *payment, GHashTable *given);

G_END_DECLS
