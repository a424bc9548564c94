/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/shop-hours.h"
#include "service/occasions/occasions.h"
#include "service/today/due.h"

G_BEGIN_DECLS

/* One asking of all rules. */
typedef struct {
    CareConnection *connection;
    CareClock *clock;
    const CareDueScope *scope;
    const char *nick; /* of the rules that are asked; NULL: all */
    CareDate today;
    CareDate last;              /* the last day that is asked for */
    const CareShopHours *hours; /* NULL: not known */
    GPtrArray *items;
} CareDueSearch;

/* A line of the rule about the record, on no day yet. Transfer full. */
CareDueItem *care_due_item_new(CareDueRule rule, CareId record);

/* Adds a line; its day is today until it is set. Transfer none. */
CareDueItem *care_due_search_add(CareDueSearch *search, CareDueRule rule, CareId record);

/* A rule's query, narrowed to the scope. In the file, lines that end with "--@shop" belong to the whole shop alone (an
 * index, mostly), and what follows "--@customer" or "--@job" to those scopes, so that each finds its rows by an index
 * of its own. NULL where the rule knows nothing of the scope. Transfer full. */
char *care_due_scoped_sql(const char *query, const CareDueScope *scope);

/* Finds the lines of rules that no single query can say. search: CareDueSearch. */
gboolean care_due_find_occasions(gpointer search, CareDueRule rule, GError **error);
gboolean care_due_find_backup(gpointer search, CareDueRule rule, GError **error);

/* The sentence of an occasion; passed: it is over. Transfer full. */
char *care_due_occasion_text(const CareUpcoming *upcoming, gboolean passed);

/* Why it is told of: whose day it is, and when. Likewise. */
char *care_due_occasion_why(const CareUpcoming *upcoming, gboolean passed);

/* Adds what came while nobody looked, or nobody could, or was put off beyond its own day. */
gboolean care_due_find_passed(CareDueSearch *search, GError **error);

/* Refuses a day on which an occasion could not be told of any more (time_to). Worker thread. */
gboolean care_due_check_put_off(CareTransaction *transaction, CareId record, CareDate until, GError **error);

/* Dates what the shop owes in money from the day on which it came to owe it. */
gboolean care_due_date_debts(CareDueSearch *search, GError **error);

/* Takes out what was let go and marks what was put off: one statement for all lines. */
gboolean care_due_apply_deferrals(CareDueSearch *search, GError **error);

/* How each customer is got in touch with: one statement for all lines. */
gboolean care_due_choose_channels(CareDueSearch *search, GError **error);

/* How often each was tried in vain: one statement for all lines. */
gboolean care_due_find_tries(CareDueSearch *search, GError **error);

/* Makes one line of the steps of a person that fall within a week of each other: its contact sees to all of them. */
void care_due_merge_steps(CareDueSearch *search);

/* What a contact does to the line it was about; see CareDueRuleInfo. */
#define CARE_DUE_SETTLE(name)                                                                                \
    gboolean care_due_settle_##name(CareTransaction *transaction, CareDueRule rule, CareId record,           \
                                    CareRecord *contact, GError **error)
#define CARE_DUE_UNSETTLE(name)                                                                              \
    gboolean care_due_unsettle_##name(CareTransaction *transaction, CareDueRule rule, CareId record,         \
                                      CareRecord *contact, GError **error)
CARE_DUE_SETTLE(complaint);
CARE_DUE_SETTLE(to_tell);
CARE_DUE_SETTLE(followup);
CARE_DUE_SETTLE(overdue);
CARE_DUE_SETTLE(occasion);
CARE_DUE_SETTLE(for_a_week);
CARE_DUE_UNSETTLE(complaint);
CARE_DUE_UNSETTLE(to_tell);
CARE_DUE_UNSETTLE(followup);
CARE_DUE_UNSETTLE(overdue);
CARE_DUE_UNSETTLE(deferral);
gboolean care_due_let_followup_go(CareTransaction *transaction, CareId followup, const char *before,
                                  const char *reason, GError **error);
/* The same of a step that was here when a file brought that it was let go, at that instant: what somebody decided about it since
 * is newer, and nothing is refused. The step is there. */
gboolean care_due_let_brought_go(CareTransaction *transaction, CareId followup, const char *reason,
                                 CareInstant at, GError **error);
CareId care_due_grew_to_pay_back(CareRecord *record, CareRecord *old);
CareId care_due_grew_open(CareRecord *record, CareRecord *old);
CareId care_due_grew_to_bill(CareRecord *record, CareRecord *old);
/* old NULL: record is that of the line, and asked is what became of it since the decision, by its rows (due-stood.c). */
#define CARE_DUE_MORE(name)                                                                                  \
    gboolean care_due_more_##name(CareTransaction *transaction, CareRecord *record, CareRecord *old,         \
                                  CareId deferral, gboolean *more, GError **error)
CARE_DUE_MORE(to_pay_back);
CARE_DUE_MORE(open);
CARE_DUE_MORE(to_bill);
gboolean care_due_may_remind(CareTransaction *transaction, CareId invoice, GError **error);
gboolean care_due_says_answer(CareConnection *connection, CareId complaint, CareRecord *contact,
                              GError **error);

G_END_DECLS
