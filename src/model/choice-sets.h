/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/choice.h"

G_BEGIN_DECLS

/* What people call the word of a field of this name ("status"), or any channel; translated. NULL when no set has it. */
const char *care_choice_sets_label(const char *field, const char *word);

G_END_DECLS
