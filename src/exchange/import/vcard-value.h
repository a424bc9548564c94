/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/date.h"
#include "exchange/import/vcard-property.h"

G_BEGIN_DECLS

char *care_vcard_unescape(const char *text);
char **care_vcard_split(const char *text, char separator);
char *care_vcard_list_to_text(const char *component, const char *separator);
gboolean care_vcard_parse_date(const char *text, CareDate *out);
char *care_vcard_parse_phone(const char *value);
char *care_vcard_phone_label(const char *const *types);
char *care_vcard_place_label(const char *const *types);

G_END_DECLS
