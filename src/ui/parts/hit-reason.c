/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/parts/hit-reason.h"

#include <glib/gi18n-lib.h>

#include "model/invoice.h"
#include "model/job.h"
#include "ui/kit/facts.h"
#include "ui/parts/invoice-name.h"

/* NULL if it cannot be read: its number alone is said then. */
static char *
name_of_paper(CareStore *store, CareId id)
{
    g_autoptr(CareRecord) invoice = care_store_get(store, &care_invoice_kind, id, NULL);

    return invoice ? care_invoice_name(invoice) : NULL;
}

/* The thing of theirs that was found: "Cargo bike · WX-77801", "Job 2026-0003". */
static void
add_thing(GString *line, CareStore *store, const CareSearchHit *hit)
{
    g_autofree char *number = NULL;

    if (g_strcmp0(hit->match, care_job_kind.match) == 0)
        number = g_strdup_printf(_("Job %s"), hit->why);
    else if (g_strcmp0(hit->match, care_invoice_kind.match) == 0)
        number = name_of_paper(store, hit->by);
    care_facts_add(line, number ? number : hit->detail);
    if (!number && g_strcmp0(hit->why, hit->detail) != 0)
        care_facts_add(line, hit->why);
}

char *
care_hit_reason(CareStore *store, const CareSearchHit *hit, const char *otherwise)
{
    g_autoptr(GString) line = g_string_new(NULL);

    if (hit->through)
        add_thing(line, store, hit);
    else if (hit->why && g_strcmp0(hit->why, hit->title) != 0)
        care_facts_add(line, hit->why);
    else
        care_facts_add(line, otherwise);
    return line->len > 0 ? g_string_free_and_steal(g_steal_pointer(&line)) : NULL;
}
