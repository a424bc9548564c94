/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/feedback/score-bar.h"

#include "ui/kit/wrap.h"

#define HIGHEST 10
#define SOON G_USEC_PER_SEC /* a digit that follows another belongs to the same number */

struct _CareScoreBar {
    AdwBin parent_instance;

    int low;
    int high;
    int value; /* -1: none */
    gboolean large;
    gboolean updating;
    int digit; /* typed last, at this moment */
    gint64 typed;

    CareWrap *box;
    GtkToggleButton *buttons[HIGHEST + 1]; /* by number; NULL below low and above high */
};

enum {
    PROP_LOW = 1,
    PROP_HIGH,
    PROP_VALUE,
    PROP_LARGE,
    N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE(CareScoreBar, care_score_bar, ADW_TYPE_BIN)

static void
on_toggled(CareScoreBar *self)
{
    int chosen = -1;

    if (self->updating)
        return;
    for (int i = self->low; i <= self->high; i++)
        if (gtk_toggle_button_get_active(self->buttons[i]) && i != self->value)
            chosen = i;
    self->digit = 0;
    care_score_bar_set_value(self, chosen);
}

static void
choose(CareScoreBar *self, int number)
{
    care_score_bar_set_value(self, number);
    gtk_widget_grab_focus(GTK_WIDGET(self->buttons[number]));
}

/* The number in hand; the lowest where none is. */
static int
in_hand(CareScoreBar *self)
{
    for (int i = self->low; i <= self->high; i++)
        if (gtk_widget_is_focus(GTK_WIDGET(self->buttons[i])))
            return i;
    return MAX(self->value, self->low);
}

static gboolean
type_digit(CareScoreBar *self, int digit)
{
    gint64 now = g_get_monotonic_time();
    int both = self->digit * 10 + digit;
    gboolean follows = self->digit > 0 && now - self->typed < SOON && both <= self->high;
    int number = follows ? both : digit;

    self->digit = follows ? 0 : digit;
    self->typed = now;
    if (number < self->low || number > self->high)
        return FALSE;
    choose(self, number);
    return TRUE;
}

/* 1: to the next, -1: to the one before, 0: no arrow. */
static int
step_of(CareScoreBar *self, guint key)
{
    int onwards = gtk_widget_get_direction(GTK_WIDGET(self)) == GTK_TEXT_DIR_RTL ? -1 : 1;

    switch (key) {
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
        return onwards;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
        return -onwards;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
        return 1;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
        return -1;
    default:
        return 0;
    }
}

static gboolean
on_key(CareScoreBar *self, guint key, guint code, GdkModifierType state)
{
    int digit = g_unichar_digit_value(gdk_keyval_to_unicode(key));
    int step = step_of(self, key);

    if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
        return GDK_EVENT_PROPAGATE;
    if (digit >= 0)
        return type_digit(self, digit);
    if (step == 0)
        return GDK_EVENT_PROPAGATE;
    self->digit = 0;
    choose(self, CLAMP(in_hand(self) + step, self->low, self->high));
    return GDK_EVENT_STOP;
}

static void
listen_to_keys(CareScoreBar *self)
{
    GtkEventController *keys = gtk_event_controller_key_new();

    g_signal_connect_swapped(keys, "key-pressed", G_CALLBACK(on_key), self);
    gtk_widget_add_controller(GTK_WIDGET(self), keys);
}

static GtkWidget *
button_new(CareScoreBar *self, int number)
{
    g_autofree char *label = g_strdup_printf("%d", number);
    GtkWidget *button = gtk_toggle_button_new_with_label(label);

    gtk_widget_add_css_class(button, "care-score");
    gtk_widget_add_css_class(button, "numeric");
    if (self->large)
        gtk_widget_add_css_class(button, "large");
    g_signal_connect_object(button, "toggled", G_CALLBACK(on_toggled), self, G_CONNECT_SWAPPED);
    return button;
}

static void
care_score_bar_constructed(GObject *object)
{
    CareScoreBar *self = CARE_SCORE_BAR(object);
    int spacing = self->large ? 9 : 6;

    G_OBJECT_CLASS(care_score_bar_parent_class)->constructed(object);
    /* large it stands alone in a window; else below a heading, and begins where that does */
    self->box = CARE_WRAP(care_wrap_new(spacing, self->large ? 0.5 : 0));
    g_object_set(self->box, "even", TRUE, NULL);
    for (int i = self->low; i <= self->high; i++) {
        self->buttons[i] = GTK_TOGGLE_BUTTON(button_new(self, i));
        care_wrap_append(self->box, GTK_WIDGET(self->buttons[i]));
    }
    adw_bin_set_child(ADW_BIN(self), GTK_WIDGET(self->box));
    listen_to_keys(self);
}

static void
care_score_bar_get_property(GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
    CareScoreBar *self = CARE_SCORE_BAR(object);

    switch (id) {
    case PROP_LOW:
        g_value_set_int(value, self->low);
        break;
    case PROP_HIGH:
        g_value_set_int(value, self->high);
        break;
    case PROP_VALUE:
        g_value_set_int(value, self->value);
        break;
    case PROP_LARGE:
        g_value_set_boolean(value, self->large);
        break;
    default:
        G_OBJECT_WARN_INVALID_PROPERTY_ID(object, id, pspec);
    }
}

static void
care_score_bar_set_property(GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
    CareScoreBar *self = CARE_SCORE_BAR(object);

    switch (id) {
    case PROP_LOW:
        self->low = g_value_get_int(value);
        break;
    case PROP_HIGH:
        self->high = g_value_get_int(value);
        break;
    case PROP_VALUE:
        care_score_bar_set_value(self, g_value_get_int(value));
        break;
    case PROP_LARGE:
        self->large = g_value_get_boolean(value);
        break;
    default:
        G_OBJECT_WARN_INVALID_PROPERTY_ID(object, id, pspec);
    }
}

/* The cursor goes to what is chosen, else to the first number. */
static gboolean
care_score_bar_grab_focus(GtkWidget *widget)
{
    CareScoreBar *self = CARE_SCORE_BAR(widget);

    return gtk_widget_grab_focus(GTK_WIDGET(self->buttons[self->value >= 0 ? self->value : self->low]));
}

/* It is entered where the cursor belongs, and left at once: what has the cursor is what was chosen. */
static gboolean
care_score_bar_focus(GtkWidget *widget, GtkDirectionType direction)
{
    return !gtk_widget_get_focus_child(widget) && gtk_widget_grab_focus(widget);
}

static void
care_score_bar_class_init(CareScoreBarClass *klass)
{
    GObjectClass *object_class = G_OBJECT_CLASS(klass);
    const GParamFlags fixed = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

    GTK_WIDGET_CLASS(klass)->grab_focus = care_score_bar_grab_focus;
    GTK_WIDGET_CLASS(klass)->focus = care_score_bar_focus;
    object_class->constructed = care_score_bar_constructed;
    object_class->get_property = care_score_bar_get_property;
    object_class->set_property = care_score_bar_set_property;

    properties[PROP_LOW] = g_param_spec_int("low", NULL, NULL, 0, HIGHEST, 0, fixed);
    properties[PROP_HIGH] = g_param_spec_int("high", NULL, NULL, 0, HIGHEST, HIGHEST, fixed);
    properties[PROP_LARGE] = g_param_spec_boolean("large", NULL, NULL, FALSE, fixed);
    properties[PROP_VALUE]
        = g_param_spec_int("value", NULL, NULL, -1, HIGHEST, -1,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
    g_object_class_install_properties(object_class, N_PROPS, properties);
    gtk_widget_class_set_accessible_role(GTK_WIDGET_CLASS(klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
care_score_bar_init(CareScoreBar *self)
{
    self->value = -1;
}

/* -1: nothing was chosen. */
int
care_score_bar_get_value(CareScoreBar *self)
{
    g_return_val_if_fail(CARE_IS_SCORE_BAR(self), -1);
    return self->value;
}

void
care_score_bar_set_value(CareScoreBar *self, int value)
{
    g_return_if_fail(CARE_IS_SCORE_BAR(self));
    self->updating = TRUE;
    for (int i = self->low; i <= self->high; i++)
        gtk_toggle_button_set_active(self->buttons[i], i == value);
    self->updating = FALSE;
    if (self->value == value)
        return;
    self->value = value;
    g_object_notify_by_pspec(G_OBJECT(self), properties[PROP_VALUE]);
}
