/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"
#include "store/store.h"

G_BEGIN_DECLS

/* Gives the next number of this year's series and today's date (rules-invoices I2). Refused, and no number taken, until
 * somebody has confirmed that the clock is right: a day before the last one of the series, or more than a week before the
 * last one of all, or of a year before that of a number which was named as the last one; a day more than a month after the
 * documents until then, or after all other records where there are none. Refused too: a shop that came from a backup, or
 * from an export without its documents, until somebody has said which number was the last. What was confirmed against a
 * later day of its series says so ("day_confirmed"). */
gboolean care_invoice_give_number(CareTransaction *transaction, CareRecord *invoice, GError **error);

/* What a person has to say before a number can be given. Any connection. */
typedef enum {
    CARE_NUMBER_CLEAR,
    CARE_NUMBER_NEEDS_DAY,       /* long after the last document: is it really that day? */
    CARE_NUMBER_NEEDS_FIRST_DAY, /* the same of the first one, long after all other records */
    CARE_NUMBER_NEEDS_EARLIER,   /* before the last document: is it really that day? */
    CARE_NUMBER_NEEDS_LAST,      /* of a backup or an export: which number was the last? */
    CARE_NUMBER_UNREADABLE,      /* nobody can say; *error says why */
} CareNumberCheck;
CareNumberCheck care_invoice_number_check(CareConnection *connection, CareDate today, GError **error);
/* Whether it is CARE_NUMBER_NEEDS_LAST: one setting, where the whole check may read the shop's rows. Any connection. */
gboolean care_invoice_number_needs_last(CareConnection *connection);

/* The clock is right: it is this day. A CareTransactionFunc without data. */
gboolean care_invoice_confirm_day(CareTransaction *transaction, gpointer data, GError **error);
/* Whether it can be the last number that was given out anywhere, "2026-0005"; NULL or "none": no later one than the shop
 * knows; nothing at all is no answer. CARE_ERROR_INPUT for what is no number, one before the last document, of a year to
 * come, or far beyond what the shop knows. Any connection. */
gboolean care_invoice_check_last(CareConnection *connection, const char *number, CareDate today,
                                 GError **error);
/* The answer to it. A CareTransactionFunc; data is the text. CARE_ERROR_REFUSED where nothing asks for it: a shop that came
 * from no backup and no export knows its numbers. */
gboolean care_invoice_say_last(CareTransaction *transaction, gpointer number, GError **error);
/* The last number that the shop knows of; NULL if it knows none. Transfer full. */
char *care_invoice_last_number(CareConnection *connection);

G_END_DECLS
