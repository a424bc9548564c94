/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "common/draft-equal.h"
#include "exchange/export/vcard-writer.h"
#include "exchange/import/vcard-parser.h"

static inline void
fuzz_check_text(const char *text)
{
    g_assert_true(text == NULL || g_utf8_validate(text, -1, NULL));
}

/* Written as a vCard, a contact reads as itself, with nothing left over. */
static inline void
fuzz_check_round_trip(CareContactDraft *draft)
{
    g_autoptr(GString) card = g_string_new(NULL);
    g_autoptr(GBytes) bytes = NULL;
    g_autoptr(CareVcardParser) parser = NULL;
    g_autoptr(CareContactDraft) again = NULL;

    care_vcard_append(card, draft);
    bytes = g_bytes_new(card->str, card->len);
    parser = care_vcard_parser_new(bytes);
    again = care_vcard_parser_next(parser);
    if (again == NULL || !care_contact_draft_equal(draft, again) || again->dropped->len > 0)
        g_error("it does not read as what was written:\n%s", card->str);
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
    if (draft->error == NULL)
        fuzz_check_round_trip(draft);
}
