/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/today/today.h"

G_BEGIN_DECLS

/* What somebody at the counter got in touch about: a line of Today. settled FALSE: it was tried and is still owed
 * (nobody answered). */
typedef struct {
    CareDueRule rule;
    CareId record;
    gboolean settled;
    CareId invoice; /* that went along and so was sent; 0: none */
    CareId answer;  /* feedback that was given with it; 0: none */
} CareContactAbout;

/* Of what is owed to the shop, or by it: that stands when the customer is deleted, and is written and spoken about. Any
 * thread. */
gboolean care_contact_is_about_money(const CareContactAbout *about);
/* Whether it says what a contact about that line has to: CARE_ERROR_INPUT where words are missing, as a sentence for who
 * writes it down. Any thread. */
gboolean care_contact_check_words(CareConnection *connection, CareRecord *interaction,
                                  const CareContactAbout *about, GError **error);
/* Logs what was really said or sent, and settles the line: the customer was told, the follow-up is done, the complaint
 * has its first answer; a device told again and an invoice reminded of wait a week, an occasion has had its greeting.
 * Refused where a reminder may not go out (service/invoices/reminder.h), and as care_contact_check_words() is. What was
 * deleted meanwhile, but for the customer, it names no more, and settles nothing of. One transaction. The interaction gets
 * its id. Worker thread. */
gboolean care_contact_flow_log(CareTransaction *transaction, CareRecord *interaction,
                               const CareContactAbout *about, GError **error);
/* Takes a contact, the answer that was given with it (nullable) and what it settled back: the toast's Undo. Both as they
 * were logged: refused as care_flow_take_back() is. */
gboolean care_contact_flow_take_back(CareTransaction *transaction, CareRecord *logged, CareRecord *answer,
                                     const CareContactAbout *about, GError **error);

/* For the window; works on a copy of the interaction and forgets the draft with this key (nullable). */
void care_contact_log_async(CareStore *store, CareRecord *interaction, const CareContactAbout *about,
                            const char *draft, GAsyncReadyCallback callback, gpointer user_data);
/* The same with what the customer answered (feedback, a copy of it is saved in the same transaction, at the same
 * instant unless it says another). */
void care_contact_log_answer_async(CareStore *store, CareRecord *interaction, const CareContactAbout *about,
                                   CareRecord *feedback, const char *draft, GAsyncReadyCallback callback,
                                   gpointer user_data);
/* 0: an error. answer (nullable) gets the id of what was answered, 0 where nothing was. */
CareId care_contact_log_finish(CareStore *store, GAsyncResult *result, CareId *answer, GError **error);
void care_contact_take_back_async(CareStore *store, CareRecord *logged, CareRecord *answer,
                                  const CareContactAbout *about, GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean care_contact_take_back_finish(CareStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
