/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/today/due-row.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/listed.h"
#include "ui/kit/act-name.h"
#include "ui/kit/avatar.h"
#include "ui/kit/day-in-sentence.h"
#include "ui/kit/facts.h"
#include "ui/kit/format.h"
#include "ui/parts/due-act.h"
#include "ui/parts/due-tried.h"
#include "ui/parts/thing-icon.h"
#include "ui/kit/room.h"
#include "ui/kit/tone.h"

struct _CareDueRow {
    AdwActionRow parent_instance;

    CareDueItem *item;
    char *clock_text; /* "Answer by 13:20"; NULL when no clock runs */
    char *detail;     /* what the line says of itself, and what was tried; nullable */
    gboolean narrow;
    gboolean afternoon; /* it is still to come */
    int days;           /* for how many it can be put off */

    AdwAvatar *avatar;
    GtkWidget *thing;  /* where no person stands behind the line */
    GtkWidget *prefix; /* the one of the two that is shown; NULL where it is narrow */
    GtkLabel *clock;
    AdwSplitButton *button;
};

enum {
    MAIN,
    LATER,
    LET_GO,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE(CareDueRow, care_due_row, ADW_TYPE_ACTION_ROW)

static void
main_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    g_signal_emit(widget, signals[MAIN], 0);
}

static void
later_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    g_signal_emit(widget, signals[LATER], 0, g_variant_get_string(parameter, NULL));
}

static void
let_go_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    g_signal_emit(widget, signals[LET_GO], 0);
}

static void
care_due_row_dispose(GObject *object)
{
    CareDueRow *self = CARE_DUE_ROW(object);

    g_clear_pointer(&self->item, care_due_item_free);
    g_clear_object(&self->avatar);
    g_clear_object(&self->thing);
    G_OBJECT_CLASS(care_due_row_parent_class)->dispose(object);
}

static void
care_due_row_finalize(GObject *object)
{
    g_free(CARE_DUE_ROW(object)->clock_text);
    g_free(CARE_DUE_ROW(object)->detail);
    G_OBJECT_CLASS(care_due_row_parent_class)->finalize(object);
}

