/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/situation.h"

#include <glib/gi18n-lib.h>

#define ASK N_("Get in Touch")
#define NOTE "care-note-symbolic"

static const CareSituation situations[] = {
    { "ready", "service", NULL, ASK, NOTE },
    { "thanks", "care", N_("Thank {who}"), N_("Say Thanks"), "care-heart-symbolic" },
    { "check", "care", N_("Ask {who} whether all is well"), N_("Ask How It Holds"), "care-phone-symbolic" },
    { "feedback", "feedback", N_("Ask {who} how it went"), N_("Ask How It Went"), "care-speech-symbolic" },
    { "service", "reminder", N_("{who}’s next service is due"), N_("Remind of the Service"),
      "care-wrench-symbolic" },
    { "warranty", "care", N_("{who}’s warranty is about to end"), N_("Tell About the Warranty"),
      "care-shield-symbolic" },
    { "invoice", "service", NULL, ASK, NOTE },
    { "reminder", "service", NULL, ASK, NOTE },
    { "complaint", "service", NULL, ASK, NOTE },
    { "occasion", "gift", NULL, ASK, NOTE },
    /* Translators: a person, then what was promised */
    { "other", "service", N_("{who}: {title}"), ASK, NOTE },
};

const CareSituation *
care_situation(const char *word)
{
    gsize last = G_N_ELEMENTS(situations) - 1;

    for (gsize i = 0; i < last; i++)
        if (g_strcmp0(situations[i].word, word) == 0)
            return &situations[i];
    return &situations[last];
}

const char *
care_situation_class(const char *word)
{
    return care_situation(word)->counts;
}
