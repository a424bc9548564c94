/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/feedback/survey-window.h"

#include <glib/gi18n-lib.h>

#include "model/channel.h"
#include "model/device.h"
#include "model/feedback.h"
#include "model/job.h"
#include "store/draft.h"
#include "ui/parts/thing-icon.h"
#include "ui/kit/draft-keeper.h"
#include "ui/kit/question.h"
#include "ui/kit/template.h"
#include "ui/feedback/score-bar.h"
#include "ui/feedback/survey-answer.h"

#define HOLD_SECONDS 3
#define IDLE_SECONDS 120

struct _CareSurveyWindow {
    AdwWindow parent_instance;

    CareSurveyRefused refused;
    CareContext *context;
    CareRecord *before; /* without what is answered */
    CareRecord *feedback;
    CareDraftKeeper *keeper;
    char *earlier;          /* nullable: another answer that waits under the same key */
    GtkWidget *shop_window; /* weak: where the shop goes on */
    guint page;
    guint idle;
    guint holding;
    gboolean unlocked;
    gboolean kept;

    GtkLabel *shop;
    GtkLabel *progress;
    GtkStack *pages;
    GtkLabel *about;
    CareScoreBar *score_bar;
    GtkTextView *words;
    GtkToggleButton *yes;
    GtkToggleButton *no;
    GtkWidget *buttons;
    GtkWidget *next;
    GtkWidget *question; /* the first */
    GtkWidget *lock;
};

G_DEFINE_FINAL_TYPE(CareSurveyWindow, care_survey_window, ADW_TYPE_WINDOW)

static const char *const page_names[] = { "recommend", "words", "quote", "thanks" };

#define N_QUESTIONS (G_N_ELEMENTS(page_names) - 1)

/* The answer */

static char *
words_of(CareSurveyWindow *self)
{
    GtkTextBuffer *buffer = gtk_text_view_get_buffer(self->words);
    g_autofree char *text = NULL;

    g_object_get(buffer, "text", &text, NULL);
    return g_strstrip(g_steal_pointer(&text));
}

/* Takes over what is answered by now. FALSE: nothing at all, which is no answer. */
static gboolean
take_answer(CareSurveyWindow *self)
{
    int score = care_score_bar_get_value(self->score_bar);
    g_autofree char *words = words_of(self);

    if (score >= 0)
        care_record_set_int(self->feedback, CARE_FEEDBACK_SCORE, score);
    else
        care_record_clear(self->feedback, CARE_FEEDBACK_SCORE);
    care_record_set_text(self->feedback, CARE_FEEDBACK_COMMENT, words);
    care_record_set_int(self->feedback, CARE_FEEDBACK_QUOTABLE, gtk_toggle_button_get_active(self->yes));
    return score >= 0 || *words != '\0';
}

/* Nobody is asked for the same words twice, whatever becomes of the program meanwhile. */
static void
write_down(CareSurveyWindow *self)
{
    g_autofree char *earlier = NULL;

    if (self->kept || !self->keeper)
        return;
    if (!take_answer(self)) {
        if (!self->earlier)
            care_draft_keeper_forget(self->keeper);
        return;
    }
    earlier = g_steal_pointer(&self->earlier);
    if (earlier)
        care_draft_keeper_set_aside(self->keeper, earlier);
    else
        care_draft_keeper_touch(self->keeper);
}

/* Once; what was not answered is left out. */
static void
keep(CareSurveyWindow *self)
{
    CareSurveyAnswer answer;

    write_down(self);
    if (self->kept || !take_answer(self))
        return;
    self->kept = TRUE;
    answer = (CareSurveyAnswer){ self->refused, self->context,  self->shop_window, self->keeper,
                                 self->before,  self->feedback, self->unlocked };
    care_survey_answer_save(&answer);
}

/* The questions */

static void
on_answered(CareSurveyWindow *self)
{
    gtk_widget_set_sensitive(self->next, self->page == 0   ? care_score_bar_get_value(self->score_bar) >= 0
                                         : self->page == 2 ? gtk_toggle_button_get_active(self->yes)
                                                                 || gtk_toggle_button_get_active(self->no)
                                                           : TRUE);
    write_down(self);
}

static void
focus_page(CareSurveyWindow *self)
{
    if (self->page == 0) /* a ring around a number would be a suggestion */
        gtk_widget_grab_focus(self->question);
    else if (self->page == 1)
        gtk_widget_grab_focus(GTK_WIDGET(self->words));
    else if (self->page == 2)
        gtk_widget_grab_focus(GTK_WIDGET(self->yes));
}

static void show_page(CareSurveyWindow *self, guint page);

/* Somebody who walked away has said what they wanted to say. */
static void
on_idle(gpointer data)
{
    CareSurveyWindow *self = data;

    self->idle = 0;
    show_page(self, N_QUESTIONS);
}

