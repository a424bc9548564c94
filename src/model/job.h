/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/line-choices.h"
#include "model/record.h"

G_BEGIN_DECLS

/* A repair, from intake to collection. The unlock code itself is in the keyring only; has_code says that one is there.
 * returned: a job that was cancelled was handed back as it was. agreed_by, agreed_at and agreed_how are the yes to the lines
 * as they are; promise is the lines that the last yes was to. */
/* clang-format off */
#define CARE_JOB_STATUSES(W) \
    W(CARE_STATUS_RECEIVED, "received", N_("Taken in"), NULL) \
    W(CARE_STATUS_WAITING, "waiting", N_("Waiting for a part"), NULL) \
    W(CARE_STATUS_WORKING, "working", N_("In work"), NULL) \
    W(CARE_STATUS_READY, "ready", N_("Ready"), NULL) \
    W(CARE_STATUS_COLLECTED, "collected", N_("Collected"), NULL) \
    W(CARE_STATUS_CANCELLED, "cancelled", N_("Cancelled"), NULL)

#define CARE_JOB_FIELDS(F) \
    F(CARE_JOB_NUMBER, "number", N_("Job Number"), TEXT, CARE_FIELD_COMPUTED | CARE_FIELD_CODES, NULL) \
    F(CARE_JOB_CUSTOMER, "customer", N_("Customer"), REF, CARE_FIELD_REQUIRED, "customer") \
    F(CARE_JOB_DEVICE, "device", N_("Device"), REF, 0, "device") \
    F(CARE_JOB_KIND, "kind", N_("Kind of Job"), TEXT, CARE_FIELD_WORDS, NULL) \
    F(CARE_JOB_STATUS, "status", N_("Status"), CHOICE, CARE_FIELD_REQUIRED | CARE_FIELD_COMPUTED, &care_job_status_set) \
    F(CARE_JOB_FAULT, "fault", N_("Reported Fault"), TEXT, CARE_FIELD_LONG, NULL) \
    F(CARE_JOB_ACCESSORIES, "accessories", N_("Also Left Here"), TEXT, 0, NULL) \
    F(CARE_JOB_FOUND, "found", N_("What We Found"), TEXT, CARE_FIELD_LONG, NULL) \
    F(CARE_JOB_DONE, "done", N_("Done"), TEXT, CARE_FIELD_LONG, NULL) \
    F(CARE_JOB_PROMISED, "promised", N_("Promised"), DATE, CARE_FIELD_TOGETHER(2), NULL) \
    F(CARE_JOB_PROMISED_TIME, "promised_time", N_("Promised At"), TEXT, CARE_FIELD_TOGETHER(2), NULL) \
    F(CARE_JOB_STAFF, "staff", N_("Done By"), REF, 0, "staff") \
    F(CARE_JOB_PLAN, "plan", N_("Aftercare Plan"), REF, 0, "plan") \
    F(CARE_JOB_NO_PLAN_REASON, "no_plan_reason", N_("No Aftercare, Because"), TEXT, 0, NULL) \
    F(CARE_JOB_PRICES, "prices", N_("Prices"), CHOICE, CARE_FIELD_TOGETHER(1), &care_price_mode_set) \
    F(CARE_JOB_CURRENCY, "currency", N_("Currency"), TEXT, CARE_FIELD_COMPUTED, NULL) \
    F(CARE_JOB_LINES, "lines", N_("Agreed Lines"), LIST, CARE_FIELD_TOGETHER(1), "job_line") \
    F(CARE_JOB_AGREED, "agreed", N_("Agreed Price"), MONEY, CARE_FIELD_COMPUTED, NULL) \
    F(CARE_JOB_AGREED_AT, "agreed_at", N_("Agreed On"), INSTANT, CARE_FIELD_TOGETHER(3), NULL) \
    F(CARE_JOB_AGREED_BY, "agreed_by", N_("Agreed By"), TEXT, CARE_FIELD_TOGETHER(3), NULL) \
    F(CARE_JOB_AGREED_HOW, "agreed_how", N_("Agreed How"), TEXT, CARE_FIELD_TOGETHER(3), NULL) \
    F(CARE_JOB_PROMISE, "promise", N_("Agreed Lines of Then"), TEXT, CARE_FIELD_COMPUTED, NULL) \
    F(CARE_JOB_RECEIVED, "received", N_("Received"), INSTANT, CARE_FIELD_COMPUTED | CARE_FIELD_STORY, NULL) \
    F(CARE_JOB_FINISHED, "finished", N_("Ready Since"), INSTANT, CARE_FIELD_COMPUTED, NULL) \
    F(CARE_JOB_TOLD, "told", N_("Told On"), INSTANT, CARE_FIELD_COMPUTED, NULL) \
    F(CARE_JOB_COLLECTED, "collected", N_("Collected"), INSTANT, CARE_FIELD_COMPUTED, NULL) \
    F(CARE_JOB_RETURNED, "returned", N_("Handed Back"), INSTANT, 0, NULL) \
    F(CARE_JOB_WARRANTY_MONTHS, "warranty_months", N_("Warranty in Months"), INTEGER, 0, &care_range_count) \
    F(CARE_JOB_WARRANTY_END, "warranty_end", N_("Warranty Until"), DATE, CARE_FIELD_COMPUTED, NULL) \
    F(CARE_JOB_TO_BILL, "to_bill", N_("To Bill"), BOOLEAN, CARE_FIELD_COMPUTED, NULL) \
    F(CARE_JOB_HAS_CODE, "has_code", N_("Unlock Code Kept"), BOOLEAN, CARE_FIELD_COMPUTED, NULL) \
    F(CARE_JOB_COMES_BACK_OF, "comes_back_of", N_("Comes Back Of"), REF, CARE_FIELD_ANYBODYS, "job") \
    F(CARE_JOB_NOTE, "note", N_("Note"), TEXT, CARE_FIELD_LONG, NULL)
