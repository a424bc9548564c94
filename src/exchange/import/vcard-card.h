/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import/contact-draft.h"
#include "exchange/import/vcard-property.h"

G_BEGIN_DECLS

typedef struct _CareVcardCard CareVcardCard;

CareVcardCard *care_vcard_card_new(void);
void care_vcard_card_free(CareVcardCard *self);
void care_vcard_card_take(CareVcardCard *self, CareVcardProperty *property);
void care_vcard_card_to_draft(CareVcardCard *self, CareContactDraft *draft);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareVcardCard, care_vcard_card_free)

G_END_DECLS
