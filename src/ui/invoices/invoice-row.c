/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/invoices/invoice-row.h"

#include <glib/gi18n-lib.h>

#include "model/customer.h"
#include "model/device.h"
#include "model/invoice.h"
#include "model/job.h"
#include "service/jobs/to-bill.h"
#include "ui/kit/act-name.h"
#include "ui/kit/avatar.h"
#include "ui/kit/day-in-sentence.h"
#include "ui/kit/facts.h"
#include "ui/kit/room.h"
#include "ui/kit/template.h"
#include "ui/invoices/invoice-words.h"

struct _CareInvoiceRow {
    AdwBin parent_instance;

    CareContext *context;
    CareRecord *record;
    char *spoken;
    const char *said; /* a state that the heading says for all its rows; nullable */

    AdwAvatar *avatar;
    GtkLabel *title;
    GtkLabel *subtitle;
    GtkLabel *amount;
    GtkLabel *pill;
    GtkWidget *bill;
};

G_DEFINE_FINAL_TYPE(CareInvoiceRow, care_invoice_row, ADW_TYPE_BIN)

static CareDate
today_of(CareInvoiceRow *self)
{
    return care_clock_today(care_context_get_clock(self->context));
}

/* One indexed look-up per row that scrolls into view. */
static CareRecord *
look_up(CareInvoiceRow *self, const CareKind *kind, int field)
{
    CareId id = care_record_int(self->record, field);

    return id != 0 ? care_store_get(care_context_get_store(self->context), kind, id, NULL) : NULL;
}

static void
show(CareInvoiceRow *self, CareRecord *customer, const char *subtitle, const char *amount, const char *pill,
     CareTone tone)
{
    gboolean shows = pill && g_strcmp0(pill, self->said) != 0;
    const char *name = customer ? care_record_text(customer, CARE_CUSTOMER_NAME) : NULL;

    care_avatar_set_name(self->avatar, name);
    gtk_label_set_text(self->title, name ? name : _("Deleted customer"));
    gtk_label_set_text(self->subtitle, subtitle);
    gtk_label_set_text(self->amount, amount);
    gtk_label_set_text(self->pill, pill ? pill : "");
    gtk_widget_set_visible(GTK_WIDGET(self->pill), shows);
    gtk_widget_set_visible(self->bill, pill == NULL);
    care_tone_apply(GTK_WIDGET(self->pill), tone);
    g_free(self->spoken);
    self->spoken = g_strjoin(", ", name ? name : _("Deleted customer"), subtitle, amount, pill, NULL);
}

/* What it is for, by the job: the device, or the kind of work. NULL: it is of no job, or says nothing of it. Transfer
 * full. */
static char *
what_for(CareInvoiceRow *self)
{
    CareStore *store = care_context_get_store(self->context);
    g_autoptr(CareRecord) job = look_up(self, &care_job_kind, CARE_INVOICE_JOB);
    CareId id = job ? care_record_int(job, CARE_JOB_DEVICE) : 0;
    g_autoptr(CareRecord) device = id != 0 ? care_store_get(store, &care_device_kind, id, NULL) : NULL;

    if (device)
        return g_strdup(care_record_text(device, CARE_DEVICE_NAME));
    return job ? g_strdup(care_record_text(job, CARE_JOB_KIND)) : NULL;
}

static void
show_invoice(CareInvoiceRow *self)
{
    g_autoptr(CareRecord) customer = look_up(self, &care_customer_kind, CARE_INVOICE_CUSTOMER);
    const char *number = care_record_text(self->record, CARE_INVOICE_NUMBER);
    CareTone tone;
    g_autofree char *state = care_invoice_state_words(self->record, today_of(self), &tone);
    g_autofree char *when = care_invoice_when(self->record, today_of(self),
                                              care_clock_zone(care_context_get_clock(self->context)));
    g_autofree char *what = what_for(self);
    g_autoptr(GString) facts = g_string_new(NULL);
    g_autofree char *amount
        = care_invoice_money(self->record, care_record_int(self->record, CARE_INVOICE_GROSS));

    care_facts_add(facts, number ? number : _("Draft"));
    care_facts_add(facts, what);
    care_facts_add(facts, when);
    show(self, customer, facts->str, amount, state, tone);
}

