/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/window.h"

G_BEGIN_DECLS

/* Takes up what an earlier window had to leave beside a shop that was held (store/draft-left.h), behind what this one shows,
 * and offers it. Where the shop is held still, as soon as it is not. */
void care_left_words_take(CareWindow *window);

G_END_DECLS
