/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* The texts a new shop starts with, one for each situation, in the language of the one who opened it. Given once in a
 * shop's life, and only when there is none: a text that was deleted does not come back. Worker thread. */
gboolean care_default_texts_add(CareTransaction *transaction, GError **error);
/* For the window: in the background, without a word; the texts arrive by the store's "changed". */
void care_default_texts_add_async(CareStore *store);

G_END_DECLS
