/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/search.h"
#include "store/store.h"

G_BEGIN_DECLS

/* What the search says of a hit: a title and a line that shows why it was found. */
typedef struct {
    char *title;
    char *subtitle;
    const char *icon; /* of a thing; NULL for a person, who has an avatar */
} CareHitText;

CareHitText *care_hit_text_new(CareStore *store, const CareSearchHit *hit);
void care_hit_text_free(CareHitText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareHitText, care_hit_text_free)

G_END_DECLS
