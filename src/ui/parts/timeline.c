/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/parts/timeline.h"

#include "ui/kit/list-keys.h"
#include "ui/kit/template.h"
#include "ui/parts/timeline-row.h"

#define PAGE 50
/* More than the page shows below its head. These are there with the first frame, the others of the first PAGE behind
 * it, a few at a time: a row costs more than half a millisecond. */
#define FIRST 12
#define GROW_ROWS 6
#define GROW_DELAY_MS 250
#define GROW_STEP_MS 40

struct _CareTimeline {
    AdwBin parent_instance;

    GListModel *entries;
    GtkWidget *tools; /* owned; stands beside the first month */
    guint shown;
    guint wanted;  /* what shown grows to, if there are so many */
    guint growing; /* source */
    GtkListBox *list;
    GtkWidget *more;
};

enum {
    ENTRY_ACTIVATED,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE(CareTimeline, care_timeline, ADW_TYPE_BIN)

static GtkWidget *
header_new(CareTimeline *self, const char *month, gboolean first)
{
    GtkWidget *header = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 12);
    GtkWidget *label = gtk_label_new(month);

    gtk_label_set_xalign(GTK_LABEL(label), 0);
    gtk_label_set_wrap(GTK_LABEL(label), TRUE); /* large, it has no room beside the tools */
    gtk_label_set_wrap_mode(GTK_LABEL(label), PANGO_WRAP_WORD_CHAR);
    gtk_widget_set_hexpand(label, TRUE);
    gtk_widget_add_css_class(label, "heading");
    gtk_widget_add_css_class(header, "care-month");
    if (first)
        gtk_widget_add_css_class(header, "first");
    gtk_box_append(GTK_BOX(header), label);
    if (first && self->tools) {
        if (gtk_widget_get_parent(self->tools))
            gtk_box_remove(GTK_BOX(gtk_widget_get_parent(self->tools)), self->tools);
        gtk_box_append(GTK_BOX(header), self->tools);
    }
    return header;
}

static void
update_header(GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
    CareTimeline *self = user_data;
    const char *month = care_timeline_row_get_entry(CARE_TIMELINE_ROW(row))->month;
    gboolean begins = TRUE;

    if (before) {
        begins = g_strcmp0(care_timeline_row_get_entry(CARE_TIMELINE_ROW(before))->month, month) != 0;
        care_timeline_row_set_last(CARE_TIMELINE_ROW(before), begins);
    }
    gtk_list_box_row_set_header(row, begins ? header_new(self, month, before == NULL) : NULL);
}

static guint
count(CareTimeline *self)
{
    return self->entries ? g_list_model_get_n_items(self->entries) : 0;
}

static gboolean grow(gpointer data);

static void
show_until(CareTimeline *self, guint until, guint next_ms)
{
    guint n = count(self);
    GtkListBoxRow *last;

    for (; self->shown < MIN(n, until); self->shown++) {
        g_autoptr(CareTimelineEntry) entry = g_list_model_get_item(self->entries, self->shown);

        gtk_list_box_append(self->list, care_timeline_row_new(entry));
    }
    last = gtk_list_box_get_row_at_index(self->list, (int)self->shown - 1);
    if (last)
        care_timeline_row_set_last(CARE_TIMELINE_ROW(last), TRUE);
    g_clear_handle_id(&self->growing, g_source_remove);
    if (self->shown < MIN(n, self->wanted))
        self->growing = g_timeout_add_full(G_PRIORITY_LOW, next_ms, grow, self, NULL);
    gtk_widget_set_visible(self->more, self->wanted < n);
}

static gboolean
grow(gpointer data)
{
    CareTimeline *self = data;

    self->growing = 0;
    show_until(self, MIN(self->shown + GROW_ROWS, self->wanted), GROW_STEP_MS);
    return G_SOURCE_REMOVE;
}

/* What was unfolded stays unfolded. */
static void
on_items_changed(CareTimeline *self)
{
    guint shown = MAX(self->shown, FIRST);

    gtk_list_box_remove_all(self->list);
    self->shown = 0;
    show_until(self, shown, GROW_DELAY_MS);
}

static void
on_row_activated(CareTimeline *self, CareTimelineRow *row)
{
    g_signal_emit(self, signals[ENTRY_ACTIVATED], 0, care_timeline_row_get_entry(row));
}

static void
on_more_clicked(CareTimeline *self)
{
    self->wanted += PAGE;
    show_until(self, self->wanted, GROW_STEP_MS);
}

static void
care_timeline_dispose(GObject *object)
{
    CareTimeline *self = CARE_TIMELINE(object);

    g_clear_handle_id(&self->growing, g_source_remove);
    if (self->entries)
        g_signal_handlers_disconnect_by_data(self->entries, self);
    g_clear_object(&self->entries);
    if (self->list)
        gtk_list_box_set_header_func(self->list, NULL, NULL, NULL);
    g_clear_object(&self->tools);
    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_TIMELINE);
    G_OBJECT_CLASS(care_timeline_parent_class)->dispose(object);
}

static void
care_timeline_class_init(CareTimelineClass *klass)
{
    G_OBJECT_CLASS(klass)->dispose = care_timeline_dispose;

    signals[ENTRY_ACTIVATED] = g_signal_new("entry-activated", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 1, CARE_TYPE_TIMELINE_ENTRY);

    CARE_TEMPLATE(klass, "parts/timeline.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareTimeline, list, more);
    CARE_TEMPLATE_CALLBACKS(klass, on_row_activated, on_more_clicked);
}

static void
care_timeline_init(CareTimeline *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
    care_list_keys_tab_by_item(self->list);
    gtk_list_box_set_header_func(self->list, update_header, self, NULL);
}

/* The model holds CareTimelineEntry, newest first; NULL empties the timeline. Keeps a reference and follows it. */
void
care_timeline_set_entries(CareTimeline *self, GListModel *entries)
{
    g_return_if_fail(CARE_IS_TIMELINE(self));
    if (self->entries)
        g_signal_handlers_disconnect_by_data(self->entries, self);
    if (g_set_object(&self->entries, entries)) {
        self->shown = 0;
        self->wanted = PAGE;
    }
    if (entries)
        g_signal_connect_swapped(entries, "items-changed", G_CALLBACK(on_items_changed), self);
    on_items_changed(self);
}

/* Buttons (search, filter, print) beside the first month's name. Takes the floating reference. */
void
care_timeline_set_tools(CareTimeline *self, GtkWidget *tools)
{
    g_return_if_fail(CARE_IS_TIMELINE(self));
    if (self->tools && gtk_widget_get_parent(self->tools))
        gtk_box_remove(GTK_BOX(gtk_widget_get_parent(self->tools)), self->tools);
    g_clear_object(&self->tools);
    if (tools)
        self->tools = g_object_ref_sink(tools);
    gtk_list_box_invalidate_headers(self->list);
}
