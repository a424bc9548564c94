/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/bench-probe.h"

#include <string.h>

#include "ui/customers/customer-list.h"
#include "ui/customers/customer-row.h"

/* Between two steps, for whatever the last one left to do. */
#define REST_MS 60
/* Every third letter comes after a pause for thought, when the list has grown to its whole length. */
#define PAUSE_MS 1000

typedef enum {
    RESTING,
    FIRST_FRAME, /* until customers stand in it */
    PREPARING,   /* all but the last character are searched for */
    SEARCHING,
    ANSWERED, /* the next frame shows the results */
    OPENING,
} Phase;

typedef struct {
    CareWindow *window;
    GtkWidget *list;
    GtkEditable *entry;
    GStrv steps;
    guint next;
    Phase phase;
    gint64 began; /* monotonic µs */
} CareBenchProbe;

static void
probe_free(gpointer data)
{
    CareBenchProbe *self = data;

    g_strfreev(self->steps);
    g_free(self);
}

static GtkWidget *
find(GtkWidget *widget, GType type)
{
    if (G_TYPE_CHECK_INSTANCE_TYPE(widget, type))
        return widget;
    for (GtkWidget *child = gtk_widget_get_first_child(widget); child != NULL;
         child = gtk_widget_get_next_sibling(child)) {
        GtkWidget *found = find(child, type);

        if (found != NULL)
            return found;
    }
    return NULL;
}

/* Rows that are made and hold somebody. */
static guint
count_rows(GtkWidget *widget)
{
    guint n = 0;

    if (CARE_IS_CUSTOMER_ROW(widget))
        return gtk_widget_get_mapped(widget) ? 1 : 0;
    for (GtkWidget *child = gtk_widget_get_first_child(widget); child != NULL;
         child = gtk_widget_get_next_sibling(child))
        n += count_rows(child);
    return n;
}

static gboolean
shows_customers(CareBenchProbe *self)
{
    GtkWidget *list = find(GTK_WIDGET(self->window), CARE_TYPE_CUSTOMER_LIST);
    GtkWidget *row = list != NULL ? find(list, CARE_TYPE_CUSTOMER_ROW) : NULL;

    return row != NULL && gtk_widget_get_mapped(row) && gtk_widget_get_height(row) > 0;
}

static void
print_peak(void)
{
    g_autofree char *status = NULL;
    const char *line;

    if (g_file_get_contents("/proc/self/status", &status, NULL, NULL)
        && (line = strstr(status, "VmHWM:")) != NULL)
        g_printerr("peak-kb %" G_GUINT64_FORMAT "\n", g_ascii_strtoull(line + strlen("VmHWM:"), NULL, 10));
}

/* Whatever the text, the answer to the last keystroke alone is timed. */
static void
type_last(gpointer data)
{
    CareBenchProbe *self = data;
    const char *text = self->steps[self->next - 1] + strlen("search ");
    const char *last = g_utf8_find_prev_char(text, text + strlen(text));
    int position = -1;

    self->phase = SEARCHING;
    self->began = g_get_monotonic_time();
    gtk_editable_set_position(self->entry, -1);
    position = gtk_editable_get_position(self->entry);
    gtk_editable_insert_text(self->entry, last, -1, &position);
}

static guint
pause_of(CareBenchProbe *self)
{
    return self->next % 3 == 0 ? PAUSE_MS : REST_MS;
}

static void
prepare_search(CareBenchProbe *self, const char *text)
{
    const char *last = g_utf8_find_prev_char(text, text + strlen(text));
    g_autofree char *begin = g_strndup(text, (gsize)(last - text));

    self->phase = PREPARING;
    if (strcmp(gtk_editable_get_text(self->entry), begin) == 0)
        g_timeout_add_once(pause_of(self), type_last, self);
    else
        gtk_editable_set_text(self->entry, begin);
}

