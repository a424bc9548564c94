/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/invoice-paper.h"

/* An invoice as a shop of that country writes it to somebody at home, to be looked at. */
typedef struct {
    const char *name;
    CareInvoicePaper invoice;
    GStrv seller;
    GStrv buyer;
} CountrySample;

guint country_samples_count(void);
/* Of the sample at the position; what it borrows is static or the sample's. */
void country_sample_fill(CountrySample *self, guint position);
void country_sample_clear(CountrySample *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(CountrySample, country_sample_clear)
