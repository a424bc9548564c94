/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/import/contact-draft.h"

static inline void
fuzz_check_text(const char *text)
{
    g_assert_true(text == NULL || g_utf8_validate(text, -1, NULL));
}

/* What holds for every contact of every file: all text is UTF-8, it has a name or a reason, and its row follows. */
static inline void
fuzz_check_draft(CareContactDraft *draft, guint *row)
{
    g_assert_cmpuint(draft->row, ==, ++*row);
    g_assert_cmpuint(draft->line, >, 0);
    g_assert_true(draft->error != NULL || (draft->name != NULL && *draft->name != '\0'));
    fuzz_check_text(draft->name);
    fuzz_check_text(draft->organisation);
    fuzz_check_text(draft->note);
    fuzz_check_text(draft->error);
    for (guint i = 0; i < draft->phones->len; i++)
        fuzz_check_text(care_contact_draft_phone(draft, i)->value);
    for (guint i = 0; i < draft->emails->len; i++)
        fuzz_check_text(care_contact_draft_email(draft, i)->value);
    for (guint i = 0; i < draft->addresses->len; i++)
        fuzz_check_text(care_contact_draft_address(draft, i)->street);
    for (guint i = 0; i < draft->dropped->len; i++)
        fuzz_check_text(draft->dropped->pdata[i]);
}
