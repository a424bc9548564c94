/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jobs/job-row.h"

#include <string.h>

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "model/customer.h"
#include "model/device.h"
#include "model/job.h"
#include "model/staff.h"
#include "ui/kit/avatar.h"
#include "ui/kit/facts.h"
#include "ui/kit/format.h"
#include "ui/kit/spoken.h"
#include "ui/parts/thing-icon.h"
#include "ui/jobs/job-words.h"

struct _CareJobRow {
    GtkBox parent_instance;

    CareContext *context;
    CareRecord *job;
    char *spoken;
    gboolean narrow;

    GtkWidget *icon;
    GtkLabel *title;
    GtkLabel *caption;
    GtkLabel *below;
    GtkWidget *end;
    GtkWidget *alert;
    GtkLabel *standing;
    AdwAvatar *avatar;
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
add_label(GtkWidget *box, const char *css_class)
{
    GtkWidget *label = gtk_label_new(NULL);

    g_object_set(label, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
    if (css_class)
        gtk_widget_add_css_class(label, css_class);
    gtk_box_append(GTK_BOX(box), label);
    return GTK_LABEL(label);
}

/* Whose and what, and the fault; where it is narrow, how it stands below them. */
static void
add_words(CareJobRow *self)
{
    GtkWidget *words = gtk_box_new(GTK_ORIENTATION_VERTICAL, 2);

    gtk_widget_set_hexpand(words, TRUE);
    gtk_widget_set_valign(words, GTK_ALIGN_CENTER);
    gtk_box_append(GTK_BOX(self), words);
    self->title = add_label(words, NULL);
    self->caption = add_label(words, "caption");
    gtk_label_set_wrap(self->caption, FALSE);
    gtk_label_set_ellipsize(self->caption, PANGO_ELLIPSIZE_END);
    gtk_widget_add_css_class(GTK_WIDGET(self->caption), "dimmed");
    self->below = add_label(words, "caption");
}

/* How it stands, and whose work it is, where there is room beside the words. */
static void
add_end(CareJobRow *self)
{
    self->alert = gtk_image_new_from_icon_name("care-alert-symbolic");
    g_object_set(self->alert, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
    self->end = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 6);
    gtk_box_append(GTK_BOX(self->end), self->alert);
    self->standing = add_label(self->end, NULL);
    g_object_set(self->standing, "justify", GTK_JUSTIFY_RIGHT, "xalign", 1.0, "max-width-chars", 32, NULL);
    gtk_widget_set_valign(self->end, GTK_ALIGN_CENTER);
    gtk_box_append(GTK_BOX(self), self->end);
    self->avatar = ADW_AVATAR(adw_avatar_new(24, NULL, TRUE));
    g_object_set(self->avatar, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "valign",
                 GTK_ALIGN_CENTER, NULL);
    gtk_box_append(GTK_BOX(self), GTK_WIDGET(self->avatar));
}

static void
care_job_row_init(CareJobRow *self)
{
    gtk_box_set_spacing(GTK_BOX(self), 12);
    g_object_set(self, "margin-top", 6, "margin-bottom", 6, NULL);
    self->icon = care_thing_icon_new("care-wrench-symbolic", CARE_TONE_NEUTRAL);
    gtk_widget_set_valign(self->icon, GTK_ALIGN_CENTER);
    gtk_box_append(GTK_BOX(self), self->icon);
    add_words(self);
    add_end(self);
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
set_class(GtkWidget *widget, const char *css_class, gboolean has)
{
    if (has)
        gtk_widget_add_css_class(widget, css_class);
    else
        gtk_widget_remove_css_class(widget, css_class);
}

/* What harms somebody has a sign and weight, all else is grey; narrow, the sentence stands for itself. */
static void
show_standing(CareJobRow *self, const char *sentence, gboolean warns)
{
    g_autofree char *alone = care_format_capital(sentence);

    gtk_widget_set_visible(self->end, !self->narrow);
    gtk_widget_set_visible(GTK_WIDGET(self->below), self->narrow);
    gtk_widget_set_visible(self->alert, warns);
    gtk_label_set_text(self->standing, sentence);
    gtk_label_set_text(self->below, alone);
    set_class(self->end, "warning", warns);
    set_class(GTK_WIDGET(self->standing), "heading", warns);
    set_class(GTK_WIDGET(self->standing), "dimmed", !warns);
    set_class(GTK_WIDGET(self->below), "warning", warns);
    set_class(GTK_WIDGET(self->below), "caption", !warns);
    set_class(GTK_WIDGET(self->below), "caption-heading", warns);
}

static void
show_worker(CareJobRow *self, const char *name)
{
    gtk_widget_set_visible(GTK_WIDGET(self->avatar), name && !self->narrow);
    care_avatar_set_name(self->avatar, name);
    gtk_widget_set_tooltip_text(GTK_WIDGET(self->avatar), name);
}

static const char *
name_of(CareRecord *record, int field)
{
    return record ? care_record_text(record, field) : NULL;
}

static void
show(CareJobRow *self)
{
    g_autoptr(CareRecord) customer = load(self, &care_customer_kind, CARE_JOB_CUSTOMER);
    g_autoptr(CareRecord) device = load(self, &care_device_kind, CARE_JOB_DEVICE);
    g_autoptr(CareRecord) staff = load(self, &care_staff_kind, CARE_JOB_STAFF);
    const char *kind = care_record_text(self->job, CARE_JOB_KIND);
    const char *what = device ? name_of(device, CARE_DEVICE_NAME) : kind ? kind : _("Repair");
    const char *fault = care_record_text(self->job, CARE_JOB_FAULT);
    const char *thing = name_of(device, CARE_DEVICE_KIND);
    g_autoptr(GString) title = g_string_new(NULL);
    g_autofree char *line
        = fault ? g_strndup(fault, strcspn(fault, "\n")) : g_strdup(device && kind ? kind : "");
    gboolean warns;
    g_autofree char *standing = care_job_standing(self->job, care_context_get_clock(self->context), &warns);

    care_facts_add(title, name_of(customer, CARE_CUSTOMER_NAME));
    care_facts_add(title, what);
    gtk_label_set_text(self->title, title->str);
    gtk_label_set_text(self->caption, line);
    gtk_widget_set_visible(GTK_WIDGET(self->caption), *line != '\0');
    care_thing_icon_set_icon_name(CARE_THING_ICON(self->icon), care_thing_icon_for(thing ? thing : what));
    show_standing(self, standing, warns);
    show_worker(self, name_of(staff, CARE_STAFF_NAME));
    g_free(self->spoken);
    self->spoken = care_spoken(title->str, line, standing, name_of(staff, CARE_STAFF_NAME), care_spoken_end);
}

static void
refresh(CareJobRow *self)
{
    g_return_if_fail(CARE_IS_JOB_ROW(self));
    if (self->job)
        show(self);
}

void
care_job_row_set_job(CareJobRow *self, CareRecord *job, gboolean narrow)
{
    g_return_if_fail(CARE_IS_JOB_ROW(self));
    if (self->job)
        g_signal_handlers_disconnect_by_data(self->job, self);
    g_set_object(&self->job, job);
    self->narrow = narrow;
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
