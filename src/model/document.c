/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/document.h"

#include <glib/gi18n-lib.h>

CARE_DEFINE_RECORD(CareDocument, care_document, CARE_DOCUMENT_FIELDS, "document", N_("Document"),
                   .story = CARE_STORY_GIFTS, .icon = "care-document-symbolic")
