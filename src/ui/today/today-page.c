/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/today/today-page.h"

#include <glib/gi18n-lib.h>

#include "service/today/week.h"
#include "ui/kit/banner.h"
#include "ui/kit/day-in-sentence.h"
#include "ui/kit/format.h"
#include "ui/kit/template.h"
#include "ui/kit/toast.h"
#include "ui/parts/due-act.h"
#include "ui/today/due-acts.h"
#include "ui/today/due-group.h"
#include "ui/today/today-words.h"
#include "ui/today/week-bar.h"

/* What its lines and the week are made of. */
#define DEPENDS_ON                                                                                           \
    "setting,staff,customer:name channel birthday since contact,device:name,"                                \
    "job:-accessories found done note,complaint,followup,invoice:-note terms,payment,occasion:-note,"        \
    "deferral,interaction:-subject body,feedback,plan"

/* How often the page looks whether a new day or hour has begun. */
#define TICK_SECONDS 30

/* The place "Today": what care_today_compute() says, and nothing else. It is computed again after every change of the
 * shop and when the hour or the day turns; the rows of lines that stay are kept. */
struct _CareTodayPage {
    CarePlace parent_instance;

    CareStore *store;
    GPtrArray *items; /* the lines on screen */
    CareDate day;     /* of the lines on screen; month 0: none yet */
    guint unanswered; /* complaints, on screen or put off */
    CareDate since;   /* when somebody looked last before this day */
    gboolean stale;   /* the rows do not show the lines yet */
    gboolean undoing; /* what the lines have gained since is what an Undo brought back */
    CareDueRow *back; /* the first of that; set while the rows are made */
    gboolean seen;    /* this day is written down as looked at */
    int hour;
    guint tick;
    gboolean reading;
    gboolean again; /* something changed while it was read */

    AdwWindowTitle *title;
    GtkStack *stack;
    GtkBox *groups_box;
    GtkLabel *greeting;
    GtkLabel *sentence;
    CareBanner *banner;
    AdwStatusPage *empty;
    CareWeekBar *week;
    GtkSizeGroup *buttons;
    CareDueGroup *groups[CARE_TODAY_N_GROUPS];
};

G_DEFINE_FINAL_TYPE(CareTodayPage, care_today_page, CARE_TYPE_PLACE)

/* What the reading thread brings. */
typedef struct {
    CareToday *today;
    CareWeekDay days[CARE_WEEK_DAYS];
} Reading;

static void
reading_free(gpointer data)
{
    Reading *reading = data;

    g_clear_pointer(&reading->today, care_today_free);
    g_free(reading);
}

static gpointer
read_today(CareConnection *connection, gpointer clock, GError **error)
{
    Reading *reading = g_new0(Reading, 1);

    reading->today = care_today_compute(connection, clock, error);
    if (reading->today && care_week_compute(connection, clock, reading->today, reading->days, error))
        return reading;
    reading_free(reading);
    return NULL;
}

static CareContext *
context_of(CareTodayPage *self)
{
    return care_place_get_context(CARE_PLACE(self));
}

static CareClock *
clock_of(CareTodayPage *self)
{
    return care_context_get_clock(context_of(self));
}

static int
hour_of(CareTodayPage *self)
{
    CareClock *clock = clock_of(self);
    CareInstant midnight = care_instant_of_date(care_clock_today(clock), 0, 0, care_clock_zone(clock));

    return (int)((care_clock_now(clock) - midnight) / 3600);
}

static gboolean
mark_seen(CareTransaction *transaction, gpointer data, GError **error)
{
    return care_today_mark_seen(transaction, error);
}

static void
on_marked(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GError) error = NULL;

    /* A shop that cannot be written to has said so already; the list is right either way. */
    if (!care_store_write_finish(CARE_STORE(source), result, &error))
        g_debug("today: %s", error->message);
}

/* Only a list that somebody can see was looked at. */
static void
mark_if_seen(CareTodayPage *self)
{
    if (self->seen || !care_date_is_set(self->day))
        return;
    self->seen = TRUE;
    care_store_write_async(self->store, CARE_PRIORITY_BACKGROUND, mark_seen, NULL, NULL, NULL, on_marked,
                           NULL);
}

static void
update_head(CareTodayPage *self)
{
    g_autofree char *greeting
        = care_today_greeting(self->hour, care_context_get_person_name(context_of(self)));
    g_autofree char *sentence = care_today_sentence(self->items, self->unanswered);
    g_autofree char *date = care_format_date_long(self->day, self->day);

    gtk_label_set_text(self->greeting, greeting);
    gtk_label_set_text(self->sentence, sentence);
    adw_window_title_set_subtitle(self->title, date);
}

static void
update_groups(CareTodayPage *self)
{
    g_autofree char *since = NULL;
    g_autofree char *away = NULL;

    for (guint group = 0; group < CARE_TODAY_N_GROUPS; group++) {
        g_autoptr(GPtrArray) items = g_ptr_array_new();

        for (guint i = 0; i < self->items->len; i++)
            if (care_today_group_of(self->items->pdata[i], self->since, self->day) == group)
                g_ptr_array_add(items, self->items->pdata[i]);
        care_due_group_set_items(self->groups[group], items, clock_of(self));
    }
    if (!care_date_is_set(self->since))
        return;
    since = care_format_since(self->since, self->day);
    /* Translators: %s is "since Saturday" */
    away = g_strdup_printf(_("What fell due %s. Nothing was sent."), since);
    care_due_group_set_description(self->groups[CARE_TODAY_AWAY], away);
}

