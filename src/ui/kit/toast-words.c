/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a toast, which are never cut. */
#include "ui/kit/toast.h"

#include "ui/kit/announce.h"

#define MAX_LETTERS 60
#define FRAMES 3

/* The words beside it go on in another line; a button that is cut says nothing. */
static void
keep_buttons_whole(GtkWidget *toast)
{
    for (GtkWidget *c = gtk_widget_get_first_child(toast); c; c = gtk_widget_get_next_sibling(c))
        if (GTK_IS_BUTTON(c))
            gtk_button_set_can_shrink(GTK_BUTTON(c), FALSE);
}

static gboolean
has_room(GtkWidget *toast, int room)
{
    int width = 0;

    gtk_widget_measure(toast, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
    return width <= room;
}

/* A toast is as wide as its words would like to be, and as high as they are in that width, whatever room there is: in less they
 * run out of it. How wide that is the toast itself knows, with its buttons and in the size that text is set to. */
static void
fit(GtkWidget *label)
{
    GtkWidget *toast = gtk_widget_get_parent(gtk_widget_get_parent(label));
    int room = gtk_widget_get_width(gtk_widget_get_parent(toast));

    keep_buttons_whole(toast);
    for (int letters = MAX_LETTERS; letters > 0; letters--) {
        gtk_label_set_max_width_chars(GTK_LABEL(label), letters);
        if (has_room(toast, room))
            return;
    }
}

/* Its style comes with the first frame that shows it. */
static gboolean
on_frame(GtkWidget *label, GdkFrameClock *clock, gpointer frames)
{
    int *left = frames;

    fit(label);
    return --*left > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* libadwaita says aloud that a toast is there and what its button is, and its own title, no other. */
static void
on_title_shown(GtkWidget *label)
{
    int *frames = g_new(int, 1);

    *frames = FRAMES;
    fit(label);
    gtk_widget_add_tick_callback(label, on_frame, frames, g_free);
    care_announce(label, gtk_label_get_text(GTK_LABEL(label)));
}

/* A toast's own title is one line: in a narrow window the end of a sentence, often what to do about it, is never seen. */
static GtkWidget *
title_new(const char *message)
{
    GtkWidget *label = gtk_label_new(message);

    g_signal_connect(label, "map", G_CALLBACK(on_title_shown), NULL);
    gtk_label_set_wrap(GTK_LABEL(label), TRUE);
    gtk_label_set_wrap_mode(GTK_LABEL(label), PANGO_WRAP_WORD_CHAR);
    gtk_label_set_xalign(GTK_LABEL(label), 0);
    gtk_widget_add_css_class(label, "heading");
    return label;
}

AdwToast *
care_toast_new(const char *message)
{
    AdwToast *toast = adw_toast_new(message);

    adw_toast_set_use_markup(toast, FALSE);
    adw_toast_set_custom_title(toast, title_new(message));
    return toast;
}
