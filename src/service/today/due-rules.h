/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The rules of what is due: a row each, in the order of Today. A new rule is one row here and one query (or, where no
 * query can say it, a function that finds its lines). Members and placeholders: due.h, due-find.c. */
/* clang-format off */
#define CARE_DUE_BY_CHANNEL(unknown, spoken, written, letter) \
    { CARE_DUE_ACT_##unknown, CARE_DUE_ACT_##spoken, CARE_DUE_ACT_##written, CARE_DUE_ACT_##letter }
#define CARE_DUE_ALWAYS(act) CARE_DUE_BY_CHANNEL(act, act, act, act)

#define CARE_DUE_RULES(R) \
    R(CARE_DUE_COMPLAINT, .nick = "complaint", .kinds = { "complaint" }, .query = "today/complaint", \
      .group = N_("Waiting for a First Answer"), .situation = "complaint", .about = "complaint", \
      .text = N_("“{what}”"), .detail = N_("{who} · {came_by}"), .why = N_("Nobody has answered yet"), \
      .script = N_("Listen first, repeat what you heard, and say when they will hear from you."), \
      .promise = N_("Answer the complaint"), .keep = N_("Answer the Complaint"), \
      .acts = CARE_DUE_BY_CHANNEL(CALL, CALL, ANSWER, ANSWER), .opens = "complaint", .by_answer_clock = TRUE, \
      .says = care_due_says_answer, \
      .settle = care_due_settle_complaint, .unsettle = care_due_unsettle_complaint) \
    R(CARE_DUE_UNSETTLED, .nick = "complaint", .kinds = { "complaint" }, .query = "today/complaint-answered", \
      .group = N_("Answered, Not Settled"), .situation = "complaint", \
      .text = N_("{who}’s complaint is answered and not settled"), \
      .lasts = N_("{who}’s complaint has been answered and not settled {since}"), .detail = N_("“{what}”"), \
      .why = N_("Answered, and not settled yet"), \
      .script = N_("Ask whether what was agreed has been done, and whether all is well now."), \
      .acts = CARE_DUE_BY_CHANNEL(CALL, CALL, WRITE, WRITE), .opens = "complaint", .wait_days = 1, \
      .settle = care_due_settle_complaint, .unsettle = care_due_unsettle_complaint) \
    R(CARE_DUE_TO_TELL, .nick = "to-tell", .kinds = { "job" }, .query = "today/to-tell", \
      .group = N_("Ready, Not Told"), .situation = "ready", .about = "job", .fits_job = care_job_owes_message, \
      .text = N_("{who}’s {what} is ready"), .lasts = N_("{who}’s {what} has been ready {since}"), \
      .detail = N_("Not told yet · {prefers}"), \
      .why = N_("Ready, and nobody has told the customer"), \
      .script = N_("Say that it is ready, what it costs, and until when you are open."), \
      .promise = N_("Tell {first} it is ready"), .keep = N_("Tell {first} It Is Ready"), \
      .acts = CARE_DUE_BY_CHANNEL(CALL, CALL, WRITE, WRITE), \
      .settle = care_due_settle_to_tell, .unsettle = care_due_unsettle_to_tell) \
    R(CARE_DUE_FOLLOWUP, .nick = "followup", .kinds = { "followup" }, .query = "today/followup", \
      .group = N_("Follow-ups"), \
      .detail = N_("{title} · {thing}"), .why = N_("A step of the aftercare plan is due"), \
      .script = N_("Ask whether everything works as it should, and write down what they say."), \
      .promise = N_("{title}"), \
      .acts = CARE_DUE_BY_CHANNEL(CALL, CALL, WRITE, PRINT_CARD), .by_date = TRUE, .on_open_days = TRUE, \
      .let_go = care_due_let_followup_go, \
      .settle = care_due_settle_followup, .unsettle = care_due_unsettle_followup) \
    R(CARE_DUE_UNBILLED, .nick = "unbilled", .kinds = { "job" }, .query = "today/unbilled", \
      .group = N_("Done, Not Billed"), .situation = "invoice", \
      .text = N_("{who}’s {what} is done and not billed"), \
      .rest = N_("{who}’s {what} is done and not billed in full"), \
      .detail = N_("Job {number} · agreed {amount} · billed so far {billed} · {left} to bill"), \
      .why = N_("Done, and not all of the agreed price is billed"), .script = N_("Be short and warm."), \
      .acts = CARE_DUE_ALWAYS(BILL), .grew = care_due_grew_to_bill, .more = care_due_more_to_bill, \
      .settle = care_due_settle_for_a_week, .unsettle = care_due_unsettle_deferral) \
    R(CARE_DUE_OVERDUE, .nick = "overdue", .kinds = { "invoice" }, .query = "today/overdue", \
      .group = N_("Overdue"), .situation = "reminder", .about = "invoice", \
      .text = N_("{who} has not paid invoice {what}"), .detail = N_("{amount} open · {deleted}"), \
      .why = N_("The due date has passed"), \
      .script = N_("Ask whether the invoice arrived, and agree on a day."), \
      .acts = CARE_DUE_ALWAYS(REMIND), .opens = "invoice", .by_date = TRUE, .wait_days = 1, \
      .may = care_due_may_remind, .grew = care_due_grew_open, .more = care_due_more_open, \
      .settle = care_due_settle_overdue, .unsettle = care_due_unsettle_overdue) \
    R(CARE_DUE_PAY_BACK, .nick = "pay-back", .kinds = { "invoice" }, .query = "today/pay-back", \
      .group = N_("To Pay Back"), .situation = "other", \
      .text = N_("Pay back {amount} to {who}"), .detail = N_("Invoice {what} · {deleted}"), \
      .why = N_("The customer paid more than is owed"), .script = N_("Be short and warm."), \
      .acts = CARE_DUE_ALWAYS(PAY_BACK), .opens = "invoice", \
      .grew = care_due_grew_to_pay_back, .more = care_due_more_to_pay_back) \
    R(CARE_DUE_UNCOLLECTED, .nick = "uncollected", .kinds = { "job" }, .query = "today/uncollected", \
      .group = N_("Not Collected"), .situation = "ready", .about = "job", \
      .text = N_("{who} has not collected the {what}"), .detail = N_("Job {number}, told two weeks ago or more"), \
      .why = N_("Told two weeks ago or more, and still here"), \
      .script = N_("Say that it is still here, and agree on a day."), \
      .acts = CARE_DUE_BY_CHANNEL(CALL, CALL, WRITE, WRITE), .by_date = TRUE, .wait_days = 14, \
      .settle = care_due_settle_for_a_week, .unsettle = care_due_unsettle_deferral) \
    R(CARE_DUE_OCCASION, .nick = "occasion", .kinds = { "occasion", "customer", "job" }, \
      .find = care_due_find_occasions, \
      .group = N_("Occasions"), .situation = "occasion", .about = "occasion", \
      .script = N_("Be short and warm."), \
      .promise = N_("{title}"), .keep = N_("Think of {first}"), \
      .acts = CARE_DUE_BY_CHANNEL(WRITE, CALL, WRITE, PRINT_CARD), .by_date = TRUE, \
      .comes_back = TRUE, .settle = care_due_settle_occasion, .unsettle = care_due_unsettle_deferral) \
    R(CARE_DUE_BACKUP, .nick = "backup", .find = care_due_find_backup, \
      .group = N_("Backup"), .situation = "other", \
      .detail = N_("Choose a place outside this computer, such as a USB stick"), \
      .why = N_("Without a backup, a broken disk takes everything"), .script = N_("Be short and warm."), \
      .acts = CARE_DUE_ALWAYS(BACK_UP), .comes_back = TRUE)
/* clang-format on */
