/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A choice as people say it: care_choice_word("channel", "sms") is "Text message". The word itself if unknown. */
const char *care_choice_word(const char *field, const char *word);
/* The icon of a channel. */
const char *care_channel_icon(const char *channel);

G_END_DECLS
