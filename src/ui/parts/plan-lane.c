/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/parts/plan-lane.h"

#include "ui/kit/fit.h"
#include "ui/kit/plain-row.h"
#include "ui/kit/spoken.h"
#include "ui/kit/template.h"
#include "ui/parts/thing-icon.h"

#define STEP_WIDTH 120
#define DOT_SIZE 36

struct _CarePlanLane {
    AdwBin parent_instance;

    CareFit *fit;
    GtkBox *lane;
    GtkListBox *list;
};

enum {
    STEP_ACTIVATED,
    STEP_MOVED,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE(CarePlanLane, care_plan_lane, ADW_TYPE_BIN)

static guint
index_of(GtkWidget *step)
{
    return GPOINTER_TO_UINT(g_object_get_data(G_OBJECT(step), "care-step"));
}

static CarePlanLane *
lane_of(GtkWidget *step)
{
    return CARE_PLAN_LANE(gtk_widget_get_ancestor(step, CARE_TYPE_PLAN_LANE));
}

static void
on_clicked(GtkWidget *step)
{
    g_signal_emit(lane_of(step), signals[STEP_ACTIVATED], 0, index_of(step));
}

static void
on_row_activated(CarePlanLane *self, GtkWidget *row)
{
    g_signal_emit(self, signals[STEP_ACTIVATED], 0, index_of(row));
}

/* The keyboard's way to drag a step; the days come as the shortcut's argument. */
static gboolean
on_move(GtkWidget *step, GVariant *days, gpointer user_data)
{
    g_signal_emit(lane_of(step), signals[STEP_MOVED], 0, index_of(step), g_variant_get_int32(days));
    return TRUE;
}

static void
make_step(GtkWidget *widget, const CareLaneStep *step, guint index)
{
    GtkEventController *keys = gtk_shortcut_controller_new();
    g_autofree char *spoken
        = care_spoken(step->title, step->date, step->after, step->detail, care_spoken_end);
    const struct {
        guint key;
        int days;
    } moves[] = { { GDK_KEY_Left, -1 }, { GDK_KEY_Right, 1 }, { GDK_KEY_Up, -1 }, { GDK_KEY_Down, 1 } };

    g_object_set_data(G_OBJECT(widget), "care-step", GUINT_TO_POINTER(index));
    gtk_accessible_update_property(GTK_ACCESSIBLE(widget), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
    for (guint i = 0; i < G_N_ELEMENTS(moves); i++) {
        GtkShortcut *shortcut = gtk_shortcut_new_with_arguments(
            gtk_keyval_trigger_new(moves[i].key, GDK_ALT_MASK),
            gtk_callback_action_new((GtkShortcutFunc)on_move, NULL, NULL), "i", moves[i].days);

        gtk_shortcut_controller_add_shortcut(GTK_SHORTCUT_CONTROLLER(keys), shortcut);
    }
    gtk_widget_add_controller(widget, keys);
}

static GtkWidget *
label_new(const char *text, const char *css_class, gboolean dimmed)
{
    GtkWidget *label = gtk_label_new(text);

    gtk_label_set_justify(GTK_LABEL(label), GTK_JUSTIFY_CENTER);
    gtk_label_set_wrap(GTK_LABEL(label), TRUE);
    gtk_label_set_wrap_mode(GTK_LABEL(label), PANGO_WRAP_WORD_CHAR);
    /* all steps ask for the same, so that the columns stay equal */
    gtk_label_set_max_width_chars(GTK_LABEL(label), 1);
    gtk_label_set_natural_wrap_mode(GTK_LABEL(label), GTK_NATURAL_WRAP_NONE);
    gtk_widget_add_css_class(label, css_class);
    if (dimmed)
        gtk_widget_add_css_class(label, "dimmed");
    return label;
}

static GtkWidget *
rail_new(gboolean drawn)
{
    GtkWidget *line = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 0);

    gtk_widget_set_hexpand(line, TRUE);
    gtk_widget_set_valign(line, GTK_ALIGN_CENTER);
    gtk_widget_add_css_class(line, "care-rail");
    gtk_widget_set_opacity(line, drawn ? 1 : 0);
    return line;
}

static GtkWidget *
lane_step_new(const CareLaneStep *step, guint index, guint n_steps)
{
    GtkWidget *button = gtk_button_new();
    GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 0);
    GtkWidget *rail = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 0);
    GtkWidget *dot = care_thing_icon_new(step->icon_name, step->tone);
    GtkWidget *date = label_new(step->date, "caption-heading", FALSE);

    care_thing_icon_set_size(CARE_THING_ICON(dot), DOT_SIZE);
    gtk_box_append(GTK_BOX(rail), rail_new(index > 0));
    gtk_box_append(GTK_BOX(rail), dot);
    gtk_box_append(GTK_BOX(rail), rail_new(index + 1 < n_steps));
    gtk_widget_set_margin_top(rail, 6);
    gtk_widget_set_margin_bottom(rail, 6);

    gtk_widget_add_css_class(date, "numeric");
    gtk_box_append(GTK_BOX(box), label_new(step->after, "caption", TRUE));
    gtk_box_append(GTK_BOX(box), rail);
    gtk_box_append(GTK_BOX(box), date);
    gtk_box_append(GTK_BOX(box), label_new(step->title, "body", FALSE));
    gtk_box_append(GTK_BOX(box), label_new(step->detail, "caption", TRUE));

    gtk_button_set_child(GTK_BUTTON(button), box);
    gtk_widget_add_css_class(button, "flat");
    gtk_widget_add_css_class(button, "care-lane-step");
    g_signal_connect(button, "clicked", G_CALLBACK(on_clicked), NULL);
    make_step(button, step, index);
    return button;
}

