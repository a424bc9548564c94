/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/feedback/survey-answer.h"

#include <glib/gi18n-lib.h>

#include "model/feedback.h"
#include "service/feedback/feedback-flow.h"
#include "service/flow.h"
#include "store/draft.h"
#include "ui/kit/conflict-dialog.h"
#include "ui/kit/take-back.h"

char *
care_survey_draft_key(CareRecord *feedback)
{
    return care_draft_key_of_new("survey", care_record_int(feedback, CARE_FEEDBACK_CUSTOMER));
}

static CareStore *
store_of(CareSurveyAnswer *answer)
{
    return care_context_get_store(answer->context);
}

static void
answer_free(CareSurveyAnswer *answer)
{
    g_clear_object(&answer->shop_window);
    g_object_unref(answer->context);
    g_object_unref(answer->keeper);
    g_object_unref(answer->before);
    g_object_unref(answer->feedback);
    g_free(answer);
}

static void save(CareSurveyAnswer *answer);

static void
on_conflict_answered(gboolean again, gpointer data)
{
    if (again)
        save(data);
    else
        answer_free(data);
}

/* Whoever takes the screen back learns what of it counts, and may say that it does not. */
static void
say_begun(CareSurveyAnswer *answer)
{
    care_take_back_offer(answer->shop_window, store_of(answer), answer->before, answer->feedback,
                         care_feedback_is_low(answer->feedback)
                             ? _("The answer that was begun is kept, and a complaint is open now.")
                             : _("The answer that was begun is kept."));
}

/* Whoever answered is gone by now, and says nothing twice: whoever takes the screen back finds it, and may try again. */
static void
say_refused(CareSurveyAnswer *answer, const GError *error)
{
    g_autofree char *key = care_survey_draft_key(answer->feedback);

    answer->refused(answer->shop_window, answer->context, answer->feedback, key, error);
}

static void
on_saved(GObject *source, GAsyncResult *result, gpointer data)
{
    CareSurveyAnswer *answer = data;
    g_autoptr(GError) error = NULL;
    gboolean saved = care_flow_save_finish(store_of(answer), result, &error);

    care_draft_keeper_saved(answer->keeper, saved);
    if (!saved)
        care_draft_keeper_flush(answer->keeper);
    if (!saved && answer->shop_window
        && care_conflict_concerns(store_of(answer), answer->feedback, answer->feedback, error)) {
        care_conflict_ask(answer->shop_window, store_of(answer), answer->feedback, answer->feedback,
                          on_conflict_answered, answer);
        return;
    }
    if (!saved && answer->shop_window)
        say_refused(answer, error);
    if (saved && answer->begun && answer->shop_window)
        say_begun(answer);
    answer_free(answer);
}

static void
save(CareSurveyAnswer *answer)
{
    care_flow_save_async(store_of(answer), answer->feedback, NULL,
                         care_draft_keeper_begin_save(answer->keeper), on_saved, answer);
}

void
care_survey_answer_save(const CareSurveyAnswer *answer)
{
    CareSurveyAnswer *copy = g_memdup2(answer, sizeof *answer);

    if (copy->shop_window)
        g_object_ref(copy->shop_window);
    g_object_ref(copy->context);
    g_object_ref(copy->keeper);
    g_object_ref(copy->before);
    g_object_ref(copy->feedback);
    save(copy);
}
