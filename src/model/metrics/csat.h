/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/metrics/nps.h"
#include "model/metrics/share.h"

G_BEGIN_DECLS

CareShare care_csat_of_answers(const CareScoreAnswer *answers, gsize n);

G_END_DECLS
