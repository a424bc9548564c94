/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a toast, which are never cut. */
#include "ui/kit/toast.h"

/* What a toast is beside its words and buttons, and a letter of them. */
#define TOAST_FRAME 60
#define LETTER 9
#define MAX_LETTERS 60

/* The words beside it go on in another line; a button that is cut says nothing. Returns what the buttons need. */
static int
keep_buttons_whole(GtkWidget *label)
{
    GtkWidget *toast = gtk_widget_get_parent(gtk_widget_get_parent(label));
    int needed = 0;

    for (GtkWidget *c = gtk_widget_get_first_child(toast); c; c = gtk_widget_get_next_sibling(c)) {
        int width = 0;

        if (!GTK_IS_BUTTON(c) || !gtk_widget_get_visible(c))
            continue;
        gtk_button_set_can_shrink(GTK_BUTTON(c), FALSE);
        gtk_widget_measure(c, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
        needed += width;
    }
    return needed;
}

/* A toast says its own title aloud, no other; and it is as wide as its words would like to be, whatever room there is. */
static void
on_title_shown(GtkWidget *label)
{
    GtkRoot *root = gtk_widget_get_root(label);
    int beside = TOAST_FRAME + keep_buttons_whole(label);
    int room = root ? gtk_widget_get_width(GTK_WIDGET(root)) - beside : G_MAXINT;

    gtk_label_set_max_width_chars(GTK_LABEL(label), CLAMP(room / LETTER, 1, MAX_LETTERS));
    gtk_accessible_announce(GTK_ACCESSIBLE(label), gtk_label_get_text(GTK_LABEL(label)),
                            GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
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
