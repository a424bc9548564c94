/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jobs/job-row.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "model/customer.h"
#include "model/device.h"
#include "model/job.h"
#include "service/jobs/job-flow.h"
#include "ui/kit/chip.h"
#include "ui/kit/facts.h"
#include "ui/kit/spoken.h"
#include "ui/parts/thing-icon.h"
#include "ui/jobs/job-words.h"

struct _CareJobRow {
    GtkBox parent_instance;

    CareContext *context;
    CareRecord *job;
    char *spoken;

    GtkWidget *icon;
    GtkLabel *title;
    GtkLabel *caption;
    GtkLabel *promise;
    GtkBox *chips;
};

G_DEFINE_FINAL_TYPE(CareJobRow, care_job_row, GTK_TYPE_BOX)

static void
care_job_row_dispose(GObject *object)
{
    CareJobRow *self = CARE_JOB_ROW(object);

    if (self->job)
        g_signal_handlers_disconnect_by_data(self->job, self);
    g_clear_object(&self->job);
    g_clear_object(&self->context);
    G_OBJECT_CLASS(care_job_row_parent_class)->dispose(object);
}

static void
care_job_row_finalize(GObject *object)
{
    g_free(CARE_JOB_ROW(object)->spoken);
    G_OBJECT_CLASS(care_job_row_parent_class)->finalize(object);
}

static void
care_job_row_class_init(CareJobRowClass *klass)
{
    G_OBJECT_CLASS(klass)->dispose = care_job_row_dispose;
    G_OBJECT_CLASS(klass)->finalize = care_job_row_finalize;
}

static GtkLabel *
add_label(GtkWidget *box, float xalign, const char *css_class)
{
    GtkWidget *label = gtk_label_new(NULL);

    gtk_label_set_xalign(GTK_LABEL(label), xalign);
    gtk_label_set_ellipsize(GTK_LABEL(label), PANGO_ELLIPSIZE_END);
    if (css_class)
        gtk_widget_add_css_class(label, css_class);
    gtk_box_append(GTK_BOX(box), label);
    return GTK_LABEL(label);
}

static void
care_job_row_init(CareJobRow *self)
{
    GtkWidget *words = gtk_box_new(GTK_ORIENTATION_VERTICAL, 3);
    GtkWidget *end = gtk_box_new(GTK_ORIENTATION_VERTICAL, 3);

    gtk_box_set_spacing(GTK_BOX(self), 12);
    gtk_widget_set_margin_start(GTK_WIDGET(self), 6);
    gtk_widget_set_margin_end(GTK_WIDGET(self), 6);
    gtk_widget_set_margin_top(GTK_WIDGET(self), 6);
    gtk_widget_set_margin_bottom(GTK_WIDGET(self), 6);
    self->icon = care_thing_icon_new("care-wrench-symbolic", CARE_TONE_NEUTRAL);
    gtk_widget_set_valign(self->icon, GTK_ALIGN_CENTER);
    gtk_box_append(GTK_BOX(self), self->icon);
    gtk_widget_set_hexpand(words, TRUE);
    gtk_widget_set_valign(words, GTK_ALIGN_CENTER);
    gtk_box_append(GTK_BOX(self), words);
    gtk_widget_set_valign(end, GTK_ALIGN_CENTER);
    gtk_box_append(GTK_BOX(self), end);
    self->title = add_label(words, 0, NULL);
    gtk_label_set_ellipsize(self->title, PANGO_ELLIPSIZE_NONE); /* whose and what: both names are needed */
    gtk_label_set_wrap(self->title, TRUE);
    gtk_label_set_wrap_mode(self->title, PANGO_WRAP_WORD_CHAR);
    self->caption = add_label(words, 0, "caption");
    gtk_widget_add_css_class(GTK_WIDGET(self->caption), "dimmed");
    self->promise = add_label(end, 1, "caption");
    gtk_label_set_ellipsize(self->promise, PANGO_ELLIPSIZE_NONE);
    gtk_label_set_wrap(self->promise, TRUE);
    gtk_label_set_wrap_mode(self->promise, PANGO_WRAP_WORD_CHAR);
    gtk_label_set_justify(self->promise, GTK_JUSTIFY_RIGHT);
    gtk_widget_add_css_class(GTK_WIDGET(self->promise), "numeric");
    self->chips = GTK_BOX(gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 6));
    gtk_widget_set_halign(GTK_WIDGET(self->chips), GTK_ALIGN_END);
    gtk_box_append(GTK_BOX(end), GTK_WIDGET(self->chips));
}

