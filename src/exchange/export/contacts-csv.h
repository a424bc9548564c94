/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import/contact-draft.h"

G_BEGIN_DECLS

GString *care_contacts_to_csv(GPtrArray *drafts);

G_END_DECLS
