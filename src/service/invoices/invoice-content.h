/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/* What stands before the first document of the chain. */
#define CARE_INVOICE_CHAIN_START "aftercare"

/* Everything of an issued document that is frozen, as text: a line "name=value" per value, in a fixed order. It is
 * what is hashed, and comparing two of them says what was altered. Transfer full. */
char *care_invoice_content(CareRecord *invoice);
/* The first line that differs, as "name: stored → found"; NULL if none does. Transfer full. */
char *care_invoice_content_difference(const char *stored, const char *found);
/* chain = SHA-256(previous chain ‖ LF ‖ number ‖ LF ‖ SHA-256(content)), in hexadecimal digits. Transfer full. */
char *care_invoice_chain(const char *previous, const char *number, const char *content);

G_END_DECLS