GtkWidget *
care_job_row_new(CareContext *context)
{
    CareJobRow *self = g_object_new(CARE_TYPE_JOB_ROW, NULL);

    self->context = g_object_ref(context);
    return GTK_WIDGET(self);
}

static CareRecord *
load(CareJobRow *self, const CareKind *kind, int field)
{
    CareId id = care_record_int(self->job, field);

    return id ? care_store_get(care_context_get_store(self->context), kind, id, NULL) : NULL;
}

static void
show_promise(CareJobRow *self)
{
    gboolean late;
    g_autofree char *promise
        = care_job_promise(self->job, care_clock_today(care_context_get_clock(self->context)), &late);

    gtk_label_set_text(self->promise, promise ? promise : "");
    gtk_widget_set_visible(GTK_WIDGET(self->promise), promise != NULL);
    if (late)
        gtk_widget_add_css_class(GTK_WIDGET(self->promise), "warning");
    else
        gtk_widget_remove_css_class(GTK_WIDGET(self->promise), "warning");
}

/* Who and what give way, in a second line; how far it is does not. */
static GtkWidget *
whole_chip(const char *icon, const char *text, CareTone tone)
{
    GtkWidget *chip = care_chip_new(icon, text, tone);

    gtk_label_set_ellipsize(GTK_LABEL(gtk_widget_get_last_child(chip)), PANGO_ELLIPSIZE_NONE);
    return chip;
}

static void
show_chips(CareJobRow *self)
{
    GtkWidget *chip;

    while ((chip = gtk_widget_get_first_child(GTK_WIDGET(self->chips))))
        gtk_box_remove(self->chips, chip);
    if (care_job_owes_message(self->job))
        /* Translators: a job that is ready while nobody has told the customer */
        gtk_box_append(self->chips, whole_chip("care-alert-symbolic", _("to tell"), CARE_TONE_ACCENT));
    else
        gtk_box_append(self->chips, whole_chip(NULL, care_job_status_words(self->job), CARE_TONE_NEUTRAL));
}

static void
show_words(CareJobRow *self)
{
    g_autoptr(CareRecord) customer = load(self, &care_customer_kind, CARE_JOB_CUSTOMER);
    g_autoptr(CareRecord) device = load(self, &care_device_kind, CARE_JOB_DEVICE);
    const char *who = customer ? care_record_text(customer, CARE_CUSTOMER_NAME) : "";
    const char *kind = care_record_text(self->job, CARE_JOB_KIND);
    const char *what = device ? care_record_text(device, CARE_DEVICE_NAME) : kind ? kind : _("Repair");
    const char *fault = care_record_text(self->job, CARE_JOB_FAULT);
    const char *number = care_record_text(self->job, CARE_JOB_NUMBER);
    const char *thing = device ? care_record_text(device, CARE_DEVICE_KIND) : NULL;
    g_autoptr(GString) title = g_string_new(NULL);
    g_autofree char *line = fault ? g_strndup(fault, strcspn(fault, "\n")) : g_strdup(kind ? kind : "");
    g_autoptr(GString) caption = g_string_new(NULL);

    care_facts_add(caption, number);
    care_facts_add(caption, line);
    care_facts_add(title, who);
    care_facts_add(title, what);
    gtk_label_set_text(self->title, title->str);
    gtk_label_set_text(self->caption, caption->str);
    care_thing_icon_set_icon_name(CARE_THING_ICON(self->icon), care_thing_icon_for(thing ? thing : what));
    g_free(self->spoken);
    self->spoken = care_spoken(title->str, caption->str, care_job_status_words(self->job), care_spoken_end);
}

static void
refresh(CareJobRow *self)
{
    g_return_if_fail(CARE_IS_JOB_ROW(self));
    if (!self->job)
        return;
    show_words(self);
    show_promise(self);
    show_chips(self);
}

void
care_job_row_set_job(CareJobRow *self, CareRecord *job)
{
    g_return_if_fail(CARE_IS_JOB_ROW(self));
    if (self->job)
        g_signal_handlers_disconnect_by_data(self->job, self);
    g_set_object(&self->job, job);
    if (job)
        g_signal_connect_swapped(job, "notify", G_CALLBACK(refresh), self);
    refresh(self);
}

/* The whole row in words; owned by it. */
const char *
care_job_row_get_spoken(CareJobRow *self)
{
    g_return_val_if_fail(CARE_IS_JOB_ROW(self), NULL);
    return self->spoken;
}
