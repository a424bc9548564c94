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

/* The colon between parameters and value, or NULL; colons inside quotes do not count. */
const char *care_vcard_find_colon(const char *text, gsize length);
/* Of an unfolded line, which is used up; NULL when it is no property. charset, a constant name or NULL, is that of a value
 * that is no UTF-8 and names none. The line number is the caller's. */
CareVcardProperty *care_vcard_property_parse(GString *logical, CareVcardVersion version, const char *charset,
                                             gboolean quoted_printable);
void care_vcard_property_free(CareVcardProperty *property);
const char *care_vcard_property_get_param(const CareVcardProperty *property, const char *name);
char **care_vcard_property_get_types(const CareVcardProperty *property);
int care_vcard_property_get_preference(const CareVcardProperty *property);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareVcardProperty, care_vcard_property_free)

G_END_DECLS
