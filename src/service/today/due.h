/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/clock.h"
#include "core/money.h"
#include "service/today/due-rules.h"
#include "store/store.h"

G_BEGIN_DECLS

/* What is due: one function of (rows, clock), asked for the whole shop, one customer, one job or some days ahead. Today,
 * the customer's page, the job page, the week, `due` and notifications read it and nothing else. Nothing of it is
 * stored but what was put off or let go. */

/* The hour that "this afternoon" means. */
#define CARE_DUE_AFTERNOON 14

#define CARE_DUE_RULE_ID(id, ...) id,
/* The order is the order of Today. */
typedef enum {
    CARE_DUE_RULES(CARE_DUE_RULE_ID) /**/
    CARE_DUE_N_RULES,
} CareDueRule;

/* What a line's main button does. */
typedef enum {
    CARE_DUE_ACT_CALL,
    CARE_DUE_ACT_WRITE,
    CARE_DUE_ACT_ANSWER,
    CARE_DUE_ACT_PRINT_CARD,
    CARE_DUE_ACT_BILL,
    CARE_DUE_ACT_REMIND,
    CARE_DUE_ACT_PAY_BACK,
    CARE_DUE_ACT_BACK_UP,
    CARE_DUE_N_ACTS,
} CareDueAct;

/* How a customer is reached, as far as buttons differ. */
typedef enum {
    CARE_DUE_WAY_UNKNOWN,
    CARE_DUE_WAY_SPOKEN,
    CARE_DUE_WAY_WRITTEN,
    CARE_DUE_WAY_LETTER,
} CareDueWay;

typedef struct {
    char *id; /* stable for as long as the line stands: rule-record */
    CareDueRule rule;
    CareId record;  /* what the line is about; 0 for a backup */
    CareInstant at; /* when it began: received, finished, told; 0: what a date brought */
    CareDate due;
    int late_days;
    CareDate on;  /* the day from which it is shown: after due for some rules, or put off to */
    gboolean now; /* it is shown today; FALSE: a line to come */
    CareId customer;
    char *customer_name;
    CareId job;
    CareId invoice;
    const char *situation; /* static: what a message about it is for (model/situation.h) */
    char *origin;          /* nullable: whose step it is, a plan's or a complaint's */
    CareInstant made;      /* of a follow-up: when it was written down; else 0 */
    GArray *also;          /* nullable, of CareId: steps that its contact sees to as well */
    char *title;           /* nullable: of a follow-up */
    char *text;            /* a sentence about a person, translated */
    char *lasts;           /* nullable: the same with CARE_DUE_SINCE where "since Friday" belongs */
    char *detail;          /* nullable: the caption below it */
    char *channel; /* nullable: how to get in touch with them: as they like, or else as they can be reached */
    CareInstant answer_by;   /* complaints: when the first answer is due, in shop hours; else 0 */
    CareMoney amount;        /* unbilled, overdue, pay-back: in the invoice's currency, else in the shop's */
    CareDate time_from;      /* what comes back: what was decided before that day was about the time before */
    CareDate time_to;        /* and until which day it can be told of; month 0: for ever */
    CareDate deferred_until; /* month 0: it was not put off */
    char *why;               /* nullable: why it is here, or why it is here only now */
    int tries;               /* how often it was tried and nobody was reached */
    CareInstant tried;       /* and when last; 0: never */
} CareDueItem;

/* Stands in a sentence for the day since which it is true, which whoever shows it writes as its language does. */
#define CARE_DUE_SINCE "\x1f"

/* Days ahead that no plan reaches. */
#define CARE_DUE_EVER (100 * 366)

/* What is asked for; zeros: what the whole shop owes today. */
typedef struct {
    CareId customer;    /* 0: of anybody */
    CareId job;         /* 0: of any; goes before customer */
    int days;           /* lines to come within so many days as well */
    gboolean owed_only; /* what the shop owes the customer, not what the customer owes */
    CareInstant
        then; /* steps that were made later stand on no line of others, and none waits for a later complaint; 0: all */
    CareId answer; /* nor for the complaint that this one opened; 0: none */
} CareDueScope;

/* One rule, as the table has it (due-rules.h). Sentences are untranslated; a part between " · " is left out when one of
 * its {placeholders} has no value. */
