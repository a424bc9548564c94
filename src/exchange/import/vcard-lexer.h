/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import/vcard-property.h"

G_BEGIN_DECLS

typedef struct _CareVcardLexer CareVcardLexer;

CareVcardLexer *care_vcard_lexer_new(const char *data, gsize length);
void care_vcard_lexer_free(CareVcardLexer *self);
CareVcardProperty *care_vcard_lexer_next(CareVcardLexer *self);
void care_vcard_lexer_set_version(CareVcardLexer *self, CareVcardVersion version);
void care_vcard_lexer_set_charset(CareVcardLexer *self, const char *charset);
void care_vcard_lexer_set_inside(CareVcardLexer *self, gboolean inside);
gsize care_vcard_lexer_get_offset(CareVcardLexer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareVcardLexer, care_vcard_lexer_free)

G_END_DECLS
