/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/letterhead.h"

G_BEGIN_DECLS

/* What stands below the last page of a letter: who, which account, under which numbers registered. */
void care_letterhead_add_foot(CareFlow *flow, const CareLetterhead *shop);

G_END_DECLS
