/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/words.h"

#include <glib/gi18n-lib.h>

#include "model/channel.h"
#include "model/choice-sets.h"

typedef struct {
    const char *field; /* NULL: any */
    const char *word;
    const char *label;
} Word;

static const Word words[] = {
    { "type", "person", N_("Person") },
    { "type", "company", N_("Company") },
    { NULL, "note", N_("Note") },
    { "direction", "in", N_("They got in touch") },
    { "direction", "out", N_("We got in touch") },
    { "prices", "gross", N_("Tax included") },
    { "prices", "net", N_("Before tax") },
    { "state", "idea", N_("Idea") },
    { "state", "planned", N_("Planned") },
    { "state", "given", N_("Given") },
    { "state", "open", N_("Open") },
    { "state", "done", N_("Done") },
    { "state", "let-go", N_("Let go") },
    { "class", "service", N_("About a job") },
    { "class", "care", N_("Aftercare") },
    { "class", "feedback", N_("Feedback") },
    { "class", "reminder", N_("Reminder") },
    { "class", "gift", N_("Gift") },
    { "class", "marketing", N_("Offer") },
    { "kind", "labour", N_("Labour") },
    { "kind", "part", N_("Part") },
    { "kind", "fee", N_("Fee") },
    { "kind", "thanks", N_("Thanks") },
    { "kind", "check", N_("Ask how it holds") },
    { "kind", "feedback", N_("Ask for feedback") },
    { "kind", "service", N_("Service due") },
    { "kind", "warranty", N_("Warranty ends") },
    { "kind", "other", N_("Other") },
    { "situation", "ready", N_("Job is ready") },
    { "situation", "thanks", N_("Thanks") },
    { "situation", "check", N_("Ask how it holds") },
    { "situation", "feedback", N_("Ask for feedback") },
    { "situation", "service", N_("Service due") },
    { "situation", "warranty", N_("Warranty ends") },
    { "situation", "invoice", N_("Invoice") },
    { "situation", "reminder", N_("Payment reminder") },
    { "situation", "complaint", N_("Complaint") },
    { "situation", "occasion", N_("Occasion") },
    { "situation", "other", N_("Anything else") },
    { "anchor", "handover", N_("Hand-over") },
    { "anchor", "warranty-end", N_("End of the warranty") },
    { "confirmation", "confirmed", N_("The customer confirmed") },
    { "confirmation", "no-answer", N_("No answer") },
};

const char *
care_choice_word(const char *field, const char *word)
{
    const char *label = care_choice_sets_label(field, word);

    if (label)
        return label;
    for (guint i = 0; i < G_N_ELEMENTS(words); i++)
        if ((!words[i].field || g_strcmp0(words[i].field, field) == 0) && g_strcmp0(words[i].word, word) == 0)
            return _(words[i].label);
    return word;
}

/* What is no channel is a note. */
const char *
care_channel_icon(const char *channel)
{
    int i = care_choice_find(&care_channel_set, channel);

    return i >= 0 ? care_channel_set.choices[i].icon : "care-note-symbolic";
}
