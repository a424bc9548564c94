/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/today/due.h"

G_BEGIN_DECLS

/* What was tried about a line and reached nobody: "Tried 2 times, last yesterday, 16:40"; NULL where nothing was. Transfer
 * full. */
char *care_due_tried(const CareDueItem *item, CareClock *clock);

G_END_DECLS
