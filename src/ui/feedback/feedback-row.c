/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/feedback/feedback-row.h"

#include <glib/gi18n-lib.h>

#include "model/complaint.h"
#include "model/customer.h"
#include "model/feedback.h"
#include "ui/kit/avatar.h"
#include "ui/kit/chip.h"
#include "ui/kit/format.h"
#include "ui/kit/spoken.h"
#include "ui/kit/template.h"
#include "ui/kit/wrap.h"
#include "ui/feedback/feedback-words.h"
#include "ui/parts/job-facts.h"

struct _CareFeedbackRow {
    AdwBin parent_instance;

    CareContext *context;
    char *spoken;

    AdwAvatar *avatar;
    GtkLabel *title;
    GtkLabel *pill;
    AdwBin *standing;
    GtkLabel *words;
    GtkLabel *caption;
};

G_DEFINE_FINAL_TYPE(CareFeedbackRow, care_feedback_row, ADW_TYPE_BIN)

static void
care_feedback_row_dispose(GObject *object)
{
    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_FEEDBACK_ROW);
    g_clear_object(&CARE_FEEDBACK_ROW(object)->context);
    G_OBJECT_CLASS(care_feedback_row_parent_class)->dispose(object);
}

static void
care_feedback_row_finalize(GObject *object)
{
    g_free(CARE_FEEDBACK_ROW(object)->spoken);
    G_OBJECT_CLASS(care_feedback_row_parent_class)->finalize(object);
}

static void
care_feedback_row_class_init(CareFeedbackRowClass *klass)
{
    G_OBJECT_CLASS(klass)->dispose = care_feedback_row_dispose;
    G_OBJECT_CLASS(klass)->finalize = care_feedback_row_finalize;
    CARE_TEMPLATE_NEEDS(CARE_TYPE_WRAP);
    CARE_TEMPLATE(klass, "feedback/feedback-row.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareFeedbackRow, avatar, title, pill, standing, words, caption);
}

static void
care_feedback_row_init(CareFeedbackRow *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
}

GtkWidget *
care_feedback_row_new(CareContext *context)
{
    CareFeedbackRow *self = g_object_new(CARE_TYPE_FEEDBACK_ROW, NULL);

    self->context = g_object_ref(context);
    return GTK_WIDGET(self);
}

static void
set_text(GtkLabel *label, const char *text)
{
    gtk_label_set_text(label, text ? text : "");
    gtk_widget_set_visible(GTK_WIDGET(label), text && *text);
}

/* The customer's own words, in quotation marks. */
static void
set_words(CareFeedbackRow *self, const char *words)
{
    g_autofree char *quote = words ? g_strdup_printf(_("“%s”"), words) : NULL;

    set_text(self->words, quote);
}

static void
set_standing(CareFeedbackRow *self, const char *icon_name, const char *text, CareTone tone)
{
    adw_bin_set_child(self->standing, text ? care_chip_new(icon_name, text, tone) : NULL);
    gtk_widget_set_visible(GTK_WIDGET(self->standing), text != NULL);
}

static void
set_caption(CareFeedbackRow *self, const char *when, CareId job)
{
    g_autofree char *about = care_job_about(care_context_get_store(self->context), job);
    g_autofree char *caption = about ? g_strdup_printf("%s · %s", when, about) : g_strdup(when);

    set_text(self->caption, caption);
}

static void
show_answer(CareFeedbackRow *self, CareRecord *feedback)
{
    CareClock *clock = care_context_get_clock(self->context);
    g_autofree char *pill = care_answer_pill(feedback);
    g_autofree char *when = care_format_instant(care_record_int(feedback, CARE_FEEDBACK_AT),
                                                care_clock_zone(clock), care_clock_today(clock));

    set_text(self->pill, pill);
    set_standing(self, "care-check-symbolic",
                 care_record_int(feedback, CARE_FEEDBACK_QUOTABLE) ? _("May be quoted") : NULL,
                 CARE_TONE_SUCCESS);
    set_words(self, care_record_text(feedback, CARE_FEEDBACK_COMMENT));
    set_caption(self, when, care_record_int(feedback, CARE_FEEDBACK_JOB));
}

static void
show_complaint(CareFeedbackRow *self, CareRecord *complaint, CareAnswerClock *answers)
{
    CareTone tone;
    g_autofree char *standing
        = care_complaint_standing(complaint, answers, care_context_get_clock(self->context), &tone);
    g_autofree char *received = care_complaint_received(complaint, care_context_get_store(self->context));

    set_text(self->pill, NULL);
    set_standing(self,
                 tone == CARE_TONE_SUCCESS   ? "care-check-symbolic"
                 : tone == CARE_TONE_NEUTRAL ? "care-speech-symbolic"
                                             : "care-alert-symbolic",
                 standing, tone);
    set_words(self, care_record_text(complaint, CARE_COMPLAINT_WORDS));
    set_caption(self, received, care_record_int(complaint, CARE_COMPLAINT_JOB));
    g_free(self->spoken);
    self->spoken = care_spoken(gtk_label_get_text(self->title), standing, gtk_label_get_text(self->words),
                               gtk_label_get_text(self->caption), care_spoken_end);
}

void
care_feedback_row_set_record(CareFeedbackRow *self, CareRecord *record, CareAnswerClock *answers)
{
    gboolean complaint = care_record_is(record, &care_complaint_kind);
    CareId id
        = care_record_int(record, complaint ? (int)CARE_COMPLAINT_CUSTOMER : (int)CARE_FEEDBACK_CUSTOMER);
    g_autoptr(CareRecord) customer
        = care_store_get(care_context_get_store(self->context), &care_customer_kind, id, NULL);
    const char *name = customer ? care_record_text(customer, CARE_CUSTOMER_NAME) : "";

    g_return_if_fail(CARE_IS_FEEDBACK_ROW(self));
    care_avatar_set_name(self->avatar, name);
    gtk_label_set_text(self->title, name);
    if (complaint) {
        show_complaint(self, record, answers);
        return;
    }
    show_answer(self, record);
    g_free(self->spoken);
    self->spoken = care_spoken(name, gtk_label_get_text(self->pill), gtk_label_get_text(self->words),
                               gtk_label_get_text(self->caption), care_spoken_end);
}

const char *
care_feedback_row_get_spoken(CareFeedbackRow *self)
{
    g_return_val_if_fail(CARE_IS_FEEDBACK_ROW(self), NULL);
    return self->spoken;
}
