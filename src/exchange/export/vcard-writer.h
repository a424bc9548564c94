/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import/contact-draft.h"

G_BEGIN_DECLS

void care_vcard_append(GString *out, const CareContactDraft *draft);

G_END_DECLS
