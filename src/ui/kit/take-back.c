/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/take-back.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "core/isolate.h"
#include "core/listed.h"
#include "model/merge.h"
#include "service/flow.h"
#include "ui/kit/toast.h"

/* A record that was saved, in a toast. */
typedef struct {
    GtkWidget *window; /* weak */
    CareStore *store;
    CareRecord *before;
    CareRecord *after;
    CareRecord *page;  /* whose page opened when it came to be; nullable */
    CareInstant since; /* when the first of them was saved; 0: not known */
    char *sentence;
    gboolean silent;
    gboolean alters; /* what is being taken back, or done again, is another than what stands here */
    CareUndo *undo;  /* what is being done again; nullable */
} Saved;

struct CareTakingBack {
    GWeakRef window;
    char *what;
    CareUndoFunc again;
    gpointer data;
    GDestroyNotify destroy;
    CareUndo *undo; /* nullable: it was no act of the stacks */
};

static void do_again(gpointer data);

static void
saved_free(gpointer data)
{
    Saved *saved = data;

    g_clear_weak_pointer(&saved->window);
    g_object_unref(saved->store);
    g_object_unref(saved->before);
    g_object_unref(saved->after);
    g_clear_object(&saved->page);
    g_free(saved->sentence);
    g_free(saved);
}

CareTakingBack *
care_taking_back_new(GtkWidget *widget, const char *what, CareUndoFunc again, gpointer user_data,
                     GDestroyNotify destroy)
{
    CareTakingBack *self = g_new0(CareTakingBack, 1);

    g_weak_ref_init(&self->window, care_toast_window(widget));
    self->what = g_strdup(what);
    self->again = again;
    self->data = user_data;
    self->destroy = destroy;
    self->undo = care_undo_hold();
    return self;
}

/* Another program holds the shop for a moment: then it can be done in the next. */
static CareUndoEnd
end_of(const GError *error)
{
    if (!error)
        return CARE_UNDO_DONE;
    return g_error_matches(error, CARE_ERROR, CARE_ERROR_BUSY) ? CARE_UNDO_LATER : CARE_UNDO_NEVER;
}

static void
taking_back_free(CareTakingBack *self)
{
    if (self->data)
        self->destroy(self->data);
    g_weak_ref_clear(&self->window);
    g_free(self->what);
    g_free(self);
}

void
care_taking_back_end_with(CareTakingBack *self, const char *sentence, const GError *error)
{
    g_autoptr(GtkWidget) window = g_weak_ref_get(&self->window);
    /* Translators: %s is what a toast said when it was done, "Payment recorded" */
    g_autofree char *said = g_strdup_printf(_("Taken back: %s"), self->what);

    care_undo_let_go(self->undo, end_of(error));
    if (window && error)
        care_toast_error(window, error);
    else if (window)
        care_toast_taken_back(window, sentence ? sentence : said, self->again, g_steal_pointer(&self->data),
                              self->destroy);
    taking_back_free(self);
}

/* Somebody else was first: there is nothing that could be done again here. */
static void
end_settled(CareTakingBack *self)
{
    g_autoptr(GtkWidget) window = g_weak_ref_get(&self->window);
    /* Translators: %s is what a toast said when it was done, "City bike saved" */
    g_autofree char *said = g_strdup_printf(_("Already taken back elsewhere: %s"), self->what);

    care_undo_let_go(self->undo, CARE_UNDO_DONE);
    if (window)
        care_toast_show(window, said);
    taking_back_free(self);
}

void
care_taking_back_end(CareTakingBack *self, const GError *error)
{
    care_taking_back_end_with(self, NULL, error);
}

/* NULL for nobody. */
static char *
names_of(GPtrArray *along)
{
    g_autoptr(GStrvBuilder) builder = g_strv_builder_new();
    g_auto(GStrv) names = NULL;

    if (!along || along->len == 0)
        return NULL;
    for (guint i = 0; i < along->len; i++) {
        g_autofree char *title = care_record_title(along->pdata[i]);

        g_strv_builder_take(builder, care_isolate(title));
    }
    names = g_strv_builder_end(builder);
    return care_listed((const char *const *)names);
}

