/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/paper.h"

G_BEGIN_DECLS

/* The care card of a job (N7): the dates its owner should know, on paper and for their own calendar. From hand-over on
 * those that were planned then; before it as they would be if it were handed over today. */
extern const CarePaperKind care_care_paper_kind;

G_END_DECLS