/* "E-bike · done since Friday", and what is billed of it already. */
static char *
subtitle_of_job(CareInvoiceRow *self, CareMoney billed, const char *currency)
{
    g_autoptr(CareRecord) device = look_up(self, &care_device_kind, CARE_JOB_DEVICE);
    CareDate done = care_date_of_instant(care_record_int(self->record, CARE_JOB_FINISHED),
                                         care_clock_zone(care_context_get_clock(self->context)));
    g_autofree char *since = care_format_since(done, today_of(self));
    const char *what
        = device ? care_record_text(device, CARE_DEVICE_NAME) : care_record_text(self->record, CARE_JOB_KIND);
    /* Translators: "E-bike · done since Friday" */
    g_autofree char *waits = g_strdup_printf(
        _("%s · done %s"), what ? what : care_record_text(self->record, CARE_JOB_NUMBER), since);
    g_autofree char *amount = billed > 0 ? care_money_format(billed, currency) : NULL;
    /* Translators: a job of which a part is on an invoice already: "billed so far €78.00" */
    g_autofree char *part = amount ? g_strdup_printf(_("billed so far %s"), amount) : NULL;
    g_autoptr(GString) facts = g_string_new(NULL);

    care_facts_add(facts, waits);
    care_facts_add(facts, part);
    return g_strdup(facts->str);
}

/* With what is left to bill, which is what the draft comes to. */
static void
show_job(CareInvoiceRow *self)
{
    g_autoptr(CareRecord) customer = look_up(self, &care_customer_kind, CARE_JOB_CUSTOMER);
    CareStore *store = care_context_get_store(self->context);
    g_autofree char *shop = care_store_setting(store, CARE_SETTING_CURRENCY);
    const char *currency = care_record_currency(self->record, shop);
    CareToBill bill;
    gboolean read = care_job_read_to_bill(care_store_reader(store), self->record, &bill, NULL);
    g_autofree char *subtitle = subtitle_of_job(self, read ? bill.billed : 0, currency);
    g_autofree char *amount
        = care_money_format(read ? bill.left : care_record_int(self->record, CARE_JOB_AGREED), currency);

    show(self, customer, subtitle, amount, NULL, CARE_TONE_NEUTRAL);
    gtk_actionable_set_action_target(GTK_ACTIONABLE(self->bill), "x", care_record_id(self->record));
    gtk_actionable_set_action_name(GTK_ACTIONABLE(self->bill), "win.bill");
    care_act_name_set(self->bill, _("Bill"), self->spoken);
}

static void
refresh(CareInvoiceRow *self)
{
    if (!self->record)
        return;
    if (care_record_is(self->record, &care_job_kind))
        show_job(self);
    else
        show_invoice(self);
}

static void
care_invoice_row_dispose(GObject *object)
{
    CareInvoiceRow *self = CARE_INVOICE_ROW(object);

    care_invoice_row_set_record(self, NULL, NULL);
    g_clear_object(&self->context);
    g_clear_pointer(&self->spoken, g_free);
    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_INVOICE_ROW);
    G_OBJECT_CLASS(care_invoice_row_parent_class)->dispose(object);
}

static void
care_invoice_row_class_init(CareInvoiceRowClass *klass)
{
    G_OBJECT_CLASS(klass)->dispose = care_invoice_row_dispose;

    CARE_TEMPLATE(klass, "invoices/invoice-row.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareInvoiceRow, avatar, title, subtitle, amount, pill, bill);
}

static void
care_invoice_row_init(CareInvoiceRow *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
    care_room_give(adw_bin_get_child(ADW_BIN(self)), 12);
}

GtkWidget *
care_invoice_row_new(CareContext *context)
{
    CareInvoiceRow *self = g_object_new(CARE_TYPE_INVOICE_ROW, NULL);

    self->context = g_object_ref(context);
    return GTK_WIDGET(self);
}

/* Follows the record, which the list's model keeps up to date; NULL lets go of it. said (nullable, static): the state that
 * stands in the heading already. */
void
care_invoice_row_set_record(CareInvoiceRow *self, CareRecord *record, const char *said)
{
    g_return_if_fail(CARE_IS_INVOICE_ROW(self));
    if (self->record)
        g_signal_handlers_disconnect_by_data(self->record, self);
    g_set_object(&self->record, record);
    self->said = said;
    if (!record)
        return;
    g_signal_connect_swapped(record, "notify", G_CALLBACK(refresh), self);
    refresh(self);
}

/* The row as a screen reader says it. */
const char *
care_invoice_row_get_spoken(CareInvoiceRow *self)
{
    return self->spoken;
}
