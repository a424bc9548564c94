/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/clock.h"
#include "core/money.h"
#include "store/store.h"

G_BEGIN_DECLS

/* The hour that "this afternoon" means. */
#define CARE_DUE_AFTERNOON 14

/* Today: what the shop owes its customers now. One function of (rows, clock); the window, `due` and notifications
 * call it and nothing else. Nothing of it is stored but what was put off or let go. */

typedef enum {
    CARE_DUE_COMPLAINT, /* nobody has answered yet; the order is the order of the page */
    CARE_DUE_TO_TELL,
    CARE_DUE_FOLLOWUP,
    CARE_DUE_UNBILLED,
    CARE_DUE_OVERDUE,
    CARE_DUE_UNCOLLECTED,
    CARE_DUE_OCCASION,
    CARE_DUE_BACKUP,
    CARE_DUE_N_RULES,
} CareDueRule;

typedef struct {
    char *id; /* stable for as long as the line stands: rule-record */
    CareDueRule rule;
    CareId record; /* what the line is about; 0 for a backup */
    CareDate due;
    int late_days;
    CareId customer;
    char *customer_name;
    CareId job;
    CareId invoice;
    char *text;              /* a sentence about a person, translated */
    char *detail;            /* nullable: the caption below it */
    char *channel;           /* nullable: how to get in touch */
    CareInstant answer_by;   /* complaints: when the first answer is due, in shop hours; else 0 */
    CareMoney amount;        /* unbilled, overdue */
    CareDate deferred_until; /* month 0: it was not put off */
    char *why;               /* nullable: why it is here, or why it is here only now */
} CareDueItem;

typedef struct {
    CareDate today;
    CareDate since;   /* the last day the list was looked at before today; month 0: never */
    GPtrArray *items; /* CareDueItem, in the order of the page */
} CareToday;

const char *care_due_rule_nick(CareDueRule rule);
CareDueItem *care_due_item_copy(const CareDueItem *item);
void care_due_item_free(CareDueItem *item);
void care_today_free(CareToday *today);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareToday, care_today_free)

/* connection: any connection of the shop, on its own thread. */
CareToday *care_today_compute(CareConnection *connection, CareClock *clock, GError **error);
/* Remembers that today's list was looked at. */
gboolean care_today_mark_seen(CareTransaction *transaction, GError **error);
/* Puts a line off until a day, or (until.month 0) lets it go for a reason. */
gboolean care_today_defer(CareTransaction *transaction, CareDueRule rule, CareId record, CareDate until,
                          const char *reason, GError **error);
/* The same until an hour of a day in the shop's zone: "this afternoon". */
gboolean care_today_defer_to_hour(CareTransaction *transaction, CareDueRule rule, CareId record,
                                  CareDate until, int hour, GError **error);
/* Takes the newest deferral of the line back: the toast's Undo. */
gboolean care_today_undefer(CareTransaction *transaction, CareDueRule rule, CareId record, GError **error);

G_END_DECLS
