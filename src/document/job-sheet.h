/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/date.h"
#include "core/money.h"
#include "document/letterhead.h"

G_BEGIN_DECLS

typedef enum {
    CARE_JOB_SHEET_CUSTOMER = 1 << 0,
    CARE_JOB_SHEET_SHOP = 1 << 1,
} CareJobSheetCopies;

/* What was handed in and what was agreed. There is no field for an unlock code on purpose: it stays in the
 * keyring and never reaches paper. Strings are borrowed for the call; NULL or "" leaves a thing out. */
typedef struct {
    const CareSheet *sheet; /* NULL: A4 */
    CareLetterhead shop;
    CareAddressee customer;
    const char *customer_phone;
    const char *number;
    CareDate received;
    CareDate promised;
    const char *device;
    const char *serial;
    const char *fault;
    const char *accessories;
    const char *condition;
    gboolean has_price;
    CareMoney price;
    const char *currency;
    const char *price_note; /* "binding, agreed by phone on 12 Nov" */
    const char *terms;      /* the shop's own conditions and notices */
} CareJobSheet;

CarePaper *care_job_sheet_layout(const CareJobSheet *sheet, CareJobSheetCopies copies);

G_END_DECLS
