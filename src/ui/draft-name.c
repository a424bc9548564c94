/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/draft-name.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/isolate.h"
#include "model/complaint.h"
#include "model/customer.h"
#include "model/feedback.h"
#include "model/interaction.h"
#include "model/invoice-line.h"
#include "model/invoice.h"
#include "model/job-line.h"
#include "model/job.h"
#include "model/payment.h"
#include "ui/compose/compose-draft.h"
#include "ui/customers/customer-editor.h"
#include "ui/feedback/answer-dialog.h"
#include "ui/invoices/invoice-ask.h"
#include "ui/invoices/payment-dialog.h"
#include "ui/jobs/intake-draft.h"
#include "ui/jobs/job-editor.h"
#include "ui/jobs/job-moves.h"
#include "ui/kit/draft-keeper.h"
#include "ui/parts/invoice-name.h"
#include "ui/parts/line-draft.h"
#include "ui/parts/record-line.h"
#include "ui/parts/yes-dialog.h"
#include "ui/preferences/rules-page.h"
#include "ui/preferences/setting-typed.h"
#include "ui/preferences/shop-page.h"
#include "ui/today/due-acts.h"

/* Editors whose drafts are called by another word than their kind, or begin with what is done about it. */
static const struct {
    const char *word;
    const CareKind *kind;
    const char *act; /* nullable: it is what is being written */
} words[] = {
    { "note", &care_interaction_kind, NULL },
    { "call", &care_interaction_kind, NULL },
    { "ask", &care_feedback_kind, NULL },
    { "survey", &care_feedback_kind, NULL },
    { "settle", &care_complaint_kind, N_("Settle the Complaint") },
    { CARE_JOB_EDITOR_DRAFT, &care_job_kind, NULL },
    { CARE_CANCEL_DRAFT, &care_job_kind, N_("Cancel the Job") },
    { CARE_NO_PLAN_DRAFT, &care_job_kind, N_("No Aftercare") },
    { CARE_YES_DRAFT, &care_job_kind, N_("Record Their Yes") },
    { CARE_BILL_EARLY_DRAFT, &care_invoice_kind, N_("Bill Before the Work Is Done") },
    { CARE_CONSENT_DRAFT, &care_invoice_kind, N_("Record Consent") },
    { CARE_PAY_BACK_DRAFT, &care_payment_kind, NULL },
};

static char *
customer_name(CareStore *store, CareId id)
{
    g_autoptr(CareRecord) customer = id ? care_store_get(store, &care_customer_kind, id, NULL) : NULL;
    g_autofree char *name = customer ? care_record_title(customer) : NULL;

    return name && *name ? care_isolate(name) : NULL;
}