static void
show_page(CareSurveyWindow *self, guint page)
{
    g_autofree char *progress = g_strdup_printf(_("Question %u of %u"), page + 1, (guint)N_QUESTIONS);

    self->page = page;
    g_clear_handle_id(&self->idle, g_source_remove);
    gtk_stack_set_visible_child_name(self->pages, page_names[page]);
    gtk_label_set_text(self->progress, page < N_QUESTIONS ? progress : "");
    gtk_widget_set_visible(self->buttons, page < N_QUESTIONS);
    if (page == N_QUESTIONS) {
        keep(self);
        return;
    }
    self->idle = g_timeout_add_seconds_once(IDLE_SECONDS, on_idle, self);
    on_answered(self);
    focus_page(self);
}

/* Without words there is nothing to quote. */
static void
go_on(CareSurveyWindow *self)
{
    g_autofree char *words = words_of(self);

    show_page(self, self->page == 1 && *words == '\0' ? N_QUESTIONS : self->page + 1);
}

static void
on_next(CareSurveyWindow *self)
{
    go_on(self);
}

static void
on_skip(CareSurveyWindow *self)
{
    if (self->page == 0)
        care_score_bar_set_value(self->score_bar, -1);
    else if (self->page == 1)
        gtk_text_buffer_set_text(gtk_text_view_get_buffer(self->words), "", 0);
    else
        gtk_toggle_button_set_active(self->no, TRUE);
    go_on(self);
}

/* The way back */

static void
leave(CareSurveyWindow *self)
{
    self->unlocked = TRUE;
    keep(self);
    gtk_window_close(GTK_WINDOW(self));
}

static void
on_held(gpointer data)
{
    CareSurveyWindow *self = data;

    self->holding = 0;
    leave(self);
}

static void
on_pressed(CareSurveyWindow *self)
{
    g_clear_handle_id(&self->holding, g_source_remove);
    self->holding = g_timeout_add_seconds_once(HOLD_SECONDS, on_held, self);
}

/* A short press does nothing, so that nobody stumbles into the shop. */
static void
on_released(CareSurveyWindow *self)
{
    g_clear_handle_id(&self->holding, g_source_remove);
}

static void
on_roomy(CareSurveyWindow *self)
{
    gtk_widget_add_css_class(GTK_WIDGET(self), "care-roomy");
}

static void
on_tight(CareSurveyWindow *self)
{
    gtk_widget_remove_css_class(GTK_WIDGET(self), "care-roomy");
}

static gboolean
leave_key(GtkWidget *widget, GVariant *parameter, gpointer user_data)
{
    leave(CARE_SURVEY_WINDOW(widget));
    return TRUE;
}

static gboolean
care_survey_window_close_request(GtkWindow *window)
{
    CareSurveyWindow *self = CARE_SURVEY_WINDOW(window);

    if (!self->unlocked)
        return TRUE;
    return GTK_WINDOW_CLASS(care_survey_window_parent_class)->close_request(window);
}

/* A drag, since a long press is at most a second and a click gives up before. */
static void
add_lock(CareSurveyWindow *self)
{
    GtkGesture *hold = gtk_gesture_drag_new();

    g_signal_connect_object(hold, "drag-begin", G_CALLBACK(on_pressed), self, G_CONNECT_SWAPPED);
    g_signal_connect_object(hold, "drag-end", G_CALLBACK(on_released), self, G_CONNECT_SWAPPED);
    g_signal_connect_object(hold, "cancel", G_CALLBACK(on_released), self, G_CONNECT_SWAPPED);
    gtk_widget_add_controller(self->lock, GTK_EVENT_CONTROLLER(hold));
}

static void
care_survey_window_dispose(GObject *object)
{
    CareSurveyWindow *self = CARE_SURVEY_WINDOW(object);

    g_clear_handle_id(&self->idle, g_source_remove);
    g_clear_handle_id(&self->holding, g_source_remove);
    g_clear_object(&self->keeper);
    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_SURVEY_WINDOW);
    g_clear_weak_pointer(&self->shop_window);
    g_clear_pointer(&self->earlier, g_free);
    g_clear_object(&self->before);
    g_clear_object(&self->feedback);
    g_clear_object(&self->context);
    G_OBJECT_CLASS(care_survey_window_parent_class)->dispose(object);
}

static void
care_survey_window_class_init(CareSurveyWindowClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS(klass);

    G_OBJECT_CLASS(klass)->dispose = care_survey_window_dispose;
    GTK_WINDOW_CLASS(klass)->close_request = care_survey_window_close_request;
    CARE_TEMPLATE_NEEDS(CARE_TYPE_SCORE_BAR, CARE_TYPE_THING_ICON);
    CARE_TEMPLATE(klass, "feedback/survey-window.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareSurveyWindow, shop, progress, pages, about, score_bar, words, yes, no,
                           buttons, next, question, lock);
    CARE_TEMPLATE_CALLBACKS(klass, on_answered, on_next, on_skip, on_roomy, on_tight);
    gtk_widget_class_add_binding(widget_class, GDK_KEY_q, GDK_CONTROL_MASK | GDK_ALT_MASK, leave_key, NULL);
}

