/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/dialog-fit.h"

#include "ui/kit/find-below.h"
#include "ui/kit/large-text.h"

/* A longer name is cut there, as it would leave no room below. */
#define TITLE_LINES 2

#define WIDER_THAN_ANY 10000

/* With large letters a window is narrow below this width, at the usual size of text. */
#define NARROW 320

static int
height_of(AdwDialog *dialog)
{
    GtkWidget *child = adw_dialog_get_child(dialog);
    int height;

    gtk_widget_measure(child, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width(child), NULL, &height, NULL,
                       NULL);
    return height;
}

/* AdwDialog keeps the height that it was presented with, unless it is told another. */
static gboolean
grow(gpointer data)
{
    AdwDialog *dialog = data;

    adw_dialog_set_content_height(dialog, MAX(height_of(dialog), adw_dialog_get_content_height(dialog)));
    return G_SOURCE_REMOVE;
}

static gboolean
turn(gpointer data)
{
    /* closed meanwhile, or not on screen yet, it has no width */
    if (gtk_widget_get_mapped(data) && gtk_widget_get_width(adw_dialog_get_child(data)) > 0)
        adw_dialog_set_content_height(data, height_of(data));
    return G_SOURCE_REMOVE;
}

void
care_dialog_turned(AdwDialog *dialog)
{
    g_idle_add_full(G_PRIORITY_HIGH_IDLE, turn, g_object_ref(dialog), g_object_unref);
}

/* Told while the page is laid out, when nothing may change its size. */
static void
on_laid_out(GtkAdjustment *adjustment, AdwDialog *dialog)
{
    if (gtk_adjustment_get_upper(adjustment) > gtk_adjustment_get_page_size(adjustment))
        g_idle_add_full(G_PRIORITY_HIGH_IDLE, grow, g_object_ref(dialog), g_object_unref);
}

/* The heading of an alert stands there twice, and the larger one, which is measured too, does not break. */
static void
let_break(GtkWidget *widget)
{
    if (GTK_IS_LABEL(widget) && gtk_label_get_ellipsize(GTK_LABEL(widget)) == PANGO_ELLIPSIZE_NONE) {
        gtk_label_set_wrap(GTK_LABEL(widget), TRUE);
        gtk_label_set_wrap_mode(GTK_LABEL(widget), PANGO_WRAP_WORD_CHAR);
    }
    for (GtkWidget *child = gtk_widget_get_first_child(widget); child;
         child = gtk_widget_get_next_sibling(child))
        let_break(child);
}

/* A label takes another line before its button is beside the window. */
static void
let_buttons_break(GtkWidget *widget, gboolean in_header, gboolean in_button)
{
    if (GTK_IS_LABEL(widget) && in_header && in_button) {
        gtk_label_set_wrap(GTK_LABEL(widget), TRUE);
        gtk_label_set_justify(GTK_LABEL(widget), GTK_JUSTIFY_CENTER);
    }
    for (GtkWidget *child = gtk_widget_get_first_child(widget); child;
         child = gtk_widget_get_next_sibling(child))
        let_buttons_break(child, in_header || ADW_IS_HEADER_BAR(child), in_button || GTK_IS_BUTTON(child));
}

/* Beside two buttons of a narrow window there is room for half a name, and it is by the name that somebody knows whom
 * they write to. */
static void
let_titles_break(GtkWidget *widget, gboolean in_title)
{
    if (GTK_IS_LABEL(widget) && in_title) {
        gtk_label_set_single_line_mode(GTK_LABEL(widget), FALSE);
        gtk_label_set_wrap(GTK_LABEL(widget), TRUE);
        gtk_label_set_wrap_mode(GTK_LABEL(widget), PANGO_WRAP_WORD_CHAR);
        gtk_label_set_lines(GTK_LABEL(widget), TITLE_LINES);
        gtk_label_set_justify(GTK_LABEL(widget), GTK_JUSTIFY_CENTER);
    }
    for (GtkWidget *child = gtk_widget_get_first_child(widget); child;
         child = gtk_widget_get_next_sibling(child))
        let_titles_break(child, in_title || ADW_IS_WINDOW_TITLE(child));
}

/* The library keeps room for five letters of each, be the buttons beside them out of the window. */
static void
let_titles_shrink(GtkWidget *widget, gboolean in_header)
{
    if (GTK_IS_LABEL(widget) && in_header && gtk_label_get_width_chars(GTK_LABEL(widget)) > 0)
        gtk_label_set_width_chars(GTK_LABEL(widget), -1);
    for (GtkWidget *child = gtk_widget_get_first_child(widget); child;
         child = gtk_widget_get_next_sibling(child))
        let_titles_shrink(child, in_header || ADW_IS_HEADER_BAR(child));
}

