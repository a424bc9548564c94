/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
    CARE_VCARD_VERSION_UNKNOWN,
    CARE_VCARD_VERSION_2_1,
    CARE_VCARD_VERSION_3_0,
    CARE_VCARD_VERSION_4_0,
} CareVcardVersion;

typedef struct {
    char *name; /* upper case */
    char *value;
} CareVcardParam;

/* One property as it stands in a card: unfolded, transfer encoding and charset undone, escapes still in. */
typedef struct {
    char *group;    /* lower case; NULL if none */
    char *name;     /* upper case */
    GArray *params; /* of CareVcardParam */
    char *value;
    guint line;
} CareVcardProperty;

typedef struct _CareVcardLexer CareVcardLexer;

CareVcardLexer *care_vcard_lexer_new(const char *data, gsize length);
void care_vcard_lexer_free(CareVcardLexer *self);
CareVcardProperty *care_vcard_lexer_next(CareVcardLexer *self);
void care_vcard_lexer_set_version(CareVcardLexer *self, CareVcardVersion version);
void care_vcard_lexer_set_charset(CareVcardLexer *self, const char *charset);
void care_vcard_lexer_set_inside(CareVcardLexer *self, gboolean inside);
gsize care_vcard_lexer_get_offset(CareVcardLexer *self);

void care_vcard_property_free(CareVcardProperty *property);
const char *care_vcard_property_get_param(const CareVcardProperty *property, const char *name);
char **care_vcard_property_get_types(const CareVcardProperty *property);
int care_vcard_property_get_preference(const CareVcardProperty *property);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareVcardLexer, care_vcard_lexer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareVcardProperty, care_vcard_property_free)

G_END_DECLS
