/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/draft-name.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/isolate.h"
#include "model/customer.h"
#include "model/interaction.h"
#include "ui/compose/compose-draft.h"
#include "ui/jobs/intake-draft.h"
#include "ui/kit/draft-keeper.h"
#include "ui/preferences/rules-page.h"
#include "ui/preferences/setting-typed.h"
#include "ui/preferences/shop-page.h"
#include "ui/today/due-acts.h"

/* Editors whose drafts are called by another word than their kind. */
static const struct {
    const char *word;
    const char *kind;
} words[] = {
    { "note", "interaction" }, { "call", "interaction" }, { "ask", "feedback" }, { "settle", "complaint" },
    { "edit-job", "job" },     { "cancel-job", "job" },   { "no-plan", "job" },  { "bill-early", "invoice" },
    { "pay-back", "payment" }, { "survey", "feedback" },  { "yes", "job" },      { "consent", "invoice" }
};

static const CareKind *
kind_of(const char *key)
{
    g_autofree char *word = g_strndup(key, strcspn(key, ":"));

    for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
        if (g_str_equal(words[i].word, word))
            return care_kind_by_name(words[i].kind);
    return care_kind_by_name(word);
}

static char *
customer_name(CareStore *store, CareId id)
{
    g_autoptr(CareRecord) customer = id ? care_store_get(store, &care_customer_kind, id, NULL) : NULL;
    g_autofree char *name = customer ? care_record_title(customer) : NULL;

    return name && *name ? care_isolate(name) : NULL;
}

/* Takes part. */
static void
add_part(GString *line, char *part)
{
    if (part && *part)
        g_string_append_printf(line, "%s%s", line->len > 0 ? " · " : "", part);
    g_free(part);
}

static char *
message_name(CareStore *store, const char *key)
{
    CareMessageOccasion occasion = { 0 };
    GString *line = g_string_new(NULL);

    add_part(line, g_strdup(care_kind_label(&care_interaction_kind)));
    if (care_compose_draft_parse(key, &occasion))
        add_part(line, customer_name(store, occasion.customer));
    return g_string_free_and_steal(line);
}

/* What made no sense, and was typed. */
static char *
setting_name(const char *key)
{
    GString *line = g_string_new(NULL);
    const char *title = care_shop_page_title(key);

    add_part(line, g_strdup(_("Preferences")));
    add_part(line, g_strdup(title != NULL ? title : care_rules_page_title(key)));
    return g_string_free_and_steal(line);
}

static char *
job_name(CareStore *store, const char *key)
{
    g_autoptr(CareIntakeDraft) intake = care_intake_draft_of(key);
    g_autofree char *name = intake ? care_intake_draft_name(store, intake) : NULL;
    GString *line = g_string_new(NULL);

    add_part(line, g_strdup(intake ? _("New Job") : _("Job")));
    add_part(line, name ? care_isolate(name) : NULL);
    return g_string_free_and_steal(line);
}

static char *
record_name(CareStore *store, const char *key, const CareKind *kind)
{
    g_autofree char *text = care_draft_peek(store, key);
    g_autoptr(CareRecord) record = care_record_new(kind);
    GString *line = g_string_new(NULL);
    g_autofree char *title = NULL;

    add_part(line, g_strdup(care_kind_label(kind)));
    if (text && care_draft_take(record, NULL, text)) {
        title = care_record_title(record);
        add_part(line, title && *title ? care_isolate(title) : NULL);
        if (care_kind_customer_field(kind) >= 0)
            add_part(line, customer_name(store, care_record_customer(record)));
    }
    return g_string_free_and_steal(line);
}

/* The line says whose it is. */
static char *
let_go_name(CareStore *store, const char *key)
{
    g_autofree char *text = care_draft_peek(store, key);
    g_autoptr(CareRecord) record = care_record_new(&care_interaction_kind);
    GString *line = g_string_new(NULL);

    add_part(line, g_strdup(_("Let It Go")));
    if (text && care_draft_take(record, NULL, text))
        add_part(line, care_isolate(care_record_text(record, CARE_INTERACTION_SUBJECT)));
    return g_string_free_and_steal(line);
}

char *
care_draft_name(CareStore *store, const char *key)
{
    const CareKind *kind = kind_of(key);

    if (g_str_has_prefix(key, CARE_COMPOSE_DRAFT))
        return message_name(store, key);
    if (g_str_has_prefix(key, CARE_SETTING_DRAFT))
        return setting_name(key + strlen(CARE_SETTING_DRAFT));
    if (g_str_has_prefix(key, CARE_LET_GO_DRAFT))
        return let_go_name(store, key);
    if (g_str_has_prefix(key, "job:"))
        return job_name(store, key);
    return kind ? record_name(store, key, kind) : NULL;
}
