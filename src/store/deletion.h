/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/transaction.h"

G_BEGIN_DECLS

/* What is deleted was so, and imports that can be taken back were run, so many days later, and nothing after now. What
 * has one instant keeps one. */
gboolean care_deletions_move(CareTransaction *transaction, int days, GError **error);
/* Of a shop that was not looked through before: no right clock said when something was deleted that was made later. It
 * counts from now. */
gboolean care_deletions_begin(CareTransaction *transaction, GError **error);

G_END_DECLS
