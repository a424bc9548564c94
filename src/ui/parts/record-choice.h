/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

/* Lets a row choose one of a few records, told by their names, or none. records: of CareRecord (nullable: there are
 * none). The chosen one (0: none) is offered even where it is not among them, as long as the store has it. */
void care_record_choice_fill(AdwComboRow *row, CareStore *store, const CareKind *kind, GPtrArray *records,
                             CareId chosen);
/* 0: none. */
CareId care_record_choice_get(AdwComboRow *row);

G_END_DECLS
