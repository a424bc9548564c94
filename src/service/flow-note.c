/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What a record says that no door of today would take: for every kind, whatever way it came. */
#include "service/flow.h"

#include <glib/gi18n-lib.h>

#include "core/isolate.h"
#include "core/sentences.h"
#include "model/record-odd.h"
#include "service/flow-times.h"

/* The sentence of what is wrong, if something is. Takes reason. */
static void
add_reason(char **notes, GError *reason)
{
    if (reason != NULL)
        care_sentences_add(notes, reason->message);
    g_clear_error(&reason);
}

static void
add_old_rules(char **notes, CareRecord *record, const CareAsked *today)
{
    const CareKindFlow *flow = care_kind_flow(care_record_kind(record));
    GError *reason = NULL;

    if (care_flow_check_times(record, today, &reason) && flow->adds_up != NULL)
        flow->adds_up(record, &reason);
    add_reason(notes, reason);
}

static void
add_rules(char **notes, CareConnection *connection, CareRecord *record, const CareAsked *today)
{
    const CareKindFlow *flow = care_kind_flow(care_record_kind(record));
    GError *alone = NULL, *among = NULL;

    care_flow_check_alone(record, today, &alone);
    add_reason(notes, alone);
    if (flow->check_among != NULL)
        flow->check_among(connection, record, &among);
    add_reason(notes, among);
}

static const char *
label_of(CareRecord *record, int field)
{
    return care_field_label(&care_record_kind(record)->fields[field]);
}

/* A version before this one took any number, whatever the schema. */
static void
add_numbers(char **notes, CareRecord *record)
{
    int below = care_record_below_zero(record), beyond = care_record_beyond(record);
    g_autofree char *less = NULL, *odd = NULL;

    if (below >= 0)
        /* Translators: %s is what a field is called, "Cost" */
        less = g_strdup_printf(_("“%s” is less than nothing."), label_of(record, below));
    if (beyond >= 0)
        /* Translators: %s is what a field is called, "Warranty in Months" */
        odd = g_strdup_printf(_("“%s” holds a number that is too small or too large to be meant."),
                              label_of(record, beyond));
    care_sentences_add(notes, less);
    care_sentences_add(notes, odd);
}

static void
add_addresses(char **notes, CareRecord *record)
{
    g_autoptr(GPtrArray) odd = g_ptr_array_new();
    g_autofree char *all = NULL;

    care_record_find_odd_addresses(record, odd);
    for (guint i = 0; i < odd->len; i++) {
        g_autofree char *shown = care_isolate(odd->pdata[i]);
        g_autofree char *note = g_strdup_printf(_("“%s” is no e-mail address like name@example.org."), shown);

        care_sentences_add_some(&all, note);
    }
    care_sentences_add(notes, all);
}

char *
care_flow_note(CareConnection *connection, CareRecord *record, const CareAsked *asked)
{
    const CareAsked today = { asked->currency, CARE_SCHEMA_TO_COME, asked->today };
    gboolean is_old = asked->schema < CARE_SCHEMA_THAT_ASKED_MORE;
    g_autofree char *notes = g_strdup("");

    if (is_old)
        add_old_rules(&notes, record, &today);
    else
        add_rules(&notes, connection, record, &today);
    add_numbers(&notes, record);
    if (!is_old)
        add_addresses(&notes, record);
    return *notes != '\0' ? g_steal_pointer(&notes) : NULL;
}
