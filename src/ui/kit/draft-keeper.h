/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/draft.h"
#include "model/record.h"

G_BEGIN_DECLS

/* CareDraftKeeper: keeps what an open editor holds, so that it survives a crash. The editor calls touch() after each
 * edit; a moment later the record is written as a draft. Keys begin with the kind: "customer:new",
 * "customer:123"; the window offers to continue by asking the kind's place. Main thread.
 *
 * Signal: "flushed", when what was typed last is to be kept now: for words that an editor keeps elsewhere. */
#define CARE_TYPE_DRAFT_KEEPER (care_draft_keeper_get_type())
G_DECLARE_FINAL_TYPE(CareDraftKeeper, care_draft_keeper, CARE, DRAFT_KEEPER, GObject)

CareDraftKeeper *care_draft_keeper_new(CareStore *store, const char *key, CareRecord *record,
                                       CareRecord *base);
void care_draft_keeper_touch(CareDraftKeeper *self);
void care_draft_keeper_set_aside(CareDraftKeeper *self, const char *earlier);
void care_draft_keeper_swap(CareDraftKeeper *self);
void care_draft_keeper_set_cursor(CareDraftKeeper *self, const char *field);
const char *care_draft_keeper_begin_save(CareDraftKeeper *self);
void care_draft_keeper_saved(CareDraftKeeper *self, gboolean done);
void care_draft_keeper_flush(CareDraftKeeper *self);
void care_draft_keeper_forget(CareDraftKeeper *self);

/* The record of a draft "word:new", "word:new-CUSTOMER" or "word:ID" as it was left; NULL, and the draft is forgotten, when
 * it fits nothing any more. A new one goes on under that key. Transfer full. */
CareRecord *care_draft_resume(CareStore *store, const char *key, const CareKind *kind);

/* A new record whose draft was left under another key than its editor would choose today: a version before this one did not
 * say for whom it is, or what it answers is gone. The editor keeps it where it is; under its own key there may be another
 * draft, which nobody asked for. NULL: its editor chooses. Transfer none. */
void care_draft_go_on_under(CareRecord *record, const char *key);
const char *care_draft_goes_on_under(CareRecord *record);

/* The draft that an editor of the record offers to continue; NULL for none. One that the record holds already was continued:
 * then before, the record as the editor was given it, becomes what it was begun with. Transfer full. */
char *care_draft_waiting(CareStore *store, const char *key, CareRecord *record, CareRecord *before);

/* A record and what it was begun with as a draft's text, and back into records; FALSE when the text does not fit.
 * base is nullable: a new record was begun with nothing. */
char *care_draft_text(CareRecord *record, CareRecord *base);
gboolean care_draft_take(CareRecord *record, CareRecord *base, const char *text);
/* The text of both, with the place in which somebody stopped as an earlier text of the draft has it. Transfer full. */
char *care_draft_text_on(CareRecord *record, CareRecord *base, const char *earlier);
/* Whether the text says what its editor was begun with: it is of something that is there already. */
gboolean care_draft_has_base(const char *text);
/* Where a row stands that has no id yet, for a draft that is begun with it; and what a text says of that, G_MAXUINT: nothing. */
void care_draft_begin_at(CareRecord *base, guint row);
guint care_draft_row(const char *text);
/* The field in which somebody stopped; NULL where the text does not say. Transfer full. */
char *care_draft_cursor(const char *text);

G_END_DECLS
