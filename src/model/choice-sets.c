/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/choice-sets.h"

#include "model/channel.h"
#include "model/invoice.h"
#include "model/job.h"

static const struct {
    const char *field; /* NULL: any */
    const CareChoiceSet *set;
} sets[] = {
    { NULL, &care_channel_set },
    { "status", &care_job_status_set },
    { "state", &care_invoice_state_set },
};

const char *
care_choice_sets_label(const char *field, const char *word)
{
    for (gsize i = 0; i < G_N_ELEMENTS(sets); i++) {
        const char *label = sets[i].field == NULL || g_strcmp0(sets[i].field, field) == 0
                                ? care_choice_label(sets[i].set, word)
                                : NULL;

        if (label != NULL)
            return label;
    }
    return NULL;
}
