/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/choice.h"

G_BEGIN_DECLS

/* The ways in which shop and customer reach each other. */
/* clang-format off */
#define CARE_CHANNELS(W) \
    W(CARE_CHANNEL_PHONE, "phone", N_("Phone call"), "care-phone-symbolic") \
    W(CARE_CHANNEL_SMS, "sms", N_("Text message"), "care-speech-symbolic") \
    W(CARE_CHANNEL_EMAIL, "email", N_("E-mail"), "care-mail-symbolic") \
    W(CARE_CHANNEL_LETTER, "letter", N_("Letter"), "care-document-symbolic") \
    W(CARE_CHANNEL_COUNTER, "counter", N_("In person"), "care-store-symbolic")
/* clang-format on */

CARE_DECLARE_CHOICES(CareChannel, care_channel, CARE_CHANNELS)

gboolean care_channel_is_written(const char *channel); /* a text goes out by it */
/* Whether it leads to somebody of whom there is a phone or an e-mail address, or not: a mail needs the one, a letter neither,
 * and who likes to come by is called. */
gboolean care_channel_reaches(const char *channel, gboolean phone, gboolean email);
/* By which of the ways to get in touch with them, who like the one (nullable): by that, where it reaches them, else by what
 * does. NULL where nothing decides it. */
const char *care_channel_to_take(const char *wish, gboolean phone, gboolean email);
const char *care_channel_icon(const char *channel);      /* a note's for what is no channel */
const char *care_channel_by(const char *channel);        /* "by phone", translated; NULL for no channel */
const char *care_channel_preferred(const char *channel); /* "prefers a call", the same */

G_END_DECLS