static void
care_due_row_class_init(CareDueRowClass *klass)
{
    GObjectClass *object_class = G_OBJECT_CLASS(klass);
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS(klass);
    GType type = G_TYPE_FROM_CLASS(klass);

    object_class->dispose = care_due_row_dispose;
    object_class->finalize = care_due_row_finalize;

    signals[MAIN] = g_signal_new("main", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
    signals[LATER] = g_signal_new("later", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
    signals[LET_GO] = g_signal_new("let-go", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

    gtk_widget_class_install_action(widget_class, "due.main", NULL, main_action);
    gtk_widget_class_install_action(widget_class, "due.later", "s", later_action);
    gtk_widget_class_install_action(widget_class, "due.let-go", NULL, let_go_action);
}

static GMenuModel *
later_menu(gboolean has_afternoon, int days)
{
    GMenu *menu = g_menu_new();
    g_autoptr(GMenu) later = g_menu_new();
    g_autoptr(GMenu) go = g_menu_new();

    if (has_afternoon)
        g_menu_append(later, _("This _Afternoon"), "due.later::afternoon");
    if (days >= 1)
        g_menu_append(later, _("_Tomorrow"), "due.later::tomorrow");
    if (days >= 7)
        g_menu_append(later, _("Next _Week"), "due.later::week");
    g_menu_append(later, _("_Pick a Day…"), "due.later::pick");
    g_menu_append(go, _("Let _Go…"), "due.let-go");
    g_menu_append_section(menu, _("Later"), G_MENU_MODEL(later));
    g_menu_append_section(menu, NULL, G_MENU_MODEL(go));
    return G_MENU_MODEL(menu);
}

static GtkMenuButton *
arrow_of(AdwSplitButton *button)
{
    GtkWidget *child = gtk_widget_get_first_child(GTK_WIDGET(button));

    while (!GTK_IS_MENU_BUTTON(child))
        child = gtk_widget_get_next_sibling(child);
    return GTK_MENU_BUTTON(child);
}

/* Made when it is opened: a list has a menu for each of its rows, and hardly any is looked at. */
static void
make_menu(GtkMenuButton *arrow, gpointer data)
{
    CareDueRow *self = data;
    g_autoptr(GMenuModel) menu = later_menu(self->afternoon, self->days);

    gtk_menu_button_set_menu_model(arrow, menu);
}

static void
care_due_row_init(CareDueRow *self)
{
    AdwActionRow *row = ADW_ACTION_ROW(self);

    adw_preferences_row_set_use_markup(ADW_PREFERENCES_ROW(self), FALSE);
    adw_action_row_set_title_lines(row, 0);
    self->avatar = g_object_ref_sink(ADW_AVATAR(adw_avatar_new(32, NULL, TRUE)));
    g_object_set(self->avatar, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
    self->thing = g_object_ref_sink(care_thing_icon_new("care-shield-symbolic", CARE_TONE_NEUTRAL));

    self->clock = GTK_LABEL(gtk_label_new(NULL));
    gtk_widget_add_css_class(GTK_WIDGET(self->clock), "caption-heading");
    gtk_widget_add_css_class(GTK_WIDGET(self->clock), "numeric");
    gtk_widget_add_css_class(GTK_WIDGET(self->clock), "warning");
    gtk_widget_set_margin_end(GTK_WIDGET(self->clock), 6); /* as far from the button as from the words */
    adw_action_row_add_suffix(row, GTK_WIDGET(self->clock));

    self->button = ADW_SPLIT_BUTTON(adw_split_button_new());
    gtk_widget_set_valign(GTK_WIDGET(self->button), GTK_ALIGN_CENTER);
    gtk_actionable_set_action_name(GTK_ACTIONABLE(self->button), "due.main");
    adw_split_button_set_dropdown_tooltip(self->button, _("Later or Let Go"));
    gtk_menu_button_set_create_popup_func(arrow_of(self->button), make_menu, self, NULL);
    adw_action_row_add_suffix(row, GTK_WIDGET(self->button));
}

GtkWidget *
care_due_row_new(GtkSizeGroup *buttons)
{
    CareDueRow *self = g_object_new(CARE_TYPE_DUE_ROW, NULL);

    care_room_give_row(GTK_WIDGET(self));
    gtk_size_group_add_widget(buttons, GTK_WIDGET(self->button));
    return GTK_WIDGET(self);
}

/* Taken out rather than hidden, or its spacing would stay. */
static void
show_prefix(CareDueRow *self, GtkWidget *prefix)
{
    if (self->prefix == prefix)
        return;
    if (self->prefix)
        adw_action_row_remove(ADW_ACTION_ROW(self), self->prefix);
    if (prefix)
        adw_action_row_add_prefix(ADW_ACTION_ROW(self), prefix);
    self->prefix = prefix;
}

/* Narrow, the clock stands first in the subtitle: that is what must not be lost. */
static void
update_layout(CareDueRow *self)
{
    gboolean person = self->item->customer_name != NULL;
    g_autoptr(GString) subtitle = g_string_new(NULL);

    care_facts_add(subtitle, self->narrow ? self->clock_text : NULL);
    care_facts_add(subtitle, self->detail);
    adw_action_row_set_subtitle(ADW_ACTION_ROW(self), subtitle->str);
    gtk_label_set_text(self->clock, self->clock_text ? self->clock_text : "");
    gtk_widget_set_visible(GTK_WIDGET(self->clock), self->clock_text && !self->narrow);
    show_prefix(self, self->narrow ? NULL : person ? GTK_WIDGET(self->avatar) : self->thing);
}

/* A click beside the button opens what the line is about. */
static void
set_target(CareDueRow *self)
{
    const CareDueItem *item = self->item;
    const char *opens = care_due_rule_info(item->rule)->opens;
    const char *kind = opens ? opens : item->job != 0 ? "job" : "customer";
    CareId id = opens ? item->record : item->job != 0 ? item->job : item->customer;

    gtk_list_box_row_set_activatable(GTK_LIST_BOX_ROW(self), id != 0);
    if (id == 0)
        return;
    gtk_actionable_set_action_target(GTK_ACTIONABLE(self), "(sx)", kind, (gint64)id);
    gtk_actionable_set_action_name(GTK_ACTIONABLE(self), "win.open");
}

/* The answer is due at a time, not in so many minutes: a time does not grow old on screen. */
static char *
clock_text_of(const CareDueItem *item, CareClock *clock)
{
    g_autofree char *when = NULL;

    if (item->answer_by == 0)
        return NULL;
    when = care_format_instant(item->answer_by, care_clock_zone(clock), care_clock_today(clock));
    return g_strdup_printf(item->answer_by < care_clock_now(clock) ? _("Was due %s") : _("Answer by %s"),
                           when);
}

/* "€148.90 open · 3 days overdue", "Not told yet · Tried 2 times, last 16:40" */
static char *
detail_of(const CareDueItem *item, CareClock *clock)
{
    g_autofree char *tried = care_due_tried(item, clock);
    g_autofree char *overdue
        = item->rule == CARE_DUE_OVERDUE ? care_format_overdue(item->due, care_clock_today(clock)) : NULL;
    g_autoptr(GString) facts = g_string_new(NULL);

    care_facts_add(facts, item->detail);
    care_facts_add(facts, overdue);
    care_facts_add(facts, tried);
    return facts->len > 0 ? g_strdup(facts->str) : NULL;
}

/* How long somebody has waited belongs to the sentence: "Bea Koch’s e-bike has been ready since Friday". */
static void
set_title(CareDueRow *self, CareDate today)
{
    g_autofree char *since = NULL;
    g_auto(GStrv) parts = self->item->lasts ? g_strsplit(self->item->lasts, CARE_DUE_SINCE, 2) : NULL;
    g_autofree char *title = NULL;

    if (parts) {
        since = care_format_since(self->item->due, today);
        title = g_strjoinv(since, parts);
    }
    adw_preferences_row_set_title(ADW_PREFERENCES_ROW(self), title ? title : self->item->text);
}

/* The words of a complaint do not say whose they are. */
static void
name_buttons(CareDueRow *self, const char *label)
{
    const char *who = self->item->customer_name;
    gboolean named = !who || strstr(self->item->text, who);
    g_autofree char *whose = care_listed((const char *const[]){ named ? "" : who, self->item->text, NULL });

    care_act_name_set(gtk_widget_get_first_child(GTK_WIDGET(self->button)), label, whose);
    care_act_name_set(GTK_WIDGET(arrow_of(self->button)), _("Later or Let Go"), whose);
}

/* With what stands below the words, which may be the person. */
static void
name_row(CareDueRow *self)
{
    const char *title = adw_preferences_row_get_title(ADW_PREFERENCES_ROW(self));
    g_autofree char *spoken
        = care_listed((const char *const[]){ title ? title : "", self->detail ? self->detail : "",
                                             self->clock_text ? self->clock_text : "", NULL });

    gtk_accessible_reset_relation(GTK_ACCESSIBLE(self), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
    gtk_accessible_update_property(GTK_ACCESSIBLE(self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

void
care_due_row_set_item(CareDueRow *self, const CareDueItem *item, CareClock *clock)
{
    const char *label = care_due_act_label(item);

    g_return_if_fail(CARE_IS_DUE_ROW(self));
    g_clear_pointer(&self->item, care_due_item_free);
    self->item = care_due_item_copy(item);
    g_free(self->clock_text);
    self->clock_text = clock_text_of(item, clock);
    g_free(self->detail);
    self->detail = detail_of(item, clock);
    set_title(self, care_clock_today(clock));
    care_avatar_set_name(self->avatar, item->customer_name);
    if (g_strcmp0(adw_split_button_get_label(self->button), label) != 0)
        adw_split_button_set_label(self->button, label);
    gtk_widget_set_tooltip_text(GTK_WIDGET(self), item->why);
    name_buttons(self, label);
    self->afternoon = care_clock_now(clock) < care_instant_of_date(
                          care_clock_today(clock), CARE_DUE_AFTERNOON, 0, care_clock_zone(clock));
    self->days = care_date_is_set(item->time_to)
                     ? care_date_days_between(care_clock_today(clock), item->time_to)
                     : G_MAXINT;
    name_row(self);
    set_target(self);
    update_layout(self);
}

/* Owned by the row. */
const CareDueItem *
care_due_row_get_item(CareDueRow *self)
{
    g_return_val_if_fail(CARE_IS_DUE_ROW(self), NULL);
    return self->item;
}

void
care_due_row_set_narrow(CareDueRow *self, gboolean narrow)
{
    g_return_if_fail(CARE_IS_DUE_ROW(self));
    self->narrow = narrow;
    if (self->item)
        update_layout(self);
}
