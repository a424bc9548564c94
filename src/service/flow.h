/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/kind-flow.h"
#include "store/store.h"

G_BEGIN_DECLS

/* The one door through which records are changed, by window, command line, import and by the rules themselves: each
 * way runs the rules of the kind (service/kind-flow.h). A new job gets its number and its first status, a low score
 * opens a complaint, a payment that goes or comes moves its invoice's state. Everything happens in the caller's
 * transaction. Worker thread. */

/* Writes what the record says other than base, the record as its editor was given it; what was stored meanwhile stays,
 * and stands in the record afterwards. base is NULL for a new record and for one that was loaded in this transaction.
 * CARE_ERROR_CONFLICT, naming both values, when a field differs from base here and there;
 * CARE_ERROR_NOT_FOUND when it was deleted meanwhile, or when what it belongs to was (service/flow-owners.h). */
gboolean care_flow_save(CareTransaction *transaction, CareRecord *record, CareRecord *base, GError **error);
/* The same; replaced becomes the row as it stood before, with what others wrote since base: this is what an Undo goes
 * back to. NULL for a new one. Transfer full. */
gboolean care_flow_save_over(CareTransaction *transaction, CareRecord *record, CareRecord *base,
                             CareRecord **replaced, GError **error);
/* Undo of a save, or of several in a row: writes record, as it was before, over base, as they left it. since: when the first
 * was, as the record's stamp says after it. */
gboolean care_flow_save_back(CareTransaction *transaction, CareRecord *record, CareRecord *base,
                             CareInstant since, CareRecord **replaced, GError **error);
/* What follows from something else that is done, for what nobody sees as well: new, or loaded in this transaction. It
 * follows from what goes for good, too; and what is owed to the shop, and said about that, is the shop's, whoever was
 * deleted. */
gboolean care_flow_save_along(CareTransaction *transaction, CareRecord *record, GError **error);
gboolean care_flow_remove_along(CareTransaction *transaction, const CareKind *kind, CareId id,
                                GError **error);
/* What a rule made, and what it followed from is so no more: it is none of what was deleted, for nobody deleted it. Once that
 * is so again the rule brings back by care_flow_add_again() what somebody has touched, rather than make a second one; a rule
 * that makes its own anew removes that like anything else, or their words would stand nowhere. */
gboolean care_flow_remove_made(CareTransaction *transaction, const CareKind *kind, CareId id, GError **error);
/* A record to be worked on, whatever the rules change of it: CARE_ERROR_NOT_FOUND when it, or its customer, was deleted.
 * Transfer full. */
CareRecord *care_flow_load(CareTransaction *transaction, const CareKind *kind, CareId id, GError **error);
/* Marks as deleted, and back. Nothing happens to what is so already. What is hidden with its customer is not removed
 * (CARE_ERROR_NOT_FOUND). */
gboolean care_flow_remove(CareTransaction *transaction, const CareKind *kind, CareId id, GError **error);
/* And what came along when it was brought back (CareRecord, as care_flow_undelete() gives them; nullable) goes, too, last
 * first: CARE_ERROR_REFUSED where somebody has entered something for one of them since (flow-uses.h). */
gboolean care_flow_remove_with(CareTransaction *transaction, const CareKind *kind, CareId id,
                               GPtrArray *along, GError **error);
/* Undo of what was added, as its save left it: as care_flow_remove(), and it is none of what was deleted
 * (care_transaction_take_back()), nor is what was added along with it. CARE_ERROR_CONFLICT where somebody changed it since,
 * CARE_ERROR_NOT_FOUND where somebody deleted it, CARE_ERROR_REFUSED where others have entered something for it
 * (flow-uses.h). Brought back as any other. */
gboolean care_flow_take_back(CareTransaction *transaction, CareRecord *added, GError **error);
/* And Redo, which undoes nobody's deletion: CARE_ERROR_NOT_FOUND where what it belongs to was deleted since. */
gboolean care_flow_add_again(CareTransaction *transaction, const CareKind *kind, CareId id, GError **error);
/* What it belongs to and is deleted too comes back first, and is put into along (CareRecord, as it stands then; nullable).
 * Refused as a save of it would be. */
gboolean care_flow_undelete(CareTransaction *transaction, const CareKind *kind, CareId id, GPtrArray *along,
                            GError **error);
/* For good: the caller has dealt with what refers to it. */
gboolean care_flow_purge(CareTransaction *transaction, const CareKind *kind, CareId id, GError **error);
/* Verbatim, id and stamp included: a record that is not there, from an archive of our own. schema: the oldest that it may
 * have been entered under, by whose rules it is checked: by itself here, and by its kind's once the whole archive is there
 * (CARE_ERROR_REFUSED or _INPUT, with the sentence why it cannot stay); then what follows from each that stays. */