static void
open_page(CareBenchProbe *self, const char *id)
{
    self->phase = OPENING;
    self->began = g_get_monotonic_time();
    care_window_open_row(self->window, "customer", g_ascii_strtoll(id, NULL, 10));
    gtk_widget_queue_draw(GTK_WIDGET(self->window));
}

static void
next_step(gpointer data)
{
    CareBenchProbe *self = data;
    const char *step = self->steps[self->next];

    if (step == NULL || *step == '\0') {
        print_peak();
        g_application_quit(g_application_get_default());
        return;
    }
    self->next++;
    if (g_str_has_prefix(step, "search "))
        prepare_search(self, step + strlen("search "));
    else if (g_str_has_prefix(step, "page "))
        open_page(self, step + strlen("page "));
}

static void
rest(CareBenchProbe *self)
{
    self->phase = RESTING;
    g_timeout_add_once(REST_MS, next_step, self);
}

/* Clearing the old text is answered too; what counts is the text that the last character will be added to. */
static gboolean
begins(CareBenchProbe *self)
{
    const char *text = self->steps[self->next - 1] + strlen("search ");
    const char *typed = gtk_editable_get_text(self->entry);

    return g_str_has_prefix(text, typed) && g_utf8_strlen(typed, -1) + 1 == g_utf8_strlen(text, -1);
}

static void
on_answered(CareBenchProbe *self)
{
    if (self->phase == PREPARING && begins(self)) {
        self->phase = RESTING;
        g_timeout_add_once(pause_of(self), type_last, self);
    } else if (self->phase == SEARCHING) {
        self->phase = ANSWERED;
        gtk_widget_queue_draw(self->list); /* the same results are an answer too */
    }
}

static void
look_at_first_frame(CareBenchProbe *self)
{
    const char *t0 = g_getenv("T0");
    double start = t0 != NULL ? g_ascii_strtod(t0, NULL) : 0;

    if (!shows_customers(self))
        return;
    g_printerr("first-frame-ms %.1f\n", (double)g_get_real_time() / 1e3 - start);
    self->list = find(GTK_WIDGET(self->window), CARE_TYPE_CUSTOMER_LIST);
    self->entry = GTK_EDITABLE(find(self->list, GTK_TYPE_SEARCH_ENTRY));
    g_signal_connect_swapped(self->list, "answered", G_CALLBACK(on_answered), self);
    care_customer_list_focus_search(CARE_CUSTOMER_LIST(self->list));
    self->phase = RESTING;
    g_timeout_add_once(500, next_step, self);
}

static void
on_painted(CareBenchProbe *self)
{
    double took = (double)(g_get_monotonic_time() - self->began) / 1e3;

    switch (self->phase) {
    case FIRST_FRAME:
        look_at_first_frame(self);
        break;
    case ANSWERED:
        g_printerr("search-ms %.2f %u %s\n", took, count_rows(self->list),
                   self->steps[self->next - 1] + strlen("search "));
        rest(self);
        break;
    case OPENING:
        g_printerr("page-ms %.2f\n", took);
        rest(self);
        break;
    case RESTING:
    case PREPARING:
    case SEARCHING:
    default:
        break;
    }
}

static void
on_mapped(GtkWidget *window, CareBenchProbe *self)
{
    g_signal_connect_swapped(gtk_widget_get_frame_clock(window), "after-paint", G_CALLBACK(on_painted), self);
}

void
care_bench_probe_attach(CareWindow *window)
{
    const char *path = g_getenv("CARE_BENCH");
    g_autofree char *text = NULL;
    CareBenchProbe *self;

    if (path == NULL || !g_file_get_contents(path, &text, NULL, NULL))
        return;
    self = g_new0(CareBenchProbe, 1);
    self->window = window;
    self->steps = g_strsplit(text, "\n", -1);
    self->phase = FIRST_FRAME;
    g_object_set_data_full(G_OBJECT(window), "care-bench-probe", self, probe_free);
    g_signal_connect(window, "map", G_CALLBACK(on_mapped), self);
}
