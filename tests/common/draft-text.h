/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import/contact-draft.h"

static inline void
care_test_append_fact(GString *out, const char *name, const char *label, const char *value)
{
    if (value == NULL)
        return;
    g_string_append_printf(out, "%s%s", out->len > 0 ? " | " : "", name);
    if (label != NULL)
        g_string_append_printf(out, "(%s)", label);
    g_string_append_printf(out, "=%s", value);
}

/* Everything a draft holds, as one line a test can compare: "name=Ann Lee | given=Ann | phone(mobile)=123". Line breaks
 * are shown as "/", absent things not at all; a person is not named as such, a company begins with "company". */
static inline char *
care_test_draft_text(const CareContactDraft *draft)
{
    GString *out = g_string_new(draft->is_company ? "company" : NULL);
    g_autofree char *birthday
        = care_date_is_set(draft->birthday) ? care_date_to_string(draft->birthday) : NULL;
    g_autofree char *anniversary
        = care_date_is_set(draft->anniversary) ? care_date_to_string(draft->anniversary) : NULL;

    care_test_append_fact(out, "name", NULL, draft->name);
    care_test_append_fact(out, "prefix", NULL, draft->prefix);
    care_test_append_fact(out, "given", NULL, draft->given);
    care_test_append_fact(out, "additional", NULL, draft->additional);
    care_test_append_fact(out, "family", NULL, draft->family);
    care_test_append_fact(out, "suffix", NULL, draft->suffix);
    care_test_append_fact(out, "org", NULL, draft->organisation);
    for (guint i = 0; i < draft->phones->len; i++)
        care_test_append_fact(out, "phone", care_contact_draft_phone(draft, i)->label,
                              care_contact_draft_phone(draft, i)->value);
    for (guint i = 0; i < draft->emails->len; i++)
        care_test_append_fact(out, "email", care_contact_draft_email(draft, i)->label,
                              care_contact_draft_email(draft, i)->value);
    for (guint i = 0; i < draft->addresses->len; i++) {
        const CareContactAddress *a = care_contact_draft_address(draft, i);
        g_autofree char *text = g_strdup_printf("%s;%s;%s;%s;%s", a->street ? a->street : "",
                                                a->locality ? a->locality : "", a->region ? a->region : "",
                                                a->postcode ? a->postcode : "", a->country ? a->country : "");
        care_test_append_fact(out, "address", a->label, text);
    }
    care_test_append_fact(out, "birthday", NULL, birthday);
    care_test_append_fact(out, "anniversary", NULL, anniversary);
    for (guint i = 0; i < draft->tags->len; i++)
        care_test_append_fact(out, "tag", NULL, care_contact_draft_tag(draft, i));
    care_test_append_fact(out, "note", NULL, draft->note);
    care_test_append_fact(out, "language", NULL, draft->language);
    care_test_append_fact(out, "url", NULL, draft->url);
    care_test_append_fact(out, "vat", NULL, draft->vat_id);
    care_test_append_fact(out, "uid", NULL, draft->uid);
    care_test_append_fact(out, "photo", NULL, draft->has_photo ? "yes" : NULL);
    for (guint i = 0; i < draft->dropped->len; i++)
        care_test_append_fact(out, "dropped", NULL, draft->dropped->pdata[i]);
    care_test_append_fact(out, "error", NULL, draft->error);
    g_strdelimit(out->str, "\n", '/');
    return g_string_free_and_steal(out);
}
