/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/kind.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "model/complaint.h"
#include "model/customer.h"
#include "model/customer-address.h"
#include "model/customer-email.h"
#include "model/customer-phone.h"
#include "model/customer-tag.h"
#include "model/deferral.h"
#include "model/device.h"
#include "model/document.h"
#include "model/event.h"
#include "model/feedback.h"
#include "model/followup.h"
#include "model/gift.h"
#include "model/interaction.h"
#include "model/invoice.h"
#include "model/invoice-line.h"
#include "model/invoice-vat.h"
#include "model/job.h"
#include "model/job-line.h"
#include "model/occasion.h"
#include "model/payment.h"
#include "model/plan.h"
#include "model/plan-step.h"
#include "model/staff.h"
#include "model/text.h"

/* Parents before those that refer to them: the order of export and import. */
static const CareKind *const kinds[] = {
    &care_staff_kind,    &care_customer_kind,    &care_device_kind,
    &care_text_kind,     &care_plan_kind,        &care_job_kind,
    &care_followup_kind, &care_interaction_kind, &care_occasion_kind,
    &care_gift_kind,     &care_invoice_kind,     &care_payment_kind,
    &care_feedback_kind, &care_complaint_kind,   &care_document_kind,
    &care_event_kind,    &care_deferral_kind,    NULL,
};

static const CareKind *const child_kinds[] = {
    &care_customer_address_kind, &care_customer_email_kind, &care_customer_phone_kind,
    &care_customer_tag_kind,     &care_invoice_line_kind,   &care_invoice_vat_kind,
    &care_job_line_kind,         &care_plan_step_kind,      NULL,
};

const CareKind *const *
care_kinds(void)
{
    return kinds;
}

static const CareKind *
find(const CareKind *const *table, const char *name)
{
    for (; *table != NULL; table++)
        if (g_strcmp0((*table)->name, name) == 0)
            return *table;
    return NULL;
}

const CareKind *
care_kind_by_name(const char *name)
{
    const CareKind *kind = find(kinds, name);

    return kind != NULL ? kind : find(child_kinds, name);
}

int
care_kind_find_field(const CareKind *kind, const char *name)
{
    for (guint i = 0; i < kind->n_fields; i++)
        if (strcmp(kind->fields[i].name, name) == 0)
            return (int)i;
    return -1;
}

static int
find_flag(const CareKind *kind, CareFieldFlags flag)
{
    for (guint i = 0; i < kind->n_fields; i++)
        if (kind->fields[i].flags & flag)
            return (int)i;
    return -1;
}

int
care_kind_sort_field(const CareKind *kind)
{
    return find_flag(kind, CARE_FIELD_SORT);
}

int
care_kind_story_field(const CareKind *kind)
{
    return find_flag(kind, CARE_FIELD_STORY);
}

const char *
care_kind_label(const CareKind *kind)
{
    return g_dgettext(GETTEXT_PACKAGE, kind->label);
}

const char *
care_kind_table_label(const CareKind *kind)
{
    return kind->table != NULL ? g_dgettext(GETTEXT_PACKAGE, kind->table) : NULL;
}

const char *
care_kind_add_label(const CareKind *kind)
{
    return kind->add != NULL ? g_dgettext(GETTEXT_PACKAGE, kind->add) : NULL;
}

char *
care_kind_number(const CareKind *kind, const char *series, gint64 sequence)
{
    return g_strdup_printf("%s-%0*" G_GINT64_FORMAT, series, kind->number_digits, sequence);
}

/** care_kind_order: (transfer none): how its list is ordered, as SQL has it. */
const char *
care_kind_order(const CareKind *kind)
{
    if (kind->order != NULL)
        return kind->order;
    return care_kind_sort_field(kind) >= 0 ? "sort_key, id" : "id DESC";
}

int
care_kind_customer_field(const CareKind *kind)
{
    int field = care_kind_find_field(kind, "customer");

    return field >= 0 && kind->fields[field].kind == CARE_FIELD_REF ? field : -1;
}

gboolean
care_kind_goes_with_customer(const CareKind *kind)
{
    return care_kind_customer_field(kind) >= 0 && (kind->flags & CARE_KIND_BOOKS) == 0;
}

gboolean
care_kind_refers_to(const CareKind *kind, const CareKind *other)
{
    for (guint i = 0; i < kind->n_fields; i++) {
        const CareField *field = &kind->fields[i];

        if (field->flags & CARE_FIELD_ANY_ID
            || (field->kind == CARE_FIELD_REF && strcmp(field->extra, other->name) == 0))
            return TRUE;
        if (field->kind == CARE_FIELD_LIST && care_kind_refers_to(care_kind_child(field), other))
            return TRUE;
    }
    return FALSE;
}

const CareKind *
care_kind_child(const CareField *field)
{
    g_return_val_if_fail(field->kind == CARE_FIELD_LIST, NULL);

    return find(child_kinds, field->extra);
}

gboolean
care_kind_is_flat(const CareKind *kind)
{
    return kind->child && kind->n_fields == 1;
}
