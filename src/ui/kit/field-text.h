/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* What a field says, for people, in one line or more: any field of any kind. "Nothing" when it is not set. Transfer
 * full. Main thread. */
char *care_field_text(CareStore *store, CareRecord *record, int field);

/* The name of the customer whose record it is, as it stands in a sentence; NULL where it is nobody's. Transfer full. */
char *care_field_customer(CareStore *store, CareRecord *record);

G_END_DECLS
