/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import/contact-draft.h"
#include "exchange/import/vcard-lexer.h"

G_BEGIN_DECLS

typedef struct _CareVcardParser CareVcardParser;

CareVcardParser *care_vcard_parser_new(GBytes *bytes);
void care_vcard_parser_set_charset(CareVcardParser *self, const char *charset);
void care_vcard_parser_free(CareVcardParser *self);
CareContactDraft *care_vcard_parser_next(CareVcardParser *self);
CareVcardVersion care_vcard_parser_get_version(CareVcardParser *self);
gsize care_vcard_parser_get_offset(CareVcardParser *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareVcardParser, care_vcard_parser_free)

G_END_DECLS
