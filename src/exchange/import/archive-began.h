/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import/reader.h"

G_BEGIN_DECLS

/* Lowers the mark by which the shop's rows are asked (care_migrate_began()) to began, that of the file, where something
 * stays that the shop's own would refuse: a setting (odd), or a record that the file brought. What fits is asked by the
 * shop's mark on and on; so one row of an old file does not keep verify from asking after all the others. After the records
 * were checked; in the import's transaction. FALSE only on an error that is no row's. */
gboolean care_archive_note_began(const CareReaderDesk *desk, int began, gboolean odd, GError **error);

G_END_DECLS
