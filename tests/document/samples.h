/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/care-card.h"
#include "document/invoice-paper.h"
#include "document/job-sheet.h"
#include "document/timeline-paper.h"

/* The sample shop's papers. All strings are static; the structs may be changed by a test. */
CareLetterhead sample_shop(void);
GBytes *sample_logo(void);
CareInvoicePaper sample_invoice(void);
CareInvoicePaper sample_credit_note(void);
CareInvoicePaper sample_gross_invoice(void);
CareInvoicePaper sample_world_invoice(void);
CareInvoicePaper sample_long_invoice(guint n_lines);
CareCareCard sample_care_card(void);
CareJobSheet sample_job_sheet(void);
CareTimelinePaper sample_timeline(guint n_entries);
