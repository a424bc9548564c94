/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* CareCollator: sorts as a language does. Its keys, compared as bytes, have the language's order, so SQLite can sort
 * and index them. Belongs to one thread. */
typedef struct _CareCollator CareCollator;

/* locale: "sv", "de_DE.UTF-8", …; NULL, "C" and what nobody knows sort by the order that fits most. Never NULL. */
CareCollator *care_collator_new(const char *locale);
void care_collator_free(CareCollator *self);
GBytes *care_collator_key(CareCollator *self, const char *text); /* transfer full; empty for NULL */
/* The keys from low up to, not including, high are of texts that differ in case and accents only; both transfer full.
 * FALSE for a text without letters that count. */
gboolean care_collator_range(CareCollator *self, const char *text, GBytes **low, GBytes **high);
/* "sv/153.121": the order and its version; keys made under another one do not fit. "root" for the common order. */
const char *care_collator_order(CareCollator *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareCollator, care_collator_free)

G_END_DECLS
