/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* What a field says, for people, in one line or more: any field of any kind. "Nothing" when it is not set. Transfer
 * full. Main thread. */
char *care_field_text(CareStore *store, CareRecord *record, int field);

G_END_DECLS