char *
care_came_along_sentence(GPtrArray *along)
{
    g_autofree char *names = names_of(along);

    /* Translators: %s is one name or several, of customers and jobs */
    return names ? g_strdup_printf(_("Brought back, together with what it belongs to: %s"), names) : NULL;
}

char *
care_went_along_sentence(GPtrArray *along)
{
    g_autofree char *names = names_of(along);

    /* Translators: %s is one name or several, of customers and jobs */
    return names ? g_strdup_printf(_("Deleted again, together with what had come back along with it: %s"),
                                   names)
                 : NULL;
}

char *
care_here_again_sentence(const char *name, GPtrArray *along)
{
    g_autofree char *names = names_of(along);

    if (!names) /* Translators: %s is what had been deleted, a customer, "Job 2026-001: Flat tyre" */
        return g_strdup_printf(_("%s is here again"), name);
    /* Translators: %1$s as there; %2$s is one name or several, of customers and jobs */
    return g_strdup_printf(_("%1$s is here again, together with what it belongs to: %2$s"), name, names);
}

/* Whether it stood so already: the save leaves in the one what it has saved, and in the other what that replaced. */
static gboolean
was_settled(const Saved *saved)
{
    return saved->alters && care_record_equal(saved->before, saved->after);
}

static void
on_saved(GObject *source, GAsyncResult *result, gpointer data)
{
    CareTakingBack *taking = data;
    g_autoptr(GError) error = NULL;

    care_flow_save_finish(CARE_STORE(source), result, &error);
    if (!error && was_settled(taking->data))
        end_settled(taking);
    else
        care_taking_back_end(taking, error);
}

static void
on_removed(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GError) error = NULL;

    care_flow_remove_finish(CARE_STORE(source), result, &error);
    care_taking_back_end(data, error);
}

/* sentence: nullable, another one. Transfer full. */
static char *
saved_sentence(CareRecord *record, const char *sentence)
{
    g_autofree char *name = care_record_title(record);

    if (sentence)
        return g_strdup(sentence);
    /* Translators: %s is the name of what was saved */
    return name && *name ? g_strdup_printf(_("%s saved"), name) : g_strdup(_("Saved"));
}

/* sentence: nullable, that it was saved. */
static Saved *
saved_new(GtkWidget *widget, CareStore *store, CareRecord *before, CareRecord *after, const char *sentence)
{
    Saved *saved = g_new0(Saved, 1);

    g_set_weak_pointer(&saved->window, care_toast_window(widget));
    saved->store = g_object_ref(store);
    saved->before = care_record_copy(before);
    saved->after = care_record_copy(after);
    saved->since = care_record_stamp(after).changed;
    saved->sentence = saved_sentence(after, sentence);
    return saved;
}

static Saved *
saved_copy(const Saved *saved)
{
    Saved *copy = saved_new(saved->window, saved->store, saved->before, saved->after, saved->sentence);

    g_set_object(&copy->page, saved->page);
    copy->alters = care_record_id(saved->before) != 0 && !care_record_equal(saved->before, saved->after);
    return copy;
}

/* What is saved and what it replaces is what is done again: so the save leaves the two. */
static void
take_back(gpointer data)
{
    Saved *saved = data;
    CareTakingBack *taking;
    Saved *again;

    if (!saved->window)
        return;
    again = saved_copy(saved);
    taking = care_taking_back_new(saved->window, saved->sentence, do_again, again, saved_free);
    if (care_record_id(saved->before) != 0)
        care_flow_save_back_async(saved->store, again->before, again->after, saved->since, on_saved, taking);
    else
        care_flow_take_back_async(saved->store, saved->after, on_removed, taking);
}

void
care_done_again(CareUndo *redo, GtkWidget *widget, const char *sentence, const GError *error,
                CareUndoFunc undo, gpointer user_data, GDestroyNotify destroy)
{
    care_undo_let_go(redo, end_of(error));
    if (error) {
        care_toast_error(widget, error);
        destroy(user_data);
        return;
    }
    care_toast_done_again(widget, sentence, undo, user_data, destroy);
}