/* A customer is their own; nobody's, NULL. */
static char *
whose(CareStore *store, CareRecord *record)
{
    if (care_record_is(record, &care_customer_kind)) {
        const char *name = care_record_text(record, CARE_CUSTOMER_NAME);

        return name ? care_isolate(name) : NULL;
    }
    return customer_name(store, care_record_customer(record));
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

    add_part(line, g_strdup(_("Message")));
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

/* Transfer full; NULL where the draft says no name yet. */
static char *
intake_name(CareStore *store, CareIntakeDraft *intake)
{
    g_autofree char *name = care_intake_draft_name(store, intake);
    GString *line = g_string_new(NULL);

    add_part(line, g_strdup(_("New Job")));
    add_part(line, name ? care_isolate(name) : NULL);
    return g_string_free_and_steal(line);
}

/* Whose key it is: "payment:12" is of invoice 12, "job:7:line" of job 7. NULL: of what is new, or gone. */
static CareRecord *
record_of_key(CareStore *store, const char *key, const CareKind *kind)
{
    const char *colon = strchr(key, ':');
    g_autofree char *number = colon ? g_strndup(colon + 1, strcspn(colon + 1, ":")) : NULL;
    CareId id;

    return number && care_id_parse(number, &id) ? care_store_get(store, kind, id, NULL) : NULL;
}

static CareRecord *
record_of_text(CareStore *store, const char *key, const CareKind *kind)
{
    g_autofree char *text = care_draft_peek(store, key);
    g_autoptr(CareRecord) record = care_record_new(kind);

    return text && care_draft_take(record, NULL, text) ? g_steal_pointer(&record) : NULL;
}

/* That it goes on in, by what it was begun with. */
static gboolean
is_of_known_line(CareStore *store, CareRecord *owner, gboolean of_invoice, const char *key)
{
    int list = of_invoice ? (int)CARE_INVOICE_LINES : (int)CARE_JOB_LINES;

    return owner && care_line_draft_position(store, owner, list, key) != CARE_LINE_NEW;
}

/* A line of an invoice or of a job's price that is being typed. */
static char *
line_name(CareStore *store, const char *key, gboolean of_invoice)
{
    g_autoptr(CareRecord) owner = record_of_key(store, key, of_invoice ? &care_invoice_kind : &care_job_kind);
    g_autoptr(CareRecord) typed
        = record_of_text(store, key, of_invoice ? &care_invoice_line_kind : &care_job_line_kind);
    const char *name
        = typed ? care_record_text(typed, of_invoice ? CARE_INVOICE_LINE_NAME : CARE_JOB_LINE_NAME) : NULL;
    GString *line = g_string_new(NULL);

    add_part(line, g_strdup(is_of_known_line(store, owner, of_invoice, key) ? _("Line") : _("New Line")));
    add_part(line, name ? care_isolate(name) : NULL);
    if (owner) {
        add_part(line, care_record_line(store, owner));
        add_part(line, whose(store, owner));
    }
    return g_string_free_and_steal(line);
}

/* What goes back is typed as it is handed over. */
static char *
payment_name(CareStore *store, const char *key)
{
    g_autoptr(CareRecord) invoice = record_of_key(store, key, &care_invoice_kind);
    g_autoptr(CareRecord) payment = record_of_text(store, key, &care_payment_kind);
    CareMoney amount = payment ? ABS(care_record_int(payment, CARE_PAYMENT_AMOUNT)) : 0;
    GString *line = g_string_new(NULL);

    if (amount > 0) {
        care_record_set_int(payment, CARE_PAYMENT_AMOUNT,
                            g_str_has_prefix(key, CARE_PAY_BACK_DRAFT ":") ? -amount : amount);
        add_part(line, care_record_line(store, payment));
    } else { /* none that is one yet */
        add_part(line, g_strdup(care_kind_label(&care_payment_kind)));
        add_part(line, invoice ? care_invoice_name(invoice) : NULL);
    }
    add_part(line, invoice ? customer_name(store, care_record_customer(invoice)) : NULL);
    return g_string_free_and_steal(line);
}

/* As the shop has it, where it does: a page's own rows keep what was written in them, and no more. */
static CareRecord *
record_named(CareStore *store, const char *key, const CareKind *kind)
{
    CareRecord *known = g_str_has_prefix(key, CARE_ASK_DRAFT) ? NULL : record_of_key(store, key, kind);

    return known ? known : record_of_text(store, key, kind);
}

static char *
record_name(CareStore *store, const char *key, const CareKind *kind, const char *act)
{
    g_autoptr(CareRecord) record = record_named(store, key, kind);
    const CareKind *wanted_for = care_customer_editor_wanted_for(key);
    GString *line = g_string_new(NULL);

    add_part(line, act ? g_strdup(_(act)) : NULL);
    if (!record || kind == &care_customer_kind)
        add_part(line, g_strdup(care_kind_label(kind)));
    if (record && kind != &care_customer_kind)
        add_part(line, care_record_line(store, record));
    if (record)
        add_part(line, whose(store, record));
    if (wanted_for) /* a new customer */
        add_part(line, g_strdup(care_kind_label(wanted_for)));
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

static char *
name_by_word(CareStore *store, const char *key)
{
    g_autofree char *word = g_strndup(key, strcspn(key, ":"));
    const CareKind *kind = care_kind_by_name(word);
    const char *act = NULL;

    for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
        if (g_str_equal(words[i].word, word)) {
            kind = words[i].kind;
            act = words[i].act;
        }
    if (kind == &care_payment_kind)
        return payment_name(store, key);
    return kind ? record_name(store, key, kind, act) : NULL;
}

char *
care_draft_name(CareStore *store, const char *key)
{
    g_autoptr(CareIntakeDraft) intake = care_intake_draft_of(key);

    if (g_str_has_prefix(key, CARE_COMPOSE_DRAFT))
        return message_name(store, key);
    if (g_str_has_prefix(key, CARE_SETTING_DRAFT))
        return setting_name(key + strlen(CARE_SETTING_DRAFT));
    if (g_str_has_prefix(key, CARE_LET_GO_DRAFT))
        return let_go_name(store, key);
    if (intake)
        return intake_name(store, intake);
    if (g_str_has_suffix(key, CARE_LINE_DRAFT))
        return line_name(store, key, g_str_has_prefix(key, "invoice:"));
    return name_by_word(store, key);
}
