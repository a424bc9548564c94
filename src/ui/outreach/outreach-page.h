/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/place.h"

G_BEGIN_DECLS

#define CARE_TYPE_OUTREACH_PAGE (care_outreach_page_get_type())
G_DECLARE_FINAL_TYPE(CareOutreachPage, care_outreach_page, CARE, OUTREACH_PAGE, CarePlace)

G_END_DECLS