static void
care_survey_window_init(CareSurveyWindow *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
    add_lock(self);
    g_signal_connect_object(gtk_text_view_get_buffer(self->words), "changed", G_CALLBACK(write_down), self,
                            G_CONNECT_SWAPPED);
}

static void
set_feedback(CareSurveyWindow *self, CareRecord *feedback)
{
    CareStore *store = care_context_get_store(self->context);
    g_autofree char *key = care_survey_draft_key(feedback);

    self->feedback = care_record_copy(feedback);
    care_record_set_text(self->feedback, CARE_FEEDBACK_CHANNEL, care_channel_word(CARE_CHANNEL_COUNTER));
    self->before = care_record_copy(self->feedback);
    self->earlier = care_draft_read(store, key);
    self->keeper = care_draft_keeper_new(store, key, self->feedback, NULL);
}

/* In words of who brought it: no kind of job. NULL: it is about no job. Transfer full. */
static char *
about_what(CareStore *store, CareId id)
{
    g_autoptr(CareRecord) job = id != 0 ? care_store_get(store, &care_job_kind, id, NULL) : NULL;
    CareId thing = job ? care_record_int(job, CARE_JOB_DEVICE) : 0;
    g_autoptr(CareRecord) device = thing != 0 ? care_store_get(store, &care_device_kind, thing, NULL) : NULL;
    g_autofree char *name = device ? care_device_in_sentence(care_record_text(device, CARE_DEVICE_NAME),
                                                             care_record_text(device, CARE_DEVICE_KIND))
                                   : NULL;

    if (name)
        /* Translators: what was repaired: "About your e-bike Charger4" */
        return g_strdup_printf(_("About your %s"), name);
    /* Translators: a kind of job: "About: Brake service" */
    return job ? g_strdup_printf(_("About: %s"), care_record_text(job, care_record_is_set(job, CARE_JOB_KIND)
                                                                           ? CARE_JOB_KIND
                                                                           : CARE_JOB_NUMBER))
               : NULL;
}

static void
begin(CareContext *context, CareRecord *feedback, GtkWidget *shop_window, CareSurveyRefused refused)
{
    CareSurveyWindow *self = g_object_new(CARE_TYPE_SURVEY_WINDOW, NULL);
    const char *shop = care_context_get_shop_name(context);
    g_autofree char *about
        = about_what(care_context_get_store(context), care_record_int(feedback, CARE_FEEDBACK_JOB));

    self->refused = refused;
    self->context = g_object_ref(context);
    set_feedback(self, feedback);
    g_set_weak_pointer(&self->shop_window, shop_window);
    gtk_label_set_text(self->shop, shop ? shop : "");
    gtk_label_set_text(self->about, about ? about : "");
    gtk_widget_set_visible(GTK_WIDGET(self->about), about != NULL);
    gtk_window_set_transient_for(GTK_WINDOW(self), GTK_WINDOW(shop_window));
    gtk_window_set_default_size(GTK_WINDOW(self), gtk_widget_get_width(shop_window),
                                gtk_widget_get_height(shop_window));
    gtk_window_fullscreen(GTK_WINDOW(self));
    gtk_window_present(GTK_WINDOW(self));
    show_page(self, 0);
}

typedef struct {
    AdwDialog *over;
    CareContext *context;
    CareRecord *feedback;
    GtkWidget *shop_window;
    CareSurveyRefused refused;
} Offer;

static void
offer_free(gpointer data, GClosure *closure)
{
    Offer *offer = data;

    g_object_unref(offer->over);
    g_object_unref(offer->context);
    g_object_unref(offer->feedback);
    g_object_unref(offer->shop_window);
    g_free(offer);
}

static void
on_response(AdwAlertDialog *dialog, const char *response, Offer *offer)
{
    if (!g_str_equal(response, CARE_QUESTION_YES))
        return;
    adw_dialog_close(offer->over);
    begin(offer->context, offer->feedback, offer->shop_window, offer->refused);
}

void
care_survey_offer(AdwDialog *over, CareContext *context, CareRecord *feedback, CareSurveyRefused refused)
{
    AdwAlertDialog *dialog = care_question_new(
        _("Hand the Screen Over?"),
        _("It shows three short questions and nothing of your shop. To come back, hold the lock "
          "at the foot for three seconds, or press Ctrl+Alt+Q."),
        _("_Hand Over"));
    Offer *offer = g_new(Offer, 1);

    offer->refused = refused;
    offer->over = g_object_ref(over);
    offer->context = g_object_ref(context);
    offer->feedback = care_record_copy(feedback);
    offer->shop_window = g_object_ref(GTK_WIDGET(gtk_widget_get_root(GTK_WIDGET(over))));
    g_signal_connect_data(dialog, "response", G_CALLBACK(on_response), offer, offer_free, 0);
    adw_dialog_present(ADW_DIALOG(dialog), GTK_WIDGET(over));
}
