/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/outreach/message-texts.h"

#include "model/customer.h"
#include "model/text.h"

static int
fitting_one(GPtrArray *texts, CareMessageFacts *facts)
{
    CareId wished = care_message_facts_wished_text(facts);
    CareRecord *first = texts->len > 0 ? texts->pdata[0] : NULL;

    for (guint i = 0; wished != 0 && i < texts->len; i++)
        if (care_record_id(texts->pdata[i]) == wished)
            return (int)i;
    return first
                   && g_strcmp0(care_record_text(first, CARE_TEXT_SITUATION),
                                care_message_facts_situation(facts))
                          == 0
               ? 0
               : -1;
}

/**
 * care_message_texts:
 * @fitting: (out): the position of the text to begin with: the follow-up's own, else one for the situation; -1: none
 *
 * The shop's texts for a message: those for its situation first, and among them those in the customer's language.
 *
 * Returns: (transfer full): CareRecords of the kind text; empty when there are none yet or they cannot be read
 */
GPtrArray *
care_message_texts(CareStore *store, CareMessageFacts *facts, int *fitting)
{
    const char *language = care_record_text(care_message_facts_customer(facts), CARE_CUSTOMER_LANGUAGE);
    GPtrArray *texts = care_store_query(store, &care_text_kind, NULL, "outreach/texts-for", "ss",
                                        care_message_facts_situation(facts), language ? language : "");

    if (!texts)
        texts = g_ptr_array_new_with_free_func(g_object_unref);
    *fitting = fitting_one(texts, facts);
    return texts;
}
