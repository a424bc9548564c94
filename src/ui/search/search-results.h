/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/search/search-row.h"

G_BEGIN_DECLS

/* What fits on a screen without scrolling far; whoever needs more types one letter more. */
#define CARE_SEARCH_RESULTS_MOST 24

/* What a search found, kind by kind, with the one that Enter would open. The keyboard stays in the entry, so what is
 * current is moved by its keys and not by the focus. Emits "current" when it is another row, or none, and "open" with a
 * CareSearchRow that was clicked. Main thread. */
#define CARE_TYPE_SEARCH_RESULTS (care_search_results_get_type())
G_DECLARE_FINAL_TYPE(CareSearchResults, care_search_results, CARE, SEARCH_RESULTS, AdwBin)

/* In the place of what was found before; the best is current. hits: of CareSearchHit, the best first, cut to what there is
 * room for; typed: what they answer. */
void care_search_results_show(CareSearchResults *self, CareStore *store, GPtrArray *hits, const char *typed);
/* Behind the others and below a title, as far as there is room. */
void care_search_results_add(CareSearchResults *self, CareStore *store, const char *title, GPtrArray *hits,
                             const char *typed);
/* Below what was found. */
void care_search_results_say(CareSearchResults *self, const char *sentence);

/* Transfer none; NULL where nothing was found. */
CareSearchRow *care_search_results_get_current(CareSearchResults *self);
/* by: 1 down, -1 up; at an end it stays. FALSE: there is nothing to move in. */
gboolean care_search_results_move(CareSearchResults *self, int by);

G_END_DECLS
