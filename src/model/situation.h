/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* CareSituation: why the shop gets in touch with somebody. The one vocabulary behind a text's situation, a follow-up's
 * kind (the same words), and what the log counts a contact as, whichever way it was made (rules-care C2, C3: what the
 * order brings with it and a reminder of money are service; thanks and a check of the shop's own work are care, and so
 * is the check before a warranty ends). Static and constant; any thread. */
typedef struct {
    const char *word;     /* of CareText's situations */
    const char *counts;   /* a word of CareInteraction's classes */
    const char *sentence; /* what is due, as a follow-up: untranslated, with {who} and {title} */
    const char *act;      /* what its button says on a customer's page, untranslated */
    const char *icon;
} CareSituation;

/* Never NULL: what is not known (or NULL) is "other". */
const CareSituation *care_situation(const char *word);
/* What the log counts a contact in that situation as. */
const char *care_situation_class(const char *word);

G_END_DECLS
