/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *care_iban_normalise(const char *text);
gboolean care_iban_check(const char *text);
/* What an account number is by the registry of ISO 13616: its country, and how long such a number is there. */
typedef enum {
    CARE_IBAN_OF_COUNTRY,
    CARE_IBAN_NO_COUNTRY,
    CARE_IBAN_WRONG_LENGTH,
} CareIbanLook;
CareIbanLook care_iban_look(const char *text);
char *care_iban_format(const char *text);
gboolean care_bic_check(const char *text);
gboolean care_creditor_reference_check(const char *text);

G_END_DECLS
