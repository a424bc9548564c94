/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

/* The editor of one agreed line: a copy is edited and comes back by "done" (CareRecord line, NULL when it shall be
 * removed). */
#define CARE_TYPE_LINE_EDITOR (care_line_editor_get_type())
G_DECLARE_FINAL_TYPE(CareLineEditor, care_line_editor, CARE, LINE_EDITOR, AdwDialog)

/* line: NULL for a new one. prices: "gross" or "net", how the shop quotes. */
CareLineEditor *care_line_editor_new(CareStore *store, CareRecord *line, const char *prices);

G_END_DECLS
