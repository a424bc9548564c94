/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import/reader.h"

G_BEGIN_DECLS

/* A record that the file brought stays without what it refers to and no door would have let it (service/flow-references.h),
 * where every door of the file's shop was asked: it is told, and the record kept. began: the oldest schema that the file's
 * records were entered under. FALSE with the sentence where it cannot be without; changes nothing then. */
gboolean care_archive_let_links_go(const CareReaderDesk *desk, const CareKind *kind, CareId id, int began,
                                   GError **error);

G_END_DECLS
