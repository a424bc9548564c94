/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/situation.h"

#include <glib/gi18n-lib.h>

CARE_DEFINE_CHOICES(care_situation, CARE_SITUATIONS)
CARE_DEFINE_CHOICES(care_followup_kind, CARE_FOLLOWUP_KINDS)

#define ASK N_("Get in Touch")

static const CareSituation situations[] = {
    [CARE_SITUATION_READY] = { CARE_CLASS_SERVICE, NULL, ASK },
    [CARE_SITUATION_THANKS] = { CARE_CLASS_CARE, N_("Thank {who}"), N_("Say Thanks") },
    [CARE_SITUATION_CHECK] = { CARE_CLASS_CARE, N_("Ask {who} whether all is well"), N_("Ask How It Holds") },
    [CARE_SITUATION_FEEDBACK] = { CARE_CLASS_FEEDBACK, N_("Ask {who} how it went"), N_("Ask How It Went") },
    [CARE_SITUATION_SERVICE]
    = { CARE_CLASS_REMINDER, N_("{who}’s next service is due"), N_("Remind of the Service") },
    [CARE_SITUATION_WARRANTY]
    = { CARE_CLASS_CARE, N_("{who}’s warranty is about to end"), N_("Tell About the Warranty") },
    [CARE_SITUATION_INVOICE] = { CARE_CLASS_SERVICE, NULL, ASK },
    [CARE_SITUATION_REMINDER] = { CARE_CLASS_SERVICE, NULL, ASK },
    [CARE_SITUATION_COMPLAINT] = { CARE_CLASS_SERVICE, NULL, ASK },
    [CARE_SITUATION_OCCASION] = { CARE_CLASS_GIFT, NULL, ASK },
    /* Translators: a person, then what was promised */
    [CARE_SITUATION_OTHER] = { CARE_CLASS_SERVICE, N_("{who}: {title}"), ASK },
};

CareSituationName
care_situation_named(const char *word)
{
    int i = care_choice_find(&care_situation_set, word);

    return i >= 0 ? (CareSituationName)i : CARE_SITUATION_OTHER;
}

const CareSituation *
care_situation(const char *word)
{
    return &situations[care_situation_named(word)];
}

const char *
care_situation_icon(const char *word)
{
    const char *icon = care_situation_set.choices[care_situation_named(word)].icon;

    return icon ? icon : "care-note-symbolic";
}

const char *
care_situation_class(const char *word)
{
    return care_contact_class_word(care_situation(word)->counts);
}
