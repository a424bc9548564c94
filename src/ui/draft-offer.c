/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/draft-offer.h"

#include <glib/gi18n-lib.h>

#include "store/draft.h"
#include "ui/draft-name.h"
#include "ui/jobs/intake-draft.h"
#include "ui/kit/pause.h"

/* What is thrown away is written in the background; by then it is gone. */
#define SETTLED_MS 500

/* Owned by its banner. */
typedef struct {
    CareBanner *banner;
    CareStore *store;
    GPtrArray *keys; /* the newest first */
    CarePause pause; /* until it is looked at again */
} Offer;

static void
offer_free(gpointer data)
{
    Offer *self = data;

    care_pause_clear(&self->pause);
    g_object_unref(self->store);
    g_ptr_array_unref(self->keys);
    g_free(self);
}

static Offer *
offer_of(CareBanner *banner)
{
    return g_object_get_data(G_OBJECT(banner), "care-draft-offer");
}

static gboolean
is_there(CareStore *store, const char *key)
{
    g_autofree char *text = care_draft_peek(store, key);

    return text != NULL;
}

gboolean
care_draft_waits(CareStore *store, const char *key)
{
    g_autoptr(CareIntakeDraft) intake = care_intake_draft_of(key);

    if (!intake)
        return is_there(store, key);
    for (int part = 0; part < CARE_INTAKE_N_PARTS; part++)
        if (is_there(store, intake->keys[part]))
            return TRUE;
    return FALSE;
}

/* NULL: nothing waits any more. */
static const char *
current(Offer *self)
{
    while (self->keys->len > 0 && !care_draft_waits(self->store, self->keys->pdata[0]))
        g_ptr_array_remove_index(self->keys, 0);
    return self->keys->len > 0 ? self->keys->pdata[0] : NULL;
}

/* Under a dialog nobody can press it, and it may be what stands in the dialog. */
static gboolean
is_covered(CareBanner *banner)
{
    GtkRoot *root = gtk_widget_get_root(GTK_WIDGET(banner));

    return root && adw_application_window_get_visible_dialog(ADW_APPLICATION_WINDOW(root));
}

static void
show(Offer *self)
{
    const char *key = current(self);
    g_autofree char *name = key ? care_draft_name(self->store, key) : NULL;
    /* Translators: %s is what was being written: "Device: Cargo bike · Bea Koch" */
    g_autofree char *sentence = name ? g_strdup_printf(_("Continue where you stopped? %s"), name)
                                     : g_strdup(_("Continue where you stopped?"));

    if (key)
        care_banner_set_title(self->banner, sentence);
    gtk_widget_set_visible(GTK_WIDGET(self->banner), key != NULL && !is_covered(self->banner));
}

static void
on_settled(gpointer data)
{
    show(data);
}

/* A save tells of itself; whoever throws a draft away does so in a dialog. */
static void
look_again(CareBanner *banner)
{
    Offer *self = offer_of(banner);

    if (is_covered(banner))
        gtk_widget_set_visible(GTK_WIDGET(banner), FALSE);
    if (self->keys->len > 0)
        care_pause_begin(&self->pause);
}

/* The parts of an intake are one thing. */
static void
add_key(Offer *self, const char *key)
{
    g_autoptr(CareIntakeDraft) intake = care_intake_draft_of(key);
    const char *whole = intake ? intake->keys[CARE_INTAKE_JOB] : key;

    if (!g_ptr_array_find_with_equal_func(self->keys, whole, g_str_equal, NULL))
        g_ptr_array_add(self->keys, g_strdup(whole));
}

static void
listen(CareBanner *banner, CareStore *store)
{
    g_signal_connect_object(store, "changed", G_CALLBACK(look_again), banner, G_CONNECT_SWAPPED);
    g_signal_connect_object(gtk_widget_get_root(GTK_WIDGET(banner)), "notify::visible-dialog",
                            G_CALLBACK(look_again), banner, G_CONNECT_SWAPPED);
}

void
care_draft_offer_begin(CareBanner *banner, CareStore *store)
{
    g_auto(GStrv) keys = care_draft_keys(store);
    gboolean again = offer_of(banner) != NULL;
    Offer *self = g_new0(Offer, 1);

    care_pause_init(&self->pause, SETTLED_MS, on_settled, self);
    self->banner = banner;
    self->store = g_object_ref(store);
    self->keys = g_ptr_array_new_with_free_func(g_free);
    for (char **key = keys; *key; key++)
        add_key(self, *key);
    g_object_set_data_full(G_OBJECT(banner), "care-draft-offer", self, offer_free);
    if (!again)
        listen(banner, store);
    show(self);
}

char *
care_draft_offer_take(CareBanner *banner)
{
    Offer *self = offer_of(banner);
    char *key = self ? g_strdup(current(self)) : NULL;

    if (key)
        g_ptr_array_remove_index(self->keys, 0);
    if (self)
        show(self);
    return key;
}