typedef struct {
    /* The word on the command line and in the deferral table; two rules about one record, never true at once, share it. */
    const char *nick;
    const char *kinds[4]; /* of what its line is about, ended by NULL; none: it is about no record */
    const char *group;    /* the title of its group on Today */
    const char *query;    /* named query; its columns are those of due-find.c. NULL: it is found by find */
    gboolean (*find)(gpointer search, CareDueRule rule, GError **error);
    const char *text;  /* NULL: that of the line's situation */
    const char *lasts; /* where how long somebody has waited belongs to the sentence; NULL: it does not */
    const char *rest;  /* where a part of it is billed already; NULL: text */
    const char *detail;
    const char *why;       /* NULL: find says it of each line */
    const char *situation; /* NULL: the kind of the follow-up */
    /* What a message in that situation is about when no line is named: "job", "invoice", "occasion", "complaint"; NULL:
     * such a message is about no line. */
    const char *about;
    gboolean (*fits_job)(CareRecord *job); /* where several rules have one situation; NULL: any job */
    const char *script;                    /* what to say on the phone */
    const char *promise; /* what the shop owes, on the customer's page, with {first}; NULL: nothing */
    const char *keep;    /* what the button there says; NULL: as the situation */
    const char *opens;   /* kind of the record that a click opens; NULL: the job, else the customer */
    CareDueAct acts[4];  /* by CareDueWay */
    int wait_days;       /* how long after it fell due it is shown */
    gboolean by_date;    /* a date brought it: it may have come unseen */
    gboolean
        on_open_days; /* due on a closed day, it is due on the next open one; about a warranty, on the one before */
    gboolean comes_back;      /* every year or week: let go for this time only */
    gboolean by_answer_clock; /* due when the shop's time for an answer is over */
    /* Writes down in the record itself that it was let go (for a reason), or (NULL) that it was not after all. before: the
     * reason for which the same decision let it go so far; NULL: it is a new one, and what is not open any more is
     * refused (CARE_ERROR_CONFLICT). NULL: the record knows no such state. Worker thread. */
    gboolean (*let_go)(CareTransaction *transaction, CareId record, const char *before, const char *reason,
                       GError **error);
    /* The record of its line whose sum is more by the save of record (of any kind, old as it was stored), so that what was
     * decided about it before was so of less; 0: none. NULL: its line has no sum, or begins anew by its instant. */
    CareId (*grew)(CareRecord *record, CareRecord *old);
    /* Of what grew: whether it is more than stood when its line was decided about last, by that deferral, or stands anew. Worker
     * thread. */
    gboolean (*more)(CareTransaction *transaction, CareRecord *record, CareRecord *old, CareId deferral,
                     gboolean *more, GError **error);
    gboolean (*may)(CareTransaction *transaction, CareId record, GError **error); /* NULL: always */
    /* What a contact that settles it has to say. NULL: nothing. Any thread. */
    gboolean (*says)(CareConnection *connection, CareId record, CareRecord *contact, GError **error);
    /* What a contact (CareInteraction) about it does, and what taking that contact back undoes. NULL:
     * nothing but the log. Worker thread. */
    gboolean (*settle)(CareTransaction *transaction, CareDueRule rule, CareId record, CareRecord *contact,
                       GError **error);
    gboolean (*unsettle)(CareTransaction *transaction, CareDueRule rule, CareId record, CareRecord *contact,
                         GError **error);
} CareDueRuleInfo;

const CareDueRuleInfo *care_due_rule_info(CareDueRule rule);
const char *care_due_rule_nick(CareDueRule rule);
/* The first rule of that nick; FALSE when there is none. */
gboolean care_due_rule_parse(const char *nick, CareDueRule *rule);
/* A line as text, "RULE/RECORD": by it an editor of something about the line is found again. Transfer full. */
char *care_due_line_format(CareDueRule rule, CareId record);
gboolean care_due_line_parse(const char *text, CareDueRule *rule, CareId *record);
CareDueWay care_due_way_of(const char *channel); /* nullable */
CareDueAct care_due_act_of(const CareDueItem *item);
/* The channel that the act begins with, be it in the composer, in the call or in the answer: a call is by phone, whoever
 * likes to come by. Nullable. */
const char *care_due_act_channel(const CareDueItem *item);
/* Of a line that is made by hand, whose channel is how its customer likes it: how they are got in touch with. */
gboolean care_due_choose_channel(CareConnection *connection, CareDueItem *item, GError **error);
/* The same of what was tried so far. */
gboolean care_due_count_tries(CareConnection *connection, CareClock *clock, CareDueItem *item,
                              GError **error);
/* A sentence of the rule's table about a person: {first} is how one speaks of them, {title} the line's. Transfer full. */
char *care_due_sentence(const char *sentence, const char *first, const CareDueItem *item);

/* What the button says that keeps a promise: "Tell Bea It Is Ready", "Say Thanks". Transfer full. */
char *care_due_keep_label(const CareDueItem *item, const char *first);

CareDueItem *care_due_item_copy(const CareDueItem *item);
void care_due_item_free(CareDueItem *item);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareDueItem, care_due_item_free)

/* The lines in the order of Today; those to come (now FALSE) stand among them. What was let go is not among them. Any
 * connection of the shop, on its own thread; a bounded number of statements. Transfer full: GPtrArray of CareDueItem. */
GPtrArray *care_due_find(CareConnection *connection, CareClock *clock, const CareDueScope *scope,
                         GError **error);

/* One line by itself, be it put off, whatever other steps stand on it: the one of that rule, or of its other rule by the same
 * nick. *line is NULL where none stands any more. Likewise. Transfer full. */
gboolean care_due_find_line(CareConnection *connection, CareClock *clock, CareId customer, CareDueRule rule,
                            CareId record, CareDueItem **line, GError **error);

/* The day on which somebody last looked at Today; month 0: nobody did. Likewise. */
CareDate care_due_seen_last(CareConnection *connection);

/* Puts a line off until a day, or (until.month 0) lets it go for a reason. */
gboolean care_today_defer(CareTransaction *transaction, CareDueRule rule, CareId record, CareDate until,
                          const char *reason, GError **error);
/* The same until an hour (0: none) of a day in the shop's zone: "this afternoon". *deferral is what takes it back. */
gboolean care_today_defer_to_hour(CareTransaction *transaction, CareDueRule rule, CareId record,
                                  CareDate until, int hour, const char *reason, CareId *deferral,
                                  GError **error);
/* The same of a line as somebody was shown it: CARE_ERROR_CONFLICT where it stands no more. */
gboolean care_today_defer_shown(CareTransaction *transaction, const CareDueItem *shown, CareDate until,
                                int hour, const char *reason, CareId *deferral, GError **error);
/* Takes that deferral back, whatever became of the line since: the toast's Undo. */
gboolean care_today_undefer(CareTransaction *transaction, CareId deferral, GError **error);

G_END_DECLS