gboolean care_flow_restore(CareTransaction *transaction, CareRecord *record, int schema, GError **error);
/* The part of it that asks nothing of other records, when things happened among it (service/flow-times.h). Any thread. */
gboolean care_flow_check_alone(CareRecord *record, const CareAsked *asked, GError **error);
/* The same, of one that may stand or stay: the sentences (transfer full) about what no door of today takes of it, though those
 * it was entered by did; NULL: none. Verify and an import tell them, and nothing is amiss. Of older schemas, which took more, it
 * is only when things happened, what does not add up, and numbers out of their range (flow-note.c). */
char *care_flow_note(CareConnection *connection, CareRecord *record, const CareAsked *asked);
gboolean care_flow_check_restored(CareTransaction *transaction, const CareKind *kind, CareId id, int schema,
                                  GError **error);
gboolean care_flow_follow_restored(CareTransaction *transaction, const CareKindBrought *brought, CareId id,
                                   GError **error);
/* What a field of a record says by a rule alone, as it is loaded: nobody wrote on it, and nothing follows. words NULL: nothing,
 * as of one that came and stays without what no door lets it say (flow-references.h). */
gboolean care_flow_write_down(CareTransaction *transaction, CareRecord *record, int field, const char *words,
                              GError **error);
/* The same of what it names by the field. */
gboolean care_flow_name_instead(CareTransaction *transaction, CareRecord *record, int field, CareId id,
                                GError **error);
/* Before anything followed from it: one that cannot stay. */
gboolean care_flow_unrestore(CareTransaction *transaction, const CareKind *kind, CareId id, GError **error);
/* Verbatim too: one that was changed by what is being reverted, old being how it stands now. */
gboolean care_flow_put_back(CareTransaction *transaction, CareRecord *record, CareRecord *old,
                            GError **error);

/* The same for the window, in a transaction of their own: saves a copy, with base as it is now, and forgets the draft
 * with this key (nullable); when done, the record has what was saved, and base the row that it replaced, each with its
 * stamp: between the two lies what this save changed, and nothing that somebody else did. Main thread. */
void care_flow_save_async(CareStore *store, CareRecord *record, CareRecord *base, const char *draft,
                          GAsyncReadyCallback callback, gpointer user_data);
/* The same as an Undo: care_flow_save_back(). since 0: it is not known. */
void care_flow_save_back_async(CareStore *store, CareRecord *record, CareRecord *base, CareInstant since,
                               GAsyncReadyCallback callback, gpointer user_data);
gboolean care_flow_save_finish(CareStore *store, GAsyncResult *result, GError **error);
/* along: as for care_flow_remove_with(); read on the worker's thread, so nobody changes it meanwhile. */
void care_flow_remove_async(CareStore *store, const CareKind *kind, CareId id, GPtrArray *along,
                            GAsyncReadyCallback callback, gpointer user_data);
/* Ends in care_flow_remove_finish(), too. Works on a copy. */
void care_flow_take_back_async(CareStore *store, CareRecord *added, GAsyncReadyCallback callback,
                               gpointer user_data);
/* Ends in care_flow_remove_finish(), too. */
void care_flow_add_again_async(CareStore *store, const CareKind *kind, CareId id,
                               GAsyncReadyCallback callback, gpointer user_data);
void care_flow_undelete_async(CareStore *store, const CareKind *kind, CareId id, GAsyncReadyCallback callback,
                              gpointer user_data);
/* What came back along with it, of CareRecord; NULL on an error. Transfer full. */
GPtrArray *care_flow_undelete_finish(CareStore *store, GAsyncResult *result, GError **error);
gboolean care_flow_remove_finish(CareStore *store, GAsyncResult *result, GError **error);
/* And waiting for it: command line and tests. */
gboolean care_flow_save_now(CareStore *store, CareRecord *record, CareRecord *base, GError **error);
gboolean care_flow_remove_now(CareStore *store, const CareKind *kind, CareId id, GError **error);
/* along: as for care_flow_undelete(). */
gboolean care_flow_undelete_now(CareStore *store, const CareKind *kind, CareId id, GPtrArray *along,
                                GError **error);

/* Writes a fact of the timeline that has no row of its own. before and after are nullable. */
gboolean care_flow_add_event(CareTransaction *transaction, CareId customer, CareId job, const char *name,
                             const char *before, const char *after, GError **error);

G_END_DECLS