/* A complaint that waits is told where complaints are, too. */
static void
update_badges(CareTodayPage *self)
{
    care_context_set_badge(context_of(self), "today", self->items->len);
    care_context_set_badge(context_of(self), "feedback", self->unanswered);
}

/* Whoever takes an act back goes on with its line, which has come back somewhere among the others. */
static void
go_to_what_came_back(CareTodayPage *self)
{
    GtkRoot *root = gtk_widget_get_root(GTK_WIDGET(self));

    if (self->back && ADW_IS_APPLICATION_WINDOW(root)
        && !adw_application_window_get_visible_dialog(ADW_APPLICATION_WINDOW(root)))
        gtk_widget_grab_focus(GTK_WIDGET(self->back));
    self->back = NULL;
    self->undoing &= self->again;
}

/* The lines get their rows when the page comes on screen: until then its badge is all that is seen of it, and a row
 * with its button and menu is dear. */
static void
draw(CareTodayPage *self)
{
    if (!self->stale)
        return;
    self->stale = FALSE;
    update_head(self);
    update_groups(self);
    go_to_what_came_back(self);
}

static void
show_if_seen(CareTodayPage *self)
{
    if (!gtk_widget_get_mapped(GTK_WIDGET(self))) {
        self->undoing = FALSE; /* who looks later looks at all of it */
        return;
    }
    draw(self);
    mark_if_seen(self);
}

static void
take_over(CareTodayPage *self, Reading *reading)
{
    CareToday *today = reading->today;

    if (!care_date_is_set(self->day) || care_date_compare(self->day, today->today) != 0) {
        self->day = today->today;
        self->since = today->since;
        self->seen = FALSE;
    }
    g_ptr_array_unref(self->items);
    self->items = g_ptr_array_ref(today->items);
    self->unanswered = today->unanswered;
    self->hour = hour_of(self);
    self->stale = TRUE;
    care_week_bar_set_days(self->week, reading->days, self->items->len);
    gtk_stack_set_visible_child_name(self->stack, self->items->len > 0 ? "list" : "empty");
    update_badges(self);
    show_if_seen(self);
}

static void refresh(CareTodayPage *self);

static void
on_read(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CareTodayPage) self = data;
    g_autoptr(GError) error = NULL;
    Reading *reading = care_store_read_finish(CARE_STORE(source), result, &error);

    self->reading = FALSE;
    if (self->store) { /* the page was not taken down meanwhile */
        care_banner_show_error(self->banner, error);
        if (reading)
            take_over(self, reading);
        else
            gtk_stack_set_visible_child_name(self->stack, "list");
        if (self->again)
            refresh(self);
    }
    g_clear_pointer(&reading, reading_free);
}

static void
refresh(CareTodayPage *self)
{
    self->again = self->reading;
    if (self->reading)
        return;
    self->reading = TRUE;
    care_store_read_async(self->store, read_today, g_object_ref(clock_of(self)), g_object_unref, reading_free,
                          NULL, on_read, g_object_ref(self));
}

static void
on_store_changed(CareTodayPage *self, CareChangeSet *changes)
{
    if (!care_change_set_touches(changes, DEPENDS_ON))
        return;
    self->undoing |= gtk_widget_get_mapped(GTK_WIDGET(self)) && care_toast_is_taking_back(GTK_WIDGET(self));
    refresh(self);
}

static gboolean
on_tick(gpointer data)
{
    CareTodayPage *self = data;

    if (care_date_compare(care_clock_today(clock_of(self)), self->day) != 0 || hour_of(self) != self->hour)
        refresh(self);
    return G_SOURCE_CONTINUE;
}

static void
on_main(CareDueRow *row, CareTodayPage *self)
{
    care_due_act_open(GTK_WIDGET(self), context_of(self), care_due_row_get_item(row));
}

static void
on_later(CareDueRow *row, const char *when, CareTodayPage *self)
{
    care_due_act_later(GTK_WIDGET(self), context_of(self), care_due_row_get_item(row), when);
}

static void
on_let_go(CareDueRow *row, CareTodayPage *self)
{
    care_due_act_let_go(GTK_WIDGET(self), context_of(self), care_due_row_get_item(row));
}

static void
on_row_added(CareTodayPage *self, CareDueRow *row)
{
    g_signal_connect_object(row, "main", G_CALLBACK(on_main), self, 0);
    g_signal_connect_object(row, "later", G_CALLBACK(on_later), self, 0);
    g_signal_connect_object(row, "let-go", G_CALLBACK(on_let_go), self, 0);
    if (self->undoing && !self->back)
        self->back = row;
}

