/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preferences/day-hours.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ui/kit/act-name.h"
#include "ui/kit/expander-row.h"
#include "ui/kit/has-cursor.h"
#include "ui/parts/time-row.h"

#define MIDNIGHT (24 * 60)

typedef struct {
    GtkWidget *from;
    GtkWidget *until;
} SpanRows;

/* What one or two digits in a row are: a whole hour, or the beginning of a time. */
typedef enum {
    DIGITS_TAKEN,    /* an hour: somebody went on from there */
    DIGITS_TYPED,    /* the cursor is still there, and nothing is taken yet */
    DIGITS_RESTORED, /* left like that: only who typed them knows what was meant */
} Digits;

struct _CareDayHours {
    AdwExpanderRow parent_instance;

    GArray *spans; /* of CareOpenSpan, the last that made sense; none while closed */
    GArray *usual; /* the same, to open with */
    GArray *rows;  /* of SpanRows */
    GtkWidget *again;
    GtkWidget *spread;
    char *problem;
    Digits digits;
    gboolean showing;
};

enum { EDITED, SPREAD, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE(CareDayHours, care_day_hours, ADW_TYPE_EXPANDER_ROW)

static GArray *
spans_new(void)
{
    return g_array_new(FALSE, FALSE, sizeof(CareOpenSpan));
}

static void
copy_spans(GArray *to, const GArray *from)
{
    if (to == from)
        return;
    g_array_set_size(to, 0);
    if (from->len > 0)
        g_array_append_vals(to, from->data, from->len);
}

static gboolean
is_open(CareDayHours *self)
{
    return adw_expander_row_get_enable_expansion(ADW_EXPANDER_ROW(self));
}

/* Closed it looks like the others; what is wrong takes the place of the times. */
static void
say(CareDayHours *self, const char *problem)
{
    g_autofree char *times = care_open_spans_in_words(self->spans);

    g_set_str(&self->problem, problem);
    adw_expander_row_set_subtitle(ADW_EXPANDER_ROW(self), problem != NULL ? problem
                                                          : is_open(self) ? times
                                                                          : _("Closed"));
    if (problem != NULL)
        gtk_widget_add_css_class(GTK_WIDGET(self), "error");
    else
        gtk_widget_remove_css_class(GTK_WIDGET(self), "error");
}

/* "1" may become "10:30". */
static gboolean
is_begun(GtkWidget *row)
{
    const char *text = gtk_editable_get_text(GTK_EDITABLE(row));
    gsize n = strspn(text, "0123456789");

    return n > 0 && n <= 2 && text[n] == '\0';
}

static gboolean
any_begun(CareDayHours *self)
{
    for (guint i = 0; is_open(self) && i < self->rows->len; i++) {
        const SpanRows *rows = &g_array_index(self->rows, SpanRows, i);

        if (is_begun(rows->from) || is_begun(rows->until))
            return TRUE;
    }
    return FALSE;
}

static void
edited(CareDayHours *self)
{
    if (!self->showing)
        g_signal_emit(self, signals[EDITED], 0);
}

static void
on_row_typed(GtkWidget *row, GParamSpec *pspec, CareDayHours *self)
{
    if (self->showing)
        return;
    self->digits = is_begun(row) && care_has_cursor(row) ? DIGITS_TYPED : DIGITS_TAKEN;
    edited(self);
}

static gboolean
is_unfinished(CareDayHours *self)
{
    return self->digits == DIGITS_TYPED && any_begun(self);
}

gboolean
care_day_hours_finish(CareDayHours *self)
{
    gboolean was = is_unfinished(self);

    if (self->digits == DIGITS_TYPED)
        self->digits = DIGITS_TAKEN;
    return was;
}

/* The cursor has gone on: nine is nine o'clock. */
static void
on_left(CareDayHours *self)
{
    if (care_day_hours_finish(self))
        edited(self);
}

/* Somebody who looks into another window comes back to it. */
static void
on_focus_left(CareDayHours *self, GtkEventController *focus)
{
    if (!care_has_cursor(gtk_event_controller_get_widget(focus)))
        on_left(self);
}

static GtkWidget *
time_row_new(CareDayHours *self, const char *title, int minutes)
{
    GtkWidget *row = g_object_new(CARE_TYPE_TIME_ROW, "title", title, NULL);
    GtkEventController *focus = gtk_event_controller_focus_new();

    care_time_row_set_minutes(CARE_TIME_ROW(row), minutes);
    g_signal_connect_object(row, "notify::value-text", G_CALLBACK(on_row_typed), self, 0);
    g_signal_connect_object(row, "notify::valid", G_CALLBACK(on_row_typed), self, 0);
    g_signal_connect_object(row, "entry-activated", G_CALLBACK(on_left), self, G_CONNECT_SWAPPED);
    g_signal_connect_object(focus, "leave", G_CALLBACK(on_focus_left), self, G_CONNECT_SWAPPED);
    gtk_widget_add_controller(row, focus);
    adw_expander_row_add_row(ADW_EXPANDER_ROW(self), row);
    return row;
}

static void on_remove(CareDayHours *self, GtkWidget *button);

static void
add_remove_button(CareDayHours *self, GtkWidget *row)
{
    GtkWidget *button = gtk_button_new_from_icon_name("user-trash-symbolic");

    gtk_widget_set_tooltip_text(button, _("Remove These Hours"));
    gtk_widget_set_valign(button, GTK_ALIGN_CENTER);
    gtk_widget_add_css_class(button, "flat");
    g_object_set_data(G_OBJECT(button), "care-row", row);
    care_act_name_follow(button, _("Remove These Hours"), row);
    g_signal_connect_swapped(button, "clicked", G_CALLBACK(on_remove), self);
    adw_entry_row_add_suffix(ADW_ENTRY_ROW(row), button);
}

/* from, until: -1 for none yet. */
static void
add_span(CareDayHours *self, int from, int until)
{
    gboolean first = self->rows->len == 0;
    SpanRows rows;

    rows.from = time_row_new(self, first ? _("From") : _("And Again From"), from);
    rows.until = time_row_new(self, _("Until"), until);
    if (!first)
        add_remove_button(self, rows.from);
    g_array_append_val(self->rows, rows);
}

static void
remove_rows(CareDayHours *self)
{
    for (guint i = 0; i < self->rows->len; i++) {
        const SpanRows *rows = &g_array_index(self->rows, SpanRows, i);

        adw_expander_row_remove(ADW_EXPANDER_ROW(self), rows->from);
        adw_expander_row_remove(ADW_EXPANDER_ROW(self), rows->until);
    }
    g_array_set_size(self->rows, 0);
}

/* The buttons come after the times: an expander row only adds at its end. */
static void
move_to_end(CareDayHours *self, GtkWidget *row)
{
    if (row == NULL)
        return;
    g_object_ref(row);
    if (gtk_widget_get_parent(row) != NULL)
        adw_expander_row_remove(ADW_EXPANDER_ROW(self), row);
    adw_expander_row_add_row(ADW_EXPANDER_ROW(self), row);
    g_object_unref(row);
}

static void
add_buttons(CareDayHours *self)
{
    move_to_end(self, self->again);
    move_to_end(self, self->spread);
}

static void
show_spans(CareDayHours *self, const GArray *spans)
{
    self->showing = TRUE;
    remove_rows(self);
    for (guint i = 0; i < spans->len; i++) {
        const CareOpenSpan *span = &g_array_index(spans, CareOpenSpan, i);

        add_span(self, span->from, span->to);
    }
    if (self->rows->len == 0)
        add_span(self, -1, -1);
    add_buttons(self);
    self->showing = FALSE;
}

static void
on_again(CareDayHours *self)
{
    add_span(self, -1, -1);
    add_buttons(self);
    gtk_widget_grab_focus(g_array_index(self->rows, SpanRows, self->rows->len - 1).from);
}

static void
on_remove(CareDayHours *self, GtkWidget *button)
{
    GtkWidget *row = g_object_get_data(G_OBJECT(button), "care-row");

    for (guint i = 0; i < self->rows->len; i++) {
        SpanRows rows = g_array_index(self->rows, SpanRows, i);

        if (rows.from != row)
            continue;
        gtk_widget_grab_focus(self->again);
        g_array_remove_index(self->rows, i);
        adw_expander_row_remove(ADW_EXPANDER_ROW(self), rows.from);
        adw_expander_row_remove(ADW_EXPANDER_ROW(self), rows.until);
        self->digits = DIGITS_TAKEN;
        edited(self);
        return;
    }
}

static void
on_spread(CareDayHours *self)
{
    g_signal_emit(self, signals[SPREAD], 0);
}

static gboolean
is_empty(GtkWidget *row)
{
    return *gtk_editable_get_text(GTK_EDITABLE(row)) == '\0';
}

/* Adds what two rows say. The sentence about what they do not, transfer none; NULL when all is well. */
static const char *
read_span(const SpanRows *rows, gboolean only, GArray *spans)
{
    CareOpenSpan span = { care_time_row_get_minutes(CARE_TIME_ROW(rows->from)),
                          care_time_row_get_minutes(CARE_TIME_ROW(rows->until)) };

    if (!only && is_empty(rows->from) && is_empty(rows->until))
        return NULL;
    if (span.from < 0 || span.to < 0)
        return _("Needs a time from when and a time until when, like 9:00 and 18:00");
    if (span.to == 0)
        span.to = MIDNIGHT;
    if (span.to <= span.from)
        return _("Needs to close after it opens");
    return care_open_spans_add(spans, span) ? NULL : _("Needs to open again after it has closed");
}

const GArray *
care_day_hours_read(CareDayHours *self)
{
    g_autoptr(GArray) spans = spans_new();
    const char *problem = NULL;

    if (is_unfinished(self))
        return self->spans;
    for (guint i = 0; is_open(self) && problem == NULL && i < self->rows->len; i++)
        problem = read_span(&g_array_index(self->rows, SpanRows, i), self->rows->len == 1, spans);
    if (problem == NULL && is_open(self) && (spans->len == 0 || self->digits == DIGITS_RESTORED))
        problem = _("Needs a time from when and a time until when, like 9:00 and 18:00");
    if (problem == NULL)
        copy_spans(self->spans, spans);
    say(self, problem);
    return self->spans;
}

const GArray *
care_day_hours_spans(CareDayHours *self)
{
    return self->spans;
}

const char *
care_day_hours_problem(CareDayHours *self)
{
    return self->problem;
}

void
care_day_hours_set_spans(CareDayHours *self, const GArray *spans)
{
    copy_spans(self->spans, spans);
    self->digits = DIGITS_TAKEN;
    self->showing = TRUE;
    if (is_open(self) != (spans->len > 0)) {
        adw_expander_row_set_enable_expansion(ADW_EXPANDER_ROW(self), spans->len > 0);
        adw_expander_row_set_expanded(ADW_EXPANDER_ROW(self), FALSE);
    }
    show_spans(self, spans);
    say(self, NULL);
}

/* "10:30\t17:3", and as many more as there are. */
char *
care_day_hours_typed(CareDayHours *self)
{
    GString *typed = g_string_new(NULL);
    gboolean waits = self->problem != NULL || is_unfinished(self);

    for (guint i = 0; waits && i < self->rows->len; i++) {
        const SpanRows *rows = &g_array_index(self->rows, SpanRows, i);

        g_string_append_printf(typed, "%s%s\t%s", i > 0 ? "\t" : "",
                               gtk_editable_get_text(GTK_EDITABLE(rows->from)),
                               gtk_editable_get_text(GTK_EDITABLE(rows->until)));
    }
    return g_string_free(typed, !waits);
}

static void
show_typed(CareDayHours *self, char **times)
{
    remove_rows(self);
    for (guint i = 0; times[i] != NULL && times[i + 1] != NULL; i += 2) {
        const SpanRows *rows;

        add_span(self, -1, -1);
        rows = &g_array_index(self->rows, SpanRows, self->rows->len - 1);
        gtk_editable_set_text(GTK_EDITABLE(rows->from), times[i]);
        gtk_editable_set_text(GTK_EDITABLE(rows->until), times[i + 1]);
    }
    add_buttons(self);
}

static GtkWidget *
wrong_row(CareDayHours *self)
{
    const SpanRows *last = &g_array_index(self->rows, SpanRows, self->rows->len - 1);

    for (guint i = 0; i < self->rows->len; i++) {
        const SpanRows *rows = &g_array_index(self->rows, SpanRows, i);

        if (care_time_row_get_minutes(CARE_TIME_ROW(rows->from)) < 0 || is_begun(rows->from))
            return rows->from;
        if (care_time_row_get_minutes(CARE_TIME_ROW(rows->until)) < 0 || is_begun(rows->until))
            return rows->until;
    }
    return last->until;
}

GtkWidget *
care_day_hours_set_typed(CareDayHours *self, const char *typed)
{
    g_auto(GStrv) times = g_strsplit(typed, "\t", -1);

    if (g_strv_length(times) < 2)
        return NULL;
    self->showing = TRUE;
    adw_expander_row_set_enable_expansion(ADW_EXPANDER_ROW(self), TRUE);
    adw_expander_row_set_expanded(ADW_EXPANDER_ROW(self), TRUE);
    show_typed(self, times);
    self->showing = FALSE;
    self->digits = any_begun(self) ? DIGITS_RESTORED : DIGITS_TAKEN;
    care_day_hours_read(self);
    return wrong_row(self);
}

void
care_day_hours_set_usual(CareDayHours *self, const GArray *spans)
{
    copy_spans(self->usual, spans);
}

static gboolean
has_times(CareDayHours *self)
{
    return self->rows->len > 0 && !is_empty(g_array_index(self->rows, SpanRows, 0).from);
}

/* What stood there before it was closed stands there again. */
static void
on_switched(CareDayHours *self)
{
    if (self->showing)
        return;
    self->digits = DIGITS_TAKEN;
    if (is_open(self) && !has_times(self))
        show_spans(self, self->usual);
    edited(self);
}

static void
care_day_hours_finalize(GObject *object)
{
    CareDayHours *self = CARE_DAY_HOURS(object);

    g_array_unref(self->spans);
    g_array_unref(self->usual);
    g_array_unref(self->rows);
    g_free(self->problem);
    G_OBJECT_CLASS(care_day_hours_parent_class)->finalize(object);
}

static void
care_day_hours_class_init(CareDayHoursClass *klass)
{
    G_OBJECT_CLASS(klass)->finalize = care_day_hours_finalize;

    signals[EDITED]
        = g_signal_new("edited", CARE_TYPE_DAY_HOURS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
    signals[SPREAD]
        = g_signal_new("spread", CARE_TYPE_DAY_HOURS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
button_row_new(CareDayHours *self, const char *title, const char *icon, GCallback activated)
{
    GtkWidget *row = adw_button_row_new();

    adw_preferences_row_set_title(ADW_PREFERENCES_ROW(row), title);
    adw_button_row_set_start_icon_name(ADW_BUTTON_ROW(row), icon);
    g_signal_connect_swapped(row, "activated", activated, self);
    return row;
}

static void
care_day_hours_init(CareDayHours *self)
{
    self->spans = spans_new();
    self->usual = spans_new();
    self->rows = g_array_new(FALSE, FALSE, sizeof(SpanRows));
}

CareDayHours *
care_day_hours_new(int day)
{
    g_autofree char *name = care_week_day_name(day);
    CareDayHours *self = g_object_new(CARE_TYPE_DAY_HOURS, "title", name, "use-markup", FALSE,
                                      "show-enable-switch", TRUE, "enable-expansion", FALSE, NULL);

    self->again
        = button_row_new(self, _("Open Again After a Break"), "list-add-symbolic", G_CALLBACK(on_again));
    if (day + 1 < CARE_WEEK_DAYS)
        self->spread = button_row_new(self, _("Same on the Open Days Below"), "edit-copy-symbolic",
                                      G_CALLBACK(on_spread));
    show_spans(self, self->spans);
    say(self, NULL);
    care_expander_row_name(ADW_EXPANDER_ROW(self));
    g_signal_connect(self, "notify::enable-expansion", G_CALLBACK(on_switched), NULL);
    return self;
}
