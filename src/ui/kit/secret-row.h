/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* CareSecretRow: an entry row for a password or a code. Until its button shows what was typed, other programs are told
 * no more of it than the eye sees; AdwPasswordEntryRow tells it to whoever reads the accessibility tree. Main thread. */
#define CARE_TYPE_SECRET_ROW (care_secret_row_get_type())
G_DECLARE_FINAL_TYPE(CareSecretRow, care_secret_row, CARE, SECRET_ROW, AdwEntryRow)

G_END_DECLS
