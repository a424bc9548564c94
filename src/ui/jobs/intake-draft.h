/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/draft.h"

G_BEGIN_DECLS

/* Where one intake is kept until it is taken in. Each has its own drafts: whoever is interrupted by the next customer
 * finds the first one again. Main thread. */
typedef enum {
    CARE_INTAKE_JOB,
    CARE_INTAKE_CUSTOMER, /* a new one */
    CARE_INTAKE_DEVICE,   /* likewise */
    CARE_INTAKE_PHOTOS,   /* a document a line */
    CARE_INTAKE_LINE,     /* a line that is being typed */
    CARE_INTAKE_SOUGHT,   /* what was typed to find a customer, as text */
    CARE_INTAKE_N_PARTS,
} CareIntakePart;

typedef struct {
    char *keys[CARE_INTAKE_N_PARTS + 1]; /* of the drafts; NULL-terminated */
} CareIntakeDraft;

/* One that nobody has begun. */
CareIntakeDraft *care_intake_draft_new(void);
/* The intake that a draft's key belongs to, "job:new-1f3a" or "job:new-1f3a:photos"; NULL for other keys. */
CareIntakeDraft *care_intake_draft_of(const char *key);
void care_intake_draft_free(CareIntakeDraft *draft);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareIntakeDraft, care_intake_draft_free)

/* Whether a draft of the one would be another than of the other. */
gboolean care_intake_draft_differs(CareRecord *job, CareRecord *begun);
/* What was typed to find a customer; "" forgets it. */
void care_intake_draft_keep_sought(CareStore *store, const CareIntakeDraft *draft, const char *text);
/* A part as it stands; NULL forgets it. */
void care_intake_draft_keep(CareStore *store, const CareIntakeDraft *draft, CareIntakePart part,
                            CareRecord *record);
/* A part as it was left, into a new record; FALSE when there is none. */
gboolean care_intake_draft_take(CareStore *store, const CareIntakeDraft *draft, CareIntakePart part,
                                CareRecord *record);

/* The field of the job in which somebody stopped; NULL for another. Transfer full. */
char *care_intake_draft_cursor(CareStore *store, const CareIntakeDraft *draft);

/* Of CareIntakeDraft: what was begun and not taken in, the latest first. Transfer full. */
GPtrArray *care_intake_drafts(CareStore *store);
/* Whose it is and what is wrong, or one of them; nullable each, NULL for neither. Transfer full. */
char *care_intake_name(const char *who, const char *about);
/* The same of a draft, "Elif Haas · Brake dead". Transfer full; NULL when it says neither. */
char *care_intake_draft_name(CareStore *store, const CareIntakeDraft *draft);
/* The texts of its parts, for care_intake_draft_write(); nullable each. Transfer full. */
CareIntakeDraft *care_intake_draft_texts(CareStore *store, const CareIntakeDraft *draft);
/* Keeps these texts, or with NULL forgets all of it. */
void care_intake_draft_write(CareStore *store, const CareIntakeDraft *draft, const CareIntakeDraft *texts);

G_END_DECLS
