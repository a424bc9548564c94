/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import/contact-draft.h"
#include "exchange/import/contact-own.h"

static inline gboolean
values_equal(GPtrArray *a, GPtrArray *b)
{
    if (a->len != b->len)
        return FALSE;
    for (guint i = 0; i < a->len; i++) {
        const CareContactValue *x = a->pdata[i], *y = b->pdata[i];
        if (g_strcmp0(x->label, y->label) != 0 || g_strcmp0(x->value, y->value) != 0)
            return FALSE;
    }
    return TRUE;
}

static inline gboolean
addresses_equal(GPtrArray *a, GPtrArray *b)
{
    if (a->len != b->len)
        return FALSE;
    for (guint i = 0; i < a->len; i++) {
        const CareContactAddress *x = a->pdata[i], *y = b->pdata[i];
        if (g_strcmp0(x->label, y->label) != 0 || g_strcmp0(x->street, y->street) != 0
            || g_strcmp0(x->locality, y->locality) != 0 || g_strcmp0(x->region, y->region) != 0
            || g_strcmp0(x->postcode, y->postcode) != 0 || g_strcmp0(x->country, y->country) != 0)
            return FALSE;
    }
    return TRUE;
}

static inline gboolean
tags_equal(GPtrArray *a, GPtrArray *b)
{
    if (a->len != b->len)
        return FALSE;
    for (guint i = 0; i < a->len; i++)
        if (g_strcmp0(a->pdata[i], b->pdata[i]) != 0)
            return FALSE;
    return TRUE;
}

static inline gboolean
own_equal(char **a, char **b)
{
    for (guint i = 0; i < care_contact_n_own(); i++)
        if (g_strcmp0(a[i], b[i]) != 0)
            return FALSE;
    return TRUE;
}

static inline gboolean
dates_equal(CareDate a, CareDate b)
{
    return a.year == b.year && a.month == b.month && a.day == b.day;
}

/* Whether two drafts tell the same contact. Where they were read, what was dropped and the photo are not compared. */
static inline gboolean
care_contact_draft_equal(const CareContactDraft *a, const CareContactDraft *b)
{
    return a->is_company == b->is_company && g_strcmp0(a->name, b->name) == 0
           && g_strcmp0(a->prefix, b->prefix) == 0 && g_strcmp0(a->given, b->given) == 0
           && g_strcmp0(a->additional, b->additional) == 0 && g_strcmp0(a->family, b->family) == 0
           && g_strcmp0(a->suffix, b->suffix) == 0 && g_strcmp0(a->organisation, b->organisation) == 0
           && values_equal(a->phones, b->phones) && values_equal(a->emails, b->emails)
           && addresses_equal(a->addresses, b->addresses) && tags_equal(a->tags, b->tags)
           && dates_equal(a->birthday, b->birthday) && dates_equal(a->anniversary, b->anniversary)
           && g_strcmp0(a->note, b->note) == 0 && g_strcmp0(a->language, b->language) == 0
           && g_strcmp0(a->url, b->url) == 0 && g_strcmp0(a->vat_id, b->vat_id) == 0
           && own_equal(a->own, b->own) && g_strcmp0(a->uid, b->uid) == 0;
}