/* error: nullable. */
static void
end_again(Saved *saved, const GError *error)
{
    saved->since = care_record_stamp(saved->after).changed;
    if (!error && was_settled(saved)) {
        care_undo_let_go(g_steal_pointer(&saved->undo), CARE_UNDO_DONE);
        care_toast_settled_again(saved->window, saved->sentence);
        saved_free(saved);
        return;
    }
    care_done_again(g_steal_pointer(&saved->undo), saved->window, saved->sentence, error, take_back, saved,
                    saved_free);
}

static void
on_saved_again(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GError) error = NULL;

    care_flow_save_finish(CARE_STORE(source), result, &error);
    end_again(data, error);
}

/* Its being taken back led away from there. */
static void
open_page(Saved *saved)
{
    if (saved->page && saved->window)
        gtk_widget_activate_action(saved->window, "win.open", "(sx)", care_record_kind(saved->page)->name,
                                   (gint64)care_record_id(saved->page));
}

static void
on_added_again(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GError) error = NULL;

    if (care_flow_remove_finish(CARE_STORE(source), result, &error))
        open_page(data);
    end_again(data, error);
}

static void
do_again(gpointer data)
{
    Saved *saved = data;
    Saved *again;

    if (!saved->window)
        return;
    again = saved_copy(saved);
    again->undo = care_undo_hold();
    if (care_record_id(saved->before) != 0)
        care_flow_save_async(saved->store, again->after, again->before, NULL, on_saved_again, again);
    else
        care_flow_add_again_async(saved->store, care_record_kind(saved->after), care_record_id(saved->after),
                                  on_added_again, again);
}

void
care_take_back_offer(GtkWidget *widget, CareStore *store, CareRecord *before, CareRecord *after,
                     const char *sentence)
{
    Saved *saved;

    if (!care_store_is_open(store) || (care_record_id(before) != 0 && care_record_equal(before, after)))
        return;
    saved = saved_new(widget, store, before, after, sentence);
    care_toast_undo(widget, saved->sentence, take_back, saved, saved_free);
}

void
care_take_back_settled(GtkWidget *widget, CareRecord *record, const char *sentence)
{
    g_autofree char *what = saved_sentence(record, sentence);

    care_toast_settled(widget, what);
}

void
care_take_back_offer_opened(GtkWidget *widget, CareStore *store, CareRecord *made, CareRecord *page,
                            const char *sentence)
{
    g_autoptr(CareRecord) nothing = care_record_new(care_record_kind(made));
    Saved *saved;

    if (!care_store_is_open(store))
        return;
    saved = saved_new(widget, store, nothing, made, sentence);
    saved->page = care_record_copy(page);
    care_toast_undo(widget, saved->sentence, take_back, saved, saved_free);
}

/* Whether one Undo takes back both: the last edit was of the same record, and nobody wrote in between what it wrote. What
 * else they wrote stays. */
static gboolean
goes_on(Saved *last, CareRecord *before, CareRecord *after)
{
    g_autoptr(CareRecord) first = NULL;

    if (!last || !last->silent || care_record_kind(last->after) != care_record_kind(after)
        || care_record_id(last->after) != care_record_id(after))
        return FALSE;
    first = care_record_copy(last->before);
    if (care_record_merge(first, last->after, before) != 0)
        return FALSE;
    g_set_object(&last->before, first);
    g_object_unref(last->after);
    last->after = care_record_copy(after);
    return TRUE;
}

void
care_take_back_remember(GtkWidget *widget, CareStore *store, CareRecord *before, CareRecord *after)
{
    Saved *saved;

    if (!care_store_is_open(store) || care_record_equal(before, after)
        || goes_on(care_toast_last(widget, take_back), before, after))
        return;
    saved = saved_new(widget, store, before, after, NULL);
    saved->silent = TRUE;
    care_toast_remember(widget, take_back, saved, saved_free);
}
