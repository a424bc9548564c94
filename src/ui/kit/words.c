/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/words.h"

#include <glib/gi18n-lib.h>

typedef struct {
    const char *field; /* NULL: any */
    const char *word;
    const char *label;
} Word;

static const Word words[] = {
    { "type", "person", N_("Person") },
    { "type", "company", N_("Company") },
    { NULL, "phone", N_("Phone call") },
    { NULL, "sms", N_("Text message") },
    { NULL, "email", N_("E-mail") },
    { NULL, "letter", N_("Letter") },
    { NULL, "counter", N_("In person") },
    { NULL, "note", N_("Note") },
    { "direction", "in", N_("They got in touch") },
    { "direction", "out", N_("We got in touch") },
    { "status", "received", N_("Taken in") },
    { "status", "waiting", N_("Waiting for a part") },
    { "status", "working", N_("In work") },
    { "status", "ready", N_("Ready") },
    { "status", "collected", N_("Collected") },
    { "status", "cancelled", N_("Cancelled") },
    { "prices", "gross", N_("Tax included") },
    { "prices", "net", N_("Before tax") },
    { "state", "draft", N_("Draft") },
    { "state", "issued", N_("Issued") },
    { "state", "part", N_("Part paid") },
    { "state", "paid", N_("Paid") },
    { "state", "cancelled", N_("Cancelled") },
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
    for (guint i = 0; i < G_N_ELEMENTS(words); i++)
        if ((!words[i].field || g_strcmp0(words[i].field, field) == 0) && g_strcmp0(words[i].word, word) == 0)
            return _(words[i].label);
    return word;
}

const char *
care_channel_icon(const char *channel)
{
    static const char *const icons[][2] = {
        { "phone", "care-phone-symbolic" },   { "sms", "care-speech-symbolic" },
        { "email", "care-mail-symbolic" },    { "letter", "care-document-symbolic" },
        { "counter", "care-store-symbolic" }, { "note", "care-note-symbolic" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(icons); i++)
        if (g_strcmp0(icons[i][0], channel) == 0)
            return icons[i][1];
    return "care-speech-symbolic";
}
