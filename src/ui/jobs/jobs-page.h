/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/place.h"

G_BEGIN_DECLS

#define CARE_TYPE_JOBS_PAGE (care_jobs_page_get_type())
G_DECLARE_FINAL_TYPE(CareJobsPage, care_jobs_page, CARE, JOBS_PAGE, CarePlace)

G_END_DECLS
