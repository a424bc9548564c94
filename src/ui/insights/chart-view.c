/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/insights/chart-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "chart/paint.h"
#include "ui/kit/announce.h"

#define NATURAL_WIDTH 454
#define SPARK_WIDTH 88
/* The desktop's usual text, 11 points at 96 dpi, to which chart text is relative. */
#define USUAL_TEXT (11.0 * 96.0 / 72.0)

struct _CareChartView {
    GtkWidget parent_instance;

    CareChart *chart;
    CareChartLayout *layout; /* for the size and theme it was made for; NULL when those changed */
    char *font;
    int cursor;
    int hovered;
};

enum {
    MARK_ACTIVATED,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE(CareChartView, care_chart_view, GTK_TYPE_WIDGET)

static void
invalidate(CareChartView *self)
{
    g_clear_pointer(&self->layout, care_chart_layout_free);
    self->hovered = -1;
    gtk_widget_queue_draw(GTK_WIDGET(self));
}

/* How much larger than usual the desktop wants its text. */
static double
text_scale(CareChartView *self)
{
    PangoContext *context = gtk_widget_get_pango_context(GTK_WIDGET(self));
    PangoFontDescription *font = pango_context_get_font_description(context);
    double size = (double)pango_font_description_get_size(font) / PANGO_SCALE;
    double dpi = pango_cairo_context_get_resolution(context);

    if (!pango_font_description_get_size_is_absolute(font))
        size *= (dpi > 0 ? dpi : 96.0) / 72.0;
    return size > 0 ? CLAMP(size / USUAL_TEXT, 0.8, 2.5) : 1.0;
}

static CareChartTheme
current_theme(CareChartView *self)
{
    AdwStyleManager *manager = adw_style_manager_get_for_display(gtk_widget_get_display(GTK_WIDGET(self)));
    PangoContext *context = gtk_widget_get_pango_context(GTK_WIDGET(self));
    CareChartTheme theme
        = care_chart_theme(adw_style_manager_get_dark(manager), adw_style_manager_get_high_contrast(manager));

    g_set_str(&self->font, pango_font_description_get_family(pango_context_get_font_description(context)));
    theme.font = self->font;
    theme.scale = text_scale(self);
    theme.rtl = gtk_widget_get_direction(GTK_WIDGET(self)) == GTK_TEXT_DIR_RTL;
    return theme;
}

static CareChartLayout *
ensure_layout(CareChartView *self)
{
    if (self->layout == NULL && self->chart != NULL) {
        CareChartTheme theme = current_theme(self);

        self->layout = care_chart_layout_with_pango(self->chart, gtk_widget_get_width(GTK_WIDGET(self)),
                                                    gtk_widget_get_height(GTK_WIDGET(self)), &theme);
        self->cursor = MIN(self->cursor, (int)care_chart_n_marks(self->layout) - 1);
    }
    return self->layout;
}

static const CareMark *
mark_at(CareChartView *self, int mark)
{
    CareChartLayout *layout = ensure_layout(self);

    return layout != NULL ? care_chart_mark(layout, mark) : NULL;
}

static gboolean
shows_cursor(CareChartView *self)
{
    return self->cursor >= 0 && gtk_widget_has_focus(GTK_WIDGET(self));
}

static void
move_cursor(CareChartView *self, int mark)
{
    const CareMark *at = mark_at(self, mark);

    self->cursor = at != NULL ? mark : -1;
    if (at != NULL)
        care_announce(GTK_WIDGET(self), at->label);
    gtk_widget_queue_draw(GTK_WIDGET(self));
}

static gboolean
activate_mark(CareChartView *self, int mark)
{
    const CareMark *at = mark_at(self, mark);

    if (at == NULL || at->key == NULL)
        return FALSE;
    g_signal_emit(self, signals[MARK_ACTIVATED], 0, at->key);
    return TRUE;
}

static gboolean
step_of_key(guint key, CareStep *step)
{
    static const struct {
        guint key, keypad;
        CareStep step;
    } keys[] = {
        { GDK_KEY_Left, GDK_KEY_KP_Left, CARE_STEP_LEFT },
        { GDK_KEY_Right, GDK_KEY_KP_Right, CARE_STEP_RIGHT },
        { GDK_KEY_Up, GDK_KEY_KP_Up, CARE_STEP_UP },
        { GDK_KEY_Down, GDK_KEY_KP_Down, CARE_STEP_DOWN },
        { GDK_KEY_Home, GDK_KEY_KP_Home, CARE_STEP_FIRST },
        { GDK_KEY_End, GDK_KEY_KP_End, CARE_STEP_LAST },
    };

    for (gsize i = 0; i < G_N_ELEMENTS(keys); i++) {
        if (key != keys[i].key && key != keys[i].keypad)
            continue;
        *step = keys[i].step;
        return TRUE;
    }
    return FALSE;
}

static gboolean
on_key(CareChartView *self, guint key, guint code, GdkModifierType state)
{
    CareChartLayout *layout = ensure_layout(self);
    CareStep step;

    if (layout == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
        return GDK_EVENT_PROPAGATE;
    if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter || key == GDK_KEY_space)
        return activate_mark(self, self->cursor);
    if (care_chart_n_marks(layout) == 0 || !step_of_key(key, &step))
        return GDK_EVENT_PROPAGATE;
    move_cursor(self, care_chart_next(layout, self->cursor, step));
    return GDK_EVENT_STOP;
}

static void
on_focus(CareChartView *self)
{
    if (self->cursor < 0 && ensure_layout(self) != NULL)
        move_cursor(self, care_chart_next(self->layout, -1, CARE_STEP_FIRST));
    gtk_widget_queue_draw(GTK_WIDGET(self));
}

static void
set_hovered(CareChartView *self, int mark)
{
    const CareMark *at = mark_at(self, mark);

    if (mark == self->hovered)
        return;
    self->hovered = mark;
    gtk_widget_set_cursor_from_name(GTK_WIDGET(self), at != NULL && at->key != NULL ? "pointer" : NULL);
    gtk_widget_trigger_tooltip_query(GTK_WIDGET(self));
    gtk_widget_queue_draw(GTK_WIDGET(self));
}

static void
on_motion(CareChartView *self, double x, double y)
{
    CareChartLayout *layout = ensure_layout(self);

    set_hovered(self, layout != NULL ? care_chart_hit(layout, x, y) : -1);
}

static void
on_leave(CareChartView *self)
{
    set_hovered(self, -1);
}

static void
on_released(CareChartView *self, int n_press, double x, double y)
{
    CareChartLayout *layout = ensure_layout(self);
    int mark = layout != NULL ? care_chart_hit(layout, x, y) : -1;

    if (mark < 0)
        return;
    self->cursor = mark;
    gtk_widget_grab_focus(GTK_WIDGET(self));
    activate_mark(self, mark);
}

static gboolean
care_chart_view_query_tooltip(GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
    CareChartView *self = CARE_CHART_VIEW(widget);
    CareChartLayout *layout = ensure_layout(self);
    const CareMark *mark
        = layout != NULL ? care_chart_mark(layout, keyboard ? self->cursor : care_chart_hit(layout, x, y))
                         : NULL;

    if (mark == NULL)
        return FALSE;
    gtk_tooltip_set_text(tooltip, mark->label);
    gtk_tooltip_set_tip_area(tooltip, &(GdkRectangle){ (int)mark->box.x, (int)mark->box.y,
                                                       (int)mark->box.width + 1, (int)mark->box.height + 1 });
    return TRUE;
}

/* The mark's words, a little smaller than the page's. */
static PangoLayout *
words_new(CareChartView *self, const CareMark *mark)
{
    PangoLayout *words = gtk_widget_create_pango_layout(GTK_WIDGET(self), mark->label);
    g_autoptr(PangoAttrList) attributes = pango_attr_list_new();

    pango_attr_list_insert(attributes, pango_attr_scale_new(0.9));
    pango_attr_list_insert(attributes, pango_attr_font_features_new("tnum=1"));
    pango_layout_set_attributes(words, attributes);
    return words;
}

/* What the cursor stands on, in words beside it: the keyboard's tooltip. */
static void
snapshot_words(CareChartView *self, GtkSnapshot *snapshot, const CareMark *mark)
{
    const CareChartTheme *theme = &self->layout->theme;
    g_autoptr(PangoLayout) words = words_new(self, mark);
    int width = gtk_widget_get_width(GTK_WIDGET(self)), text_width, text_height;
    CareColour ground = theme->colours[CARE_ROLE_TEXT], ink = theme->colours[CARE_ROLE_CARD];
    GskRoundedRect box;
    double x, y;

    pango_layout_set_width(words, (int)(MAX(width - 16, 40) * PANGO_SCALE));
    pango_layout_set_wrap(words, PANGO_WRAP_WORD_CHAR);
    pango_layout_get_pixel_size(words, &text_width, &text_height);
    x = CLAMP(mark->box.x + mark->box.width / 2 - text_width / 2.0, 8, MAX(width - text_width - 8, 8));
    y = mark->box.y - text_height - 12;
    if (y < 0)
        y = mark->box.y + mark->box.height + 12;
    y = CLAMP(y, 4, MAX(gtk_widget_get_height(GTK_WIDGET(self)) - text_height - 4, 4));

    gsk_rounded_rect_init_from_rect(&box, &GRAPHENE_RECT_INIT(x - 8, y - 4, text_width + 16, text_height + 8),
                                    6);
    gtk_snapshot_push_rounded_clip(snapshot, &box);
    gtk_snapshot_append_color(snapshot, &(GdkRGBA){ ground.red, ground.green, ground.blue, 1 }, &box.bounds);
    gtk_snapshot_pop(snapshot);
    gtk_snapshot_save(snapshot);
    gtk_snapshot_translate(snapshot, &GRAPHENE_POINT_INIT(x, y));
    gtk_snapshot_append_layout(snapshot, words, &(GdkRGBA){ ink.red, ink.green, ink.blue, 1 });
    gtk_snapshot_restore(snapshot);
}

static void
care_chart_view_snapshot(GtkWidget *widget, GtkSnapshot *snapshot)
{
    CareChartView *self = CARE_CHART_VIEW(widget);
    CareChartLayout *layout = ensure_layout(self);
    gboolean cursor = shows_cursor(self);
    cairo_t *cr;

    if (layout == NULL)
        return;
    cr = gtk_snapshot_append_cairo(
        snapshot, &GRAPHENE_RECT_INIT(0, 0, gtk_widget_get_width(widget), gtk_widget_get_height(widget)));
    care_chart_layout_draw(layout, cr, cursor ? self->cursor : -1, self->hovered);
    cairo_destroy(cr);
    if (cursor && mark_at(self, self->cursor) != NULL)
        snapshot_words(self, snapshot, mark_at(self, self->cursor));
}

static void
care_chart_view_measure(GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
    CareChartView *self = CARE_CHART_VIEW(widget);
    gboolean spark = self->chart != NULL && care_chart_get_kind(self->chart) == CARE_CHART_SPARK;

    if (orientation == GTK_ORIENTATION_HORIZONTAL) {
        *minimum = spark ? SPARK_WIDTH : CARE_CHART_MIN_WIDTH;
        *natural = spark ? SPARK_WIDTH : NATURAL_WIDTH;
    } else {
        *minimum = self->chart != NULL
                       ? (int)ceil(care_chart_preferred_height(self->chart) * text_scale(self))
                       : 0;
        *natural = *minimum;
    }
}

static void
care_chart_view_size_allocate(GtkWidget *widget, int width, int height, int baseline)
{
    invalidate(CARE_CHART_VIEW(widget));
}

static void
care_chart_view_css_changed(GtkWidget *widget, GtkCssStyleChange *change)
{
    GTK_WIDGET_CLASS(care_chart_view_parent_class)->css_changed(widget, change);
    invalidate(CARE_CHART_VIEW(widget));
}

static void
care_chart_view_direction_changed(GtkWidget *widget, GtkTextDirection previous)
{
    invalidate(CARE_CHART_VIEW(widget));
}

static void
care_chart_view_dispose(GObject *object)
{
    CareChartView *self = CARE_CHART_VIEW(object);

    g_clear_pointer(&self->layout, care_chart_layout_free);
    g_clear_object(&self->chart);
    G_OBJECT_CLASS(care_chart_view_parent_class)->dispose(object);
}

static void
care_chart_view_finalize(GObject *object)
{
    g_free(CARE_CHART_VIEW(object)->font);
    G_OBJECT_CLASS(care_chart_view_parent_class)->finalize(object);
}

static void
care_chart_view_class_init(CareChartViewClass *klass)
{
    GObjectClass *object_class = G_OBJECT_CLASS(klass);
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS(klass);

    object_class->dispose = care_chart_view_dispose;
    object_class->finalize = care_chart_view_finalize;
    widget_class->snapshot = care_chart_view_snapshot;
    widget_class->measure = care_chart_view_measure;
    widget_class->size_allocate = care_chart_view_size_allocate;
    widget_class->query_tooltip = care_chart_view_query_tooltip;
    widget_class->css_changed = care_chart_view_css_changed;
    widget_class->direction_changed = care_chart_view_direction_changed;

    /**
     * CareChartView::mark-activated:
     * @key: names the rows behind the mark, as chart/insights.h lists them
     */
    signals[MARK_ACTIVATED] = g_signal_new("mark-activated", CARE_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

    gtk_widget_class_set_css_name(widget_class, "care-chart");
    gtk_widget_class_set_accessible_role(widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
add_controllers(CareChartView *self)
{
    GtkEventController *keys = gtk_event_controller_key_new();
    GtkEventController *focus = gtk_event_controller_focus_new();
    GtkEventController *motion = gtk_event_controller_motion_new();
    GtkGesture *click = gtk_gesture_click_new();

    g_signal_connect_swapped(keys, "key-pressed", G_CALLBACK(on_key), self);
    g_signal_connect_swapped(focus, "enter", G_CALLBACK(on_focus), self);
    g_signal_connect_swapped(focus, "leave", G_CALLBACK(gtk_widget_queue_draw), self);
    g_signal_connect_swapped(motion, "motion", G_CALLBACK(on_motion), self);
    g_signal_connect_swapped(motion, "leave", G_CALLBACK(on_leave), self);
    g_signal_connect_swapped(click, "released", G_CALLBACK(on_released), self);
    gtk_widget_add_controller(GTK_WIDGET(self), keys);
    gtk_widget_add_controller(GTK_WIDGET(self), focus);
    gtk_widget_add_controller(GTK_WIDGET(self), motion);
    gtk_widget_add_controller(GTK_WIDGET(self), GTK_EVENT_CONTROLLER(click));
}

static void
care_chart_view_init(CareChartView *self)
{
    AdwStyleManager *manager = adw_style_manager_get_for_display(gtk_widget_get_display(GTK_WIDGET(self)));

    self->cursor = self->hovered = -1;
    gtk_widget_set_focusable(GTK_WIDGET(self), TRUE);
    gtk_widget_set_has_tooltip(GTK_WIDGET(self), TRUE);
    gtk_widget_set_overflow(GTK_WIDGET(self), GTK_OVERFLOW_HIDDEN);
    g_signal_connect_object(manager, "notify::dark", G_CALLBACK(invalidate), self, G_CONNECT_SWAPPED);
    g_signal_connect_object(manager, "notify::high-contrast", G_CALLBACK(invalidate), self,
                            G_CONNECT_SWAPPED);
    add_controllers(self);
    gtk_accessible_update_property(GTK_ACCESSIBLE(self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Chart"), -1);
}

/* @chart: (nullable) (transfer none): is not changed any more. */
void
care_chart_view_set_chart(CareChartView *self, CareChart *chart)
{
    g_autofree char *summary = NULL;

    g_return_if_fail(CARE_IS_CHART_VIEW(self));
    if (!g_set_object(&self->chart, chart))
        return;
    self->cursor = -1;
    invalidate(self);
    gtk_widget_queue_resize(GTK_WIDGET(self));
    if (chart == NULL)
        return;
    summary = care_chart_summary(chart);
    gtk_accessible_update_property(GTK_ACCESSIBLE(self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                   care_chart_get_title(chart), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, summary,
                                   -1);
}

CareChart *
care_chart_view_get_chart(CareChartView *self)
{
    return self->chart;
}

/* The mark the keyboard stands on, or -1. */
int
care_chart_view_get_cursor(CareChartView *self)
{
    return self->cursor;
}

/* What was said when the cursor came there; NULL without a cursor. */
const char *
care_chart_view_get_cursor_label(CareChartView *self)
{
    const CareMark *mark = mark_at(self, self->cursor);

    return mark != NULL ? mark->label : NULL;
}
