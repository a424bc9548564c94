/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/date.h"

G_BEGIN_DECLS

/* One contact as a file told it, before it becomes a customer. All texts are valid UTF-8, trimmed, with "\n" as
 * line break, and NULL where there is nothing. A draft owns all it points to; it may move between threads. */
typedef struct {
    char *label; /* "mobile", "home", "work", "home fax", … or the owner's own word; may be NULL */
    char *value;
} CareContactValue;

typedef struct {
    char *label;
    char *street; /* several lines when the source had a second line, a flat or a post-office box */
    char *locality;
    char *region;
    char *postcode;
    char *country;
} CareContactAddress;

typedef enum {
    CARE_CONTACT_KIND_UNKNOWN, /* the source does not say: decided by what is filled in */
    CARE_CONTACT_KIND_PERSON,
    CARE_CONTACT_KIND_COMPANY,
} CareContactKind;

/* What may have to be named as dropped only when it is known what becomes of the contact. */
typedef enum {
    CARE_CONTACT_PART_PREFIX,
    CARE_CONTACT_PART_ADDITIONAL,
    CARE_CONTACT_PART_SUFFIX,
    CARE_CONTACT_PART_URL,
    CARE_N_CONTACT_PARTS,
} CareContactPart;

typedef struct {
    guint row;  /* 1 for the first contact of its file */
    guint line; /* 1-based line on which it begins */

    gboolean is_company;
    char *name; /* the name to show; set unless error is */
    char *prefix;
    char *given;
    char *additional;
    char *family;
    char *suffix;
    char *organisation;

    GPtrArray *phones;    /* of CareContactValue, the preferred one first */
    GPtrArray *emails;    /* of CareContactValue */
    GPtrArray *addresses; /* of CareContactAddress */
    GPtrArray *tags;      /* of char* */
    CareDate birthday;
    CareDate anniversary;
    gboolean birthday_short; /* its year was written with two digits: the century follows from today */
    gboolean anniversary_short;
    char *note;
    char *language;
    char *url;
    char *vat_id;
    char **own; /* texts of the customer's own fields (contact-own.h), NULL where there is none */
    char *uid;  /* the source's own id, to recognise a second import */
    gboolean has_photo;
    char *told_by[CARE_N_CONTACT_PARTS]; /* what the source calls a part; NULL: as we do */

    GPtrArray *dropped; /* of char*: what the source held and the draft does not, each name once */
    char *error;        /* why this row is refused, a sentence; NULL when it can be imported */
} CareContactDraft;

CareContactDraft *care_contact_draft_new(guint row, guint line);
void care_contact_draft_free(CareContactDraft *draft);

void care_contact_draft_set(char **field, const char *text);
void care_contact_draft_add_phone(CareContactDraft *draft, const char *label, const char *number);
void care_contact_draft_add_email(CareContactDraft *draft, const char *label, const char *address);
CareContactAddress *care_contact_draft_add_address(CareContactDraft *draft, const char *label);
void care_contact_draft_add_tag(CareContactDraft *draft, const char *tag);
void care_contact_draft_add_note(CareContactDraft *draft, const char *text);
void care_contact_draft_drop(CareContactDraft *draft, const char *what);
const char *care_contact_draft_told_by(const CareContactDraft *draft, CareContactPart part);
void care_contact_draft_refuse(CareContactDraft *draft, const char *sentence);
void care_contact_draft_finish(CareContactDraft *draft, CareContactKind kind);

gboolean care_contact_address_is_empty(const CareContactAddress *address);
const CareContactValue *care_contact_draft_phone(const CareContactDraft *draft, guint i);
const CareContactValue *care_contact_draft_email(const CareContactDraft *draft, guint i);
const CareContactAddress *care_contact_draft_address(const CareContactDraft *draft, guint i);
const char *care_contact_draft_tag(const CareContactDraft *draft, guint i);

char *care_contact_clean(const char *text);
char *care_contact_join(const char *separator, const char *const *parts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareContactDraft, care_contact_draft_free)

G_END_DECLS
