/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/kind-flow.h"

G_BEGIN_DECLS

/* Drafts are computed whenever they are saved; what is issued goes to the database's own guard. */
extern const CareKindFlow care_invoice_flow;

G_END_DECLS
