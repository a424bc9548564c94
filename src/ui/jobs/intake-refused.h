/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/store.h"
#include "ui/kit/banner.h"

G_BEGIN_DECLS

/* The job was not taken in: says why in the banner, or, where its customer was deleted meanwhile, asks whether to bring them
 * back and takes it in then. Main thread. */
void care_intake_refused(AdwDialog *intake, CareStore *store, CareRecord *job, CareBanner *banner,
                         const GError *error);

G_END_DECLS
