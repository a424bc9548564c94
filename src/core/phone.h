/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether there is anything to dial in it: a digit, of any script. */
gboolean care_phone_is_number(const char *number);
char *care_phone_digits(const char *number, const char *region); /* national form, digits only */
/* The same of the beginning of a number, while it is being typed. */
char *care_phone_digits_begun(const char *begun, const char *region);

/* Whether somebody typed, or pasted, a phone number or a part of one and nothing else: with a word beside it ("Tel.",
 * "tel:", "ext. 12"), with whatever spaces and dashes. */
gboolean care_phone_is_typed(const char *text);
/* Whether that is all of a number, as somebody is called by it: as it is dialled from elsewhere ("0171/555…", "+49…"), or the
 * shorter one of the place, which is written with spaces and dashes alone. "148.90", "2026-9999" and a day have digits
 * enough, and are none. text: UTF-8 or not. */
gboolean care_phone_is_whole(const char *text);
/* The number of such a text as it may be stored in a shop of the region, or the beginning of it, digits only; the likeliest
 * first, none of them twice. Transfer full. */
GPtrArray *care_phone_readings(const char *text, const char *region);
/* What a foreign number is written as at home ("0660…" of +43 660…), from how it was written and the digits stored of it;
 * NULL for any other. Digits only; transfer full. */
char *care_phone_also(const char *number, const char *stored);
/* Takes a number that stands among words ("Koch +49 171…") out of them. text is UTF-8; both transfer full, not touched when
 * there is none. */
gboolean care_phone_within(const char *text, char **number, char **rest);

G_END_DECLS
