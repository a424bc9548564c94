/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import/reader.h"

G_BEGIN_DECLS

/* Our own export (json/archive-json.h), whole or not at all and therefore in one go: a record may refer to one that
 * stands far below it, and the database checks that at every commit. */
extern const CareReaderKind care_archive_reader_kind;

G_END_DECLS
