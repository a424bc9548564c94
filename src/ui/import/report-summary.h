/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import/customer-import.h"

G_BEGIN_DECLS

/* What an import that is done brought, for people. Main thread. */

/* "46 Contacts Were Read". Transfer full. */
char *care_report_title(CareCustomerImport *import);
/* How many of them are new, merged, doubtful and refused, and how many files were not taken over. Transfer full. */
char *care_report_summary(CareCustomerImport *import);

G_END_DECLS
