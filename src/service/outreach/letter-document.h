/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/paper.h"

G_BEGIN_DECLS

/* A letter: of an interaction by letter, as it was written down or, before that, as it is going to be. */
extern const CarePaperKind care_letter_paper_kind;

G_END_DECLS
