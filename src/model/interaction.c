/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/interaction.h"

#include <glib/gi18n-lib.h>

#include "core/fold.h"

#define LOGGED_CHANNELS(W) CARE_CHANNELS(W) W(, CARE_INTERACTION_BY_NONE, N_("Note"), "care-note-symbolic")

CARE_DEFINE_CHOICES(care_direction, CARE_DIRECTIONS)
CARE_DEFINE_CHOICES(care_contact_class, CARE_INTERACTION_CLASSES)
CARE_DEFINE_CHOICES(care_interaction_channel, LOGGED_CHANNELS)

gboolean
care_interaction_is_note(CareRecord *interaction)
{
    return g_strcmp0(care_record_text(interaction, CARE_INTERACTION_CHANNEL), CARE_INTERACTION_BY_NONE) == 0
           || care_direction_is(care_record_text(interaction, CARE_INTERACTION_DIRECTION),
                                CARE_DIRECTION_NOTE);
}

/* As the window writes it in any language that it speaks, and as people do. */
static const char *const nobody[] = { CARE_INTERACTION_NOBODY, "no answer", "no-answer" };

gboolean
care_interaction_outcome_is_reached(const char *outcome)
{
    g_autofree char *folded = outcome != NULL ? care_text_fold(outcome) : NULL;
    g_autofree char *here = care_text_fold(_(CARE_INTERACTION_NOBODY));

    if (folded != NULL && g_str_equal(folded, here))
        return FALSE;
    for (gsize i = 0; folded != NULL && i < G_N_ELEMENTS(nobody); i++) {
        g_autofree char *word = care_text_fold(nobody[i]);

        if (g_str_equal(folded, word))
            return FALSE;
    }
    return TRUE;
}

gboolean
care_interaction_has_met(CareRecord *interaction)
{
    return !care_direction_is(care_record_text(interaction, CARE_INTERACTION_DIRECTION), CARE_DIRECTION_NOTE)
           && care_record_int(interaction, CARE_INTERACTION_AUTOMATIC) == 0
           && care_interaction_outcome_is_reached(care_record_text(interaction, CARE_INTERACTION_OUTCOME));
}

gboolean
care_interaction_has_reached(CareRecord *interaction)
{
    return care_direction_is(care_record_text(interaction, CARE_INTERACTION_DIRECTION), CARE_DIRECTION_OUT)
           && care_interaction_has_met(interaction);
}

static void
add_small(GString *json, const char *word)
{
    g_autofree char *small = g_ascii_strdown(word, -1);
    g_auto(GStrv) parts = g_strsplit(small, "\"", -1);
    g_autofree char *escaped = g_strjoinv("\\\"", parts);

    g_string_append_printf(json, "%s\"%s\"", json->len > 1 ? "," : "", escaped);
}

char *
care_interaction_outcomes_of_nobody(void)
{
    g_autoptr(GString) json = g_string_new("[");

    for (gsize i = 0; i < G_N_ELEMENTS(nobody); i++)
        add_small(json, nobody[i]);
    add_small(json, _(CARE_INTERACTION_NOBODY));
    g_string_append_c(json, ']');
    return g_string_free_and_steal(g_steal_pointer(&json));
}

static void
prepare(CareRecord *record, CareRecord *old, const CareShopFacts *shop)
{
    if (!care_record_is_set(record, CARE_INTERACTION_DIRECTION))
        care_record_set_text(record, CARE_INTERACTION_DIRECTION, care_direction_word(CARE_DIRECTION_NOTE));
    if (!care_record_is_set(record, CARE_INTERACTION_CHANNEL))
        care_record_set_text(record, CARE_INTERACTION_CHANNEL, CARE_INTERACTION_BY_NONE);
}

CARE_DEFINE_RECORD(CareInteraction, care_interaction, CARE_INTERACTION_FIELDS, "interaction", N_("Contact"),
                   .flags = CARE_KIND_COUNTED, .story = CARE_STORY_MESSAGES, .icon = "care-speech-symbolic",
                   .table = N_("Messages and calls"), .order = "at DESC, id DESC", .prepare = prepare)
