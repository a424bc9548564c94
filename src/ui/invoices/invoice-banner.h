/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/invoices/invoice-issue.h"
#include "ui/context.h"
#include "ui/kit/banner.h"

G_BEGIN_DECLS

/* What keeps a draft from being issued or, where nothing does, what it would be better with, in one sentence, and a button
 * that leads to where it can be put right. Says what it found. */
CareIssueCheck care_invoice_banner_show(CareBanner *banner, CareContext *context, CareRecord *invoice,
                                        const char *customer);
/* What the button does where it leads out of the page: to Preferences or to the customer. FALSE: it does not. */
gboolean care_invoice_banner_leave(GtkWidget *widget, CareContext *context, CareRecord *invoice);

G_END_DECLS