/* clang-format on */

CARE_DECLARE_CHOICES(CareJobStatus, care_job_status, CARE_JOB_STATUSES)
CARE_DECLARE_RECORD(CareJob, care_job, JOB, CARE_JOB_FIELDS)

/* How somebody agreed, to follow "said yes": "at the counter". "" when nobody wrote it down. Transfer full. */
char *care_job_agreed_how_in_words(CareRecord *job);
/* It was cancelled, and what was taken in is still in the shop. */
gboolean care_job_waits_for_return(CareRecord *job);
/* A job that does not say how its prices are meant has them as the shop does. */
void care_job_set_prices(CareRecord *job, const CareShopFacts *shop);
/* It is ready and the customer does not know yet. */
gboolean care_job_owes_message(CareRecord *job);

/* What must be done first about a job that is in the shop, in the order in which it is to be done. */
typedef enum {
    CARE_JOB_LATE,
    CARE_JOB_DUE_TODAY,
    CARE_JOB_DUE_TOMORROW,
    CARE_JOB_DUE_LATER,
    CARE_JOB_WAITS_FOR_PART,
    CARE_JOB_TO_COLLECT,
    CARE_JOB_STILL_HERE, /* cancelled, and not handed back */
    CARE_JOB_NO_GROUP,   /* none: it has left the shop */
} CareJobGroup;
/* In which of them a job stands; this is the one rule of what is late, promised for today and so on. A part that is waited
 * for does not put off what was promised: on its day, and after it, the job is no more among those that wait. promised: no
 * date (month 0) where none was. returned: it was handed back. */
CareJobGroup care_job_group_of(const char *status, CareDate promised, gboolean returned, CareDate today);
/* The same of a record. */
CareJobGroup care_job_group(CareRecord *job, CareDate today);

G_END_DECLS
