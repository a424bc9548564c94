/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli.h"
#include "service/paper.h"

G_BEGIN_DECLS

/* Writes a paper of a record to a file. sheet: NULL for the usual one. */
gboolean care_cli_write_paper(CareCli *cli, const CarePaperKind *kind, CareRecord *record,
                              const CareSheet *sheet, const char *path, GError **error);

G_END_DECLS
