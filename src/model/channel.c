/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/channel.h"

#include <glib/gi18n-lib.h>

CARE_DEFINE_CHOICES(care_channel, CARE_CHANNELS)

static const char *const by[] = {
    [CARE_CHANNEL_PHONE] = N_("by phone"),         [CARE_CHANNEL_SMS] = N_("by text message"),
    [CARE_CHANNEL_EMAIL] = N_("by e-mail"),        [CARE_CHANNEL_LETTER] = N_("by letter"),
    [CARE_CHANNEL_COUNTER] = N_("at the counter"),
};

static const char *const preferred[] = {
    [CARE_CHANNEL_PHONE] = N_("prefers a call"),       [CARE_CHANNEL_SMS] = N_("prefers a text message"),
    [CARE_CHANNEL_EMAIL] = N_("prefers e-mail"),       [CARE_CHANNEL_LETTER] = N_("prefers a letter"),
    [CARE_CHANNEL_COUNTER] = N_("prefers to come by"),
};

gboolean
care_channel_is_written(const char *channel)
{
    return care_channel_is(channel, CARE_CHANNEL_SMS) || care_channel_is(channel, CARE_CHANNEL_EMAIL)
           || care_channel_is(channel, CARE_CHANNEL_LETTER);
}

gboolean
care_channel_reaches(const char *channel, gboolean phone, gboolean email)
{
    if (care_channel_is(channel, CARE_CHANNEL_EMAIL))
        return email;
    return phone || care_channel_is(channel, CARE_CHANNEL_LETTER);
}

/* Where both or none are written down, any way is as good as another. */
const char *
care_channel_to_take(const char *wish, gboolean phone, gboolean email)
{
    if (phone == email || (wish != NULL && care_channel_reaches(wish, phone, email)))
        return wish;
    return care_channel_word(phone ? CARE_CHANNEL_PHONE : CARE_CHANNEL_EMAIL);
}

const char *
care_channel_icon(const char *channel)
{
    int i = care_choice_find(&care_channel_set, channel);

    return i >= 0 ? care_channel_set.choices[i].icon : "care-note-symbolic";
}

static const char *
words_for(const char *const *words, const char *channel)
{
    int i = care_choice_find(&care_channel_set, channel);

    return i >= 0 ? g_dgettext(GETTEXT_PACKAGE, words[i]) : NULL;
}

const char *
care_channel_by(const char *channel)
{
    return words_for(by, channel);
}

const char *
care_channel_preferred(const char *channel)
{
    return words_for(preferred, channel);
}