static void
set_narrow(CareTodayPage *self, gboolean narrow)
{
    for (guint group = 0; group < CARE_TODAY_N_GROUPS; group++)
        care_due_group_set_narrow(self->groups[group], narrow);
    care_week_bar_set_narrow(self->week, narrow);
}

static void
on_narrow(CareTodayPage *self)
{
    set_narrow(self, TRUE);
}

static void
on_wide(CareTodayPage *self)
{
    set_narrow(self, FALSE);
}

/* A follow-up opens where it stands: on its line. */
static gboolean
care_today_page_open_row(CarePlace *place, const char *kind, CareId id)
{
    CareTodayPage *self = CARE_TODAY_PAGE(place);
    g_autofree char *line
        = g_strdup_printf("%s-%" G_GINT64_FORMAT, care_due_rule_nick(CARE_DUE_FOLLOWUP), id);

    if (!g_str_equal(kind, "followup"))
        return FALSE;
    draw(self);
    for (guint group = 0; group < CARE_TODAY_N_GROUPS; group++) {
        CareDueRow *row = care_due_group_find(self->groups[group], line);

        if (row)
            gtk_widget_grab_focus(GTK_WIDGET(row));
    }
    return TRUE;
}

/* What is said at the window's foot stands above the week, not on it. */
static void
on_map(CareTodayPage *self)
{
    gtk_widget_add_css_class(GTK_WIDGET(gtk_widget_get_root(GTK_WIDGET(self))), "care-above-week");
    show_if_seen(self);
}

static void
on_unmap(CareTodayPage *self)
{
    GtkRoot *root = gtk_widget_get_root(GTK_WIDGET(self));

    if (root)
        gtk_widget_remove_css_class(GTK_WIDGET(root), "care-above-week");
}

static void
care_today_page_shown(CarePlace *place)
{
    CareTodayPage *self = CARE_TODAY_PAGE(place);

    on_tick(self);
    show_if_seen(self);
}

static void
care_today_page_constructed(GObject *object)
{
    CareTodayPage *self = CARE_TODAY_PAGE(object);

    G_OBJECT_CLASS(care_today_page_parent_class)->constructed(object);
    if (!context_of(self) || !care_context_get_store(context_of(self)))
        return;
    self->store = g_object_ref(care_context_get_store(context_of(self)));
    self->day = (CareDate){ 0 };
    g_signal_connect_object(self->store, "changed", G_CALLBACK(on_store_changed), self, G_CONNECT_SWAPPED);
    g_signal_connect_object(context_of(self), "notify::person-name", G_CALLBACK(refresh), self,
                            G_CONNECT_SWAPPED);
    self->tick = g_timeout_add_seconds(TICK_SECONDS, on_tick, self);
    refresh(self);
}

static void
care_today_page_dispose(GObject *object)
{
    CareTodayPage *self = CARE_TODAY_PAGE(object);

    g_clear_handle_id(&self->tick, g_source_remove);
    G_OBJECT_CLASS(care_today_page_parent_class)->dispose(object);
    g_clear_object(&self->buttons);
    g_clear_object(&self->store);
}

static void
care_today_page_finalize(GObject *object)
{
    g_ptr_array_unref(CARE_TODAY_PAGE(object)->items);
    G_OBJECT_CLASS(care_today_page_parent_class)->finalize(object);
}

static gboolean
care_today_page_resume(CarePlace *place, const char *draft)
{
    return g_str_has_prefix(draft, CARE_LET_GO_DRAFT)
           && care_due_act_continue(GTK_WIDGET(place), care_place_get_context(place), draft);
}

static void
care_today_page_class_init(CareTodayPageClass *klass)
{
    GObjectClass *object_class = G_OBJECT_CLASS(klass);

    object_class->constructed = care_today_page_constructed;
    object_class->dispose = care_today_page_dispose;
    object_class->finalize = care_today_page_finalize;
    CARE_PLACE_CLASS(klass)->open_row = care_today_page_open_row;
    CARE_PLACE_CLASS(klass)->resume = care_today_page_resume;
    CARE_PLACE_CLASS(klass)->shown = care_today_page_shown;

    CARE_TEMPLATE_NEEDS(CARE_TYPE_WEEK_BAR);
    CARE_TEMPLATE(klass, "today/today-page.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareTodayPage, title, stack, greeting, sentence, banner, empty, week,
                           groups_box);
    CARE_TEMPLATE_CALLBACKS(klass, on_narrow, on_wide);
}

static void
care_today_page_init(CareTodayPage *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
    self->items = g_ptr_array_new();
    self->buttons = gtk_size_group_new(GTK_SIZE_GROUP_HORIZONTAL);
    for (guint group = 0; group < CARE_TODAY_N_GROUPS; group++) {
        self->groups[group] = care_due_group_new(care_today_group_title(group), self->buttons);
        g_signal_connect_object(self->groups[group], "row-added", G_CALLBACK(on_row_added), self,
                                G_CONNECT_SWAPPED);
        gtk_box_append(self->groups_box, GTK_WIDGET(self->groups[group]));
    }
    g_signal_connect(self, "map", G_CALLBACK(on_map), NULL);
    g_signal_connect(self, "unmap", G_CALLBACK(on_unmap), NULL);
}