static GtkWidget *
list_step_new(const CareLaneStep *step, guint index)
{
    GtkWidget *icon = gtk_image_new_from_icon_name(step->icon_name);
    g_autofree char *subtitle = g_strdup_printf("%s · %s", step->date, step->detail);
    GtkWidget *row = care_plain_row_new(step->title, step->detail && *step->detail ? subtitle : step->date);

    g_object_set(icon, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
    care_tone_apply(icon, step->tone == CARE_TONE_OWED ? CARE_TONE_NEUTRAL : step->tone);
    adw_action_row_add_prefix(ADW_ACTION_ROW(row), icon);
    gtk_list_box_row_set_activatable(GTK_LIST_BOX_ROW(row), TRUE);
    make_step(row, step, index);
    return row;
}

static void
care_plan_lane_dispose(GObject *object)
{
    /* AdwBin would unparent a bound child that its template has freed already */
    adw_bin_set_child(ADW_BIN(object), NULL);
    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_PLAN_LANE);
    G_OBJECT_CLASS(care_plan_lane_parent_class)->dispose(object);
}

static void
care_plan_lane_class_init(CarePlanLaneClass *klass)
{
    G_OBJECT_CLASS(klass)->dispose = care_plan_lane_dispose;

    signals[STEP_ACTIVATED] = g_signal_new("step-activated", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
    signals[STEP_MOVED] = g_signal_new("step-moved", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_INT);

    CARE_TEMPLATE_NEEDS(CARE_TYPE_FIT);
    CARE_TEMPLATE(klass, "parts/plan-lane.ui");
    CARE_TEMPLATE_CHILDREN(klass, CarePlanLane, fit, lane, list);
    CARE_TEMPLATE_CALLBACKS(klass, on_row_activated);
}

static void
care_plan_lane_init(CarePlanLane *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
}

static void
set_focus(CarePlanLane *self, guint index)
{
    gboolean wide = gtk_widget_get_child_visible(GTK_WIDGET(self->lane));
    GtkWidget *step = gtk_widget_get_first_child(wide ? GTK_WIDGET(self->lane) : GTK_WIDGET(self->list));

    for (; step && index_of(step) < index; step = gtk_widget_get_next_sibling(step))
        ;
    if (step)
        gtk_widget_grab_focus(step);
}

/* Draws these steps in place of the old ones; the texts are copied. The step that had the cursor keeps it. */
void
care_plan_lane_set_steps(CarePlanLane *self, const CareLaneStep *steps, guint n_steps)
{
    GtkWidget *child, *focus;
    int focused = -1;

    g_return_if_fail(CARE_IS_PLAN_LANE(self));

    focus = gtk_widget_get_focus_child(GTK_WIDGET(self->lane));
    if (!focus)
        focus = gtk_widget_get_focus_child(GTK_WIDGET(self->list));
    if (focus)
        focused = index_of(focus);

    while ((child = gtk_widget_get_first_child(GTK_WIDGET(self->lane))))
        gtk_box_remove(self->lane, child);
    gtk_list_box_remove_all(self->list);
    for (guint i = 0; i < n_steps; i++) {
        gtk_box_append(self->lane, lane_step_new(&steps[i], i, n_steps));
        gtk_list_box_append(self->list, list_step_new(&steps[i], i));
    }
    care_fit_set_threshold(self->fit, n_steps * STEP_WIDTH);
    if (focused >= 0)
        set_focus(self, focused);
}
