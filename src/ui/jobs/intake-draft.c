/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jobs/intake-draft.h"

#include <string.h>

#include "model/customer.h"
#include "model/device.h"
#include "model/job.h"
#include "ui/kit/draft-keeper.h"

#define INTAKE "job:new"

static const char *const suffixes[CARE_INTAKE_N_PARTS]
    = { "", ":customer", ":device", ":photos", ":line", ":sought" };

static CareIntakeDraft *
named(const char *base)
{
    CareIntakeDraft *draft = g_new0(CareIntakeDraft, 1);

    for (int part = 0; part < CARE_INTAKE_N_PARTS; part++)
        draft->keys[part] = g_strconcat(base, suffixes[part], NULL);
    return draft;
}

/* By chance: another program may begin one over the same shop at the same moment. */
CareIntakeDraft *
care_intake_draft_new(void)
{
    g_autofree char *base = g_strdup_printf(INTAKE "-%08x", g_random_int());

    return named(base);
}

CareIntakeDraft *
care_intake_draft_of(const char *key)
{
    g_autofree char *base = NULL;

    if (!g_str_has_prefix(key, INTAKE))
        return NULL;
    base = g_strndup(key, strlen(INTAKE) + strcspn(key + strlen(INTAKE), ":"));
    return named(base);
}

void
care_intake_draft_free(CareIntakeDraft *draft)
{
    for (int part = 0; part < CARE_INTAKE_N_PARTS; part++)
        g_free(draft->keys[part]);
    g_free(draft);
}

static gboolean
is_same(gconstpointer a, gconstpointer b)
{
    return g_str_equal(((const CareIntakeDraft *)a)->keys[0], ((const CareIntakeDraft *)b)->keys[0]);
}

static void
free_draft(gpointer draft)
{
    care_intake_draft_free(draft);
}

GPtrArray *
care_intake_drafts(CareStore *store)
{
    g_auto(GStrv) keys = care_draft_keys(store);
    GPtrArray *drafts = g_ptr_array_new_with_free_func(free_draft);

    for (char **key = keys; *key; key++) {
        CareIntakeDraft *draft = care_intake_draft_of(*key);

        if (draft && !g_ptr_array_find_with_equal_func(drafts, draft, is_same, NULL))
            g_ptr_array_add(drafts, draft);
        else if (draft)
            care_intake_draft_free(draft);
    }
    return drafts;
}

void
care_intake_draft_keep(CareStore *store, const CareIntakeDraft *draft, CareIntakePart part,
                       CareRecord *record)
{
    g_autofree char *text = record ? care_draft_text(record, NULL) : NULL;

    care_draft_write(store, draft->keys[part], text);
}

gboolean
care_intake_draft_take(CareStore *store, const CareIntakeDraft *draft, CareIntakePart part,
                       CareRecord *record)
{
    g_autofree char *text = care_draft_read(store, draft->keys[part]);

    return text && care_draft_take(record, NULL, text);
}

char *
care_intake_draft_cursor(CareStore *store, const CareIntakeDraft *draft)
{
    g_autofree char *text = care_draft_peek(store, draft->keys[CARE_INTAKE_JOB]);

    return text ? care_draft_cursor(text) : NULL;
}

static CareRecord *
read_part(CareStore *store, const CareIntakeDraft *draft, CareIntakePart part, const CareKind *kind)
{
    g_autoptr(CareRecord) record = care_record_new(kind);
    g_autofree char *text = care_draft_peek(store, draft->keys[part]);

    return text && care_draft_take(record, NULL, text) ? g_steal_pointer(&record) : NULL;
}

/* Of the new customer or device, or of the one that the job refers to. */
static char *
name_of(CareStore *store, const CareIntakeDraft *draft, CareIntakePart part, const CareKind *kind, CareId id)
{
    g_autoptr(CareRecord) fresh = read_part(store, draft, part, kind);
    g_autoptr(CareRecord) known = !fresh && id ? care_store_get(store, kind, id, NULL) : NULL;
    CareRecord *record = fresh ? fresh : known;

    return record ? care_record_title(record) : NULL;
}

char *
care_intake_name(const char *who, const char *about)
{
    if (who && *who && about && *about)
        return g_strdup_printf("%s · %s", who, about);
    return who && *who ? g_strdup(who) : about && *about ? g_strdup(about) : NULL;
}

char *
care_intake_draft_name(CareStore *store, const CareIntakeDraft *draft)
{
    g_autoptr(CareRecord) job = read_part(store, draft, CARE_INTAKE_JOB, &care_job_kind);
    CareId customer = job ? care_record_int(job, CARE_JOB_CUSTOMER) : 0;
    CareId device = job ? care_record_int(job, CARE_JOB_DEVICE) : 0;
    g_autofree char *who = name_of(store, draft, CARE_INTAKE_CUSTOMER, &care_customer_kind, customer);
    g_autofree char *what = name_of(store, draft, CARE_INTAKE_DEVICE, &care_device_kind, device);
    g_autofree char *sought = who ? NULL : care_draft_peek(store, draft->keys[CARE_INTAKE_SOUGHT]);
    const char *fault = job ? care_record_text(job, CARE_JOB_FAULT) : NULL;
    const char *about = fault ? fault : what;

    return care_intake_name(who ? who : sought, about);
}

gboolean
care_intake_draft_differs(CareRecord *job, CareRecord *begun)
{
    g_autofree char *now = care_draft_text(job, NULL);
    g_autofree char *then = care_draft_text(begun, NULL);

    return !g_str_equal(now, then);
}

void
care_intake_draft_keep_sought(CareStore *store, const CareIntakeDraft *draft, const char *text)
{
    care_draft_write(store, draft->keys[CARE_INTAKE_SOUGHT], *text ? text : NULL);
}

CareIntakeDraft *
care_intake_draft_texts(CareStore *store, const CareIntakeDraft *draft)
{
    CareIntakeDraft *texts = g_new0(CareIntakeDraft, 1);

    for (int part = 0; part < CARE_INTAKE_N_PARTS; part++)
        texts->keys[part] = care_draft_read(store, draft->keys[part]);
    return texts;
}

void
care_intake_draft_write(CareStore *store, const CareIntakeDraft *draft, const CareIntakeDraft *texts)
{
    for (int part = 0; part < CARE_INTAKE_N_PARTS; part++)
        care_draft_write(store, draft->keys[part], texts ? texts->keys[part] : NULL);
}
