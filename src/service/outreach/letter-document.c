/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/outreach/letter-document.h"

#include <glib/gi18n-lib.h>

#include "document/letter-paper.h"
#include "model/interaction.h"
#include "model/channel.h"
#include "service/paper-parties.h"

static gboolean
fits(CareRecord *interaction)
{
    return care_channel_is(care_record_text(interaction, CARE_INTERACTION_CHANNEL), CARE_CHANNEL_LETTER);
}

static CarePaper *
lay_out(const CarePaperDesk *desk, CareRecord *interaction, GError **error)
{
    g_auto(CarePaperParties) parties = { 0 };
    const char *body = care_record_text(interaction, CARE_INTERACTION_BODY);
    CareId customer = care_record_int(interaction, CARE_INTERACTION_CUSTOMER);
    CareId contact = care_paper_contact(desk->connection, customer,
                                        care_record_int(interaction, CARE_INTERACTION_STAFF));
    CareLetterPaper letter;

    if (!care_paper_parties_now(&parties, desk->connection, desk->data_dir, contact, customer, 0, error))
        return NULL;
    letter = (CareLetterPaper){
        .sheet = desk->sheet,
        .shop = care_paper_parties_shop(&parties),
        .customer = care_paper_parties_addressee(&parties),
        .date = care_date_of_instant(care_record_int(interaction, CARE_INTERACTION_AT), desk->zone),
        .subject = care_record_text(interaction, CARE_INTERACTION_SUBJECT),
        .body = body != NULL ? body : "",
    };
    return care_letter_paper_layout(&letter);
}

static char *
file_name(CareRecord *interaction)
{
    const char *subject = care_record_text(interaction, CARE_INTERACTION_SUBJECT);

    return g_strdelimit(g_strdup(subject != NULL ? subject : C_("paper", "Letter")), "/\\:", '-');
}

const CarePaperKind care_letter_paper_kind = {
    .name = "letter",
    .label = N_("Letter"),
    .of = &care_interaction_kind,
    .fits = fits,
    .lay_out = lay_out,
    .file_name = file_name,
    .sheets = { &care_sheet_a4, &care_sheet_letter },
};
