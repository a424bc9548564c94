/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

/* The shop's currency, chosen by its name: those that most shops use first, then all that people pay with at an instant. */
GtkWidget *care_currency_row_new(CareStore *store, CareInstant now);

G_END_DECLS
