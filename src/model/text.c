/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/text.h"

#include <glib/gi18n-lib.h>

CARE_DEFINE_RECORD(CareText, care_text, CARE_TEXT_FIELDS, "text", N_("Text"),
                   .icon = "care-document-symbolic", .table = N_("Texts"))
