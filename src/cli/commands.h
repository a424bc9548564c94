/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli.h"

G_BEGIN_DECLS

/* The groups of commands, one per file, each ended by a command without a name. */
extern const CareCommand care_backup_commands[];
extern const CareCommand care_change_commands[];
extern const CareCommand care_day_commands[];
extern const CareCommand care_export_commands[];
extern const CareCommand care_fields_commands[];
extern const CareCommand care_generate_commands[];
extern const CareCommand care_import_commands[];
extern const CareCommand care_invoice_commands[];
extern const CareCommand care_list_commands[];
extern const CareCommand care_metrics_commands[];
extern const CareCommand care_paper_commands[];
extern const CareCommand care_payment_commands[];
extern const CareCommand care_rebuild_commands[];
extern const CareCommand care_search_commands[];
extern const CareCommand care_setting_commands[];

G_END_DECLS
