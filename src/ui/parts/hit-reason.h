/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/search.h"
#include "store/store.h"

G_BEGIN_DECLS

/* Why a search found somebody, where their name does not tell it: "Cargo bike · WX-77801", "Job 2026-003", the number among
 * several that was meant; else what is given, to reach them by. Transfer full; NULL for nothing. */
char *care_hit_reason(CareStore *store, const CareSearchHit *hit, const char *otherwise);

G_END_DECLS