static int
count_words(GtkWidget *widget)
{
    int n = GTK_IS_BUTTON(widget) && gtk_button_get_label(GTK_BUTTON(widget));

    for (GtkWidget *child = gtk_widget_get_first_child(widget); child;
         child = gtk_widget_get_next_sibling(child))
        n += count_words(child);
    return n;
}

static gboolean
is_in_narrow_window(AdwDialog *dialog)
{
    GtkWidget *window = GTK_WIDGET(gtk_widget_get_root(GTK_WIDGET(dialog)));

    return window
           && gtk_widget_get_width(window)
                  < adw_length_unit_to_px(ADW_LENGTH_UNIT_SP, NARROW, gtk_widget_get_settings(window));
}

/* Between two buttons there is room for two letters of it. */
static void
put_title_below(AdwDialog *dialog)
{
    GtkWidget *header = care_find_below(GTK_WIDGET(dialog), ADW_TYPE_HEADER_BAR);
    GtkWidget *view = header ? gtk_widget_get_ancestor(header, ADW_TYPE_TOOLBAR_VIEW) : NULL;
    g_autoptr(GtkWidget) title = NULL;

    if (!view || count_words(header) < 2 || !is_in_narrow_window(dialog))
        return;
    g_set_object(&title, adw_header_bar_get_title_widget(ADW_HEADER_BAR(header)));
    adw_header_bar_set_title_widget(ADW_HEADER_BAR(header), NULL);
    adw_header_bar_set_show_title(ADW_HEADER_BAR(header), FALSE);
    if (!title) {
        title = g_object_ref_sink(adw_window_title_new("", ""));
        g_object_bind_property(dialog, "title", title, "title", G_BINDING_SYNC_CREATE);
    }
    g_object_set(title, "margin-start", 12, "margin-end", 12, "margin-bottom", 6, NULL);
    adw_toolbar_view_add_top_bar(ADW_TOOLBAR_VIEW(view), title);
}

void
care_buttons_break(GtkWidget *around)
{
    let_buttons_break(around, TRUE, FALSE);
}

void
care_header_fit(AdwDialog *dialog)
{
    if (care_text_is_large(GTK_WIDGET(dialog))) {
        gtk_widget_add_css_class(GTK_WIDGET(dialog), "care-tight");
        put_title_below(dialog);
        let_titles_shrink(GTK_WIDGET(dialog), FALSE);
    }
    let_titles_break(GTK_WIDGET(dialog), FALSE);
    let_buttons_break(GTK_WIDGET(dialog), FALSE, FALSE);
}

void
care_alert_fit(AdwAlertDialog *alert)
{
    let_break(adw_dialog_get_child(ADW_DIALOG(alert))); /* which the dialog itself holds only later */
}

void
care_dialog_fit(AdwDialog *dialog, GtkWidget *page)
{
    GtkWidget *scrolled = page;

    while (scrolled && !GTK_IS_SCROLLED_WINDOW(scrolled))
        scrolled = gtk_widget_get_first_child(scrolled);
    g_return_if_fail(scrolled != NULL);
    g_signal_connect_object(gtk_scrolled_window_get_vadjustment(GTK_SCROLLED_WINDOW(scrolled)), "changed",
                            G_CALLBACK(on_laid_out), dialog, 0);
}

/* An AdwPreferencesPage narrows what it holds by its own width, which leaves a margin of its own in a dialog of each width. */
void
care_page_fill(GtkWidget *page)
{
    GtkWidget *clamp = page;

    while (clamp && !ADW_IS_CLAMP(clamp))
        clamp = gtk_widget_get_first_child(clamp);
    if (clamp == NULL) /* it narrows nothing then */
        return;
    adw_clamp_set_maximum_size(ADW_CLAMP(clamp), WIDER_THAN_ANY);
    adw_clamp_set_tightening_threshold(ADW_CLAMP(clamp), WIDER_THAN_ANY);
}

static void
fill_below(GtkWidget *widget)
{
    if (ADW_IS_PREFERENCES_PAGE(widget)) {
        care_page_fill(widget);
        return;
    }
    for (GtkWidget *child = gtk_widget_get_first_child(widget); child;
         child = gtk_widget_get_next_sibling(child))
        fill_below(child);
}

void
care_dialog_fill(AdwDialog *dialog)
{
    GtkWidget *child = adw_dialog_get_child(dialog); /* which a dialog itself holds only later */

    if (child)
        fill_below(child);
}
