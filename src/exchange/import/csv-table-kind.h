/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a table seems to be a list of by its headers and the title above them (nullable), if not of people: a sentence
 * that says so, translated; NULL where it may be people. people: how much of it speaks of people, two for each of a
 * name, phones, e-mail addresses and the like. */
const char *care_csv_table_kind(const char *const *headers, const char *title, guint people);
/* Whether a header is one of such a list. */
gboolean care_csv_table_knows(const char *header);

/* The same for the accounts of a ledger: what is called an account, with sums or days. Companies are called so too; ask only
 * where nobody in the table can be reached. */
const char *care_csv_table_ledger(const char *const *headers);

G_END_DECLS
