/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/money.h"

G_BEGIN_DECLS

#define CARE_EPC_MAX_BYTES 331

/* A SEPA credit transfer as a QR code says it. Strings are borrowed for the call. */
typedef struct {
    const char *name; /* of the account's owner */
    const char *iban;
    const char *bic; /* may be NULL inside the EEA */
    const char *currency;
    CareMoney amount;
    const char *reference; /* ISO 11649 "RF…", or NULL */
    const char *text;      /* what the transfer is for, when there is no reference */
} CareEpcPayload;

char *care_epc_payload_build(const CareEpcPayload *payload, GError **error);

G_END_DECLS
