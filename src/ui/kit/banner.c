/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/banner.h"

#include "ui/kit/announce.h"
#include "ui/kit/wrap.h"

#define SPACING 6

struct _CareBanner {
    AdwBin parent_instance;

    GtkLabel *title;
    GtkWidget *button;
    gboolean unsaid; /* until it is on screen */
};

enum {
    PROP_TITLE = 1,
    PROP_BUTTON_LABEL,
    PROP_ACTION_NAME,
    N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint button_clicked;

G_DEFINE_FINAL_TYPE(CareBanner, care_banner, ADW_TYPE_BIN)

static void
announce(CareBanner *self)
{
    self->unsaid = FALSE;
    care_announce(GTK_WIDGET(self), gtk_label_get_text(self->title));
}

static void
on_map(CareBanner *self)
{
    if (self->unsaid)
        announce(self);
}

static void
on_clicked(CareBanner *self)
{
    g_signal_emit(self, button_clicked, 0);
}

void
care_banner_set_title(CareBanner *self, const char *title)
{
    g_return_if_fail(CARE_IS_BANNER(self));
    gtk_label_set_text(self->title, title ? title : "");
}

void
care_banner_set_button_label(CareBanner *self, const char *label)
{
    g_return_if_fail(CARE_IS_BANNER(self));
    gtk_button_set_label(GTK_BUTTON(self->button), label ? label : "");
    gtk_widget_set_visible(self->button, label && *label);
}

void
care_banner_say(CareBanner *self, const char *sentence)
{
    GtkWidget *widget = GTK_WIDGET(self);

    g_return_if_fail(CARE_IS_BANNER(self));
    self->unsaid = sentence
                   && (self->unsaid || !gtk_widget_get_visible(widget)
                       || !g_str_equal(gtk_label_get_text(self->title), sentence));
    if (sentence)
        care_banner_set_title(self, sentence);
    gtk_widget_set_visible(widget, sentence != NULL);
    if (self->unsaid && gtk_widget_get_mapped(widget))
        announce(self);
}

void
care_banner_show_error(CareBanner *self, const GError *error)
{
    care_banner_say(self, error ? error->message : NULL);
}

static void
care_banner_get_property(GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
    CareBanner *self = CARE_BANNER(object);

    switch (id) {
    case PROP_TITLE:
        g_value_set_string(value, gtk_label_get_text(self->title));
        break;
    case PROP_BUTTON_LABEL:
        g_value_set_string(value, gtk_button_get_label(GTK_BUTTON(self->button)));
        break;
    case PROP_ACTION_NAME:
        g_value_set_string(value, gtk_actionable_get_action_name(GTK_ACTIONABLE(self->button)));
        break;
    default:
        G_OBJECT_WARN_INVALID_PROPERTY_ID(object, id, pspec);
    }
}

static void
care_banner_set_property(GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
    CareBanner *self = CARE_BANNER(object);

    switch (id) {
    case PROP_TITLE:
        care_banner_set_title(self, g_value_get_string(value));
        break;
    case PROP_BUTTON_LABEL:
        care_banner_set_button_label(self, g_value_get_string(value));
        break;
    case PROP_ACTION_NAME:
        gtk_actionable_set_action_name(GTK_ACTIONABLE(self->button), g_value_get_string(value));
        break;
    default:
        G_OBJECT_WARN_INVALID_PROPERTY_ID(object, id, pspec);
    }
}

static void
care_banner_class_init(CareBannerClass *klass)
{
    GObjectClass *object_class = G_OBJECT_CLASS(klass);
    const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

    object_class->get_property = care_banner_get_property;
    object_class->set_property = care_banner_set_property;
    gtk_widget_class_set_css_name(GTK_WIDGET_CLASS(klass), "banner");
    gtk_widget_class_set_accessible_role(GTK_WIDGET_CLASS(klass), GTK_ACCESSIBLE_ROLE_GENERIC);

    properties[PROP_TITLE] = g_param_spec_string("title", NULL, NULL, "", flags);
    properties[PROP_BUTTON_LABEL] = g_param_spec_string("button-label", NULL, NULL, NULL, flags);
    properties[PROP_ACTION_NAME] = g_param_spec_string("action-name", NULL, NULL, NULL, flags);
    g_object_class_install_properties(object_class, N_PROPS, properties);
    button_clicked = g_signal_new("button-clicked", CARE_TYPE_BANNER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static GtkLabel *
make_title(void)
{
    GtkWidget *title = gtk_label_new(NULL);

    gtk_label_set_wrap(GTK_LABEL(title), TRUE);
    gtk_label_set_wrap_mode(GTK_LABEL(title), PANGO_WRAP_WORD_CHAR);
    gtk_label_set_natural_wrap_mode(GTK_LABEL(title), GTK_NATURAL_WRAP_NONE);
    gtk_label_set_justify(GTK_LABEL(title), GTK_JUSTIFY_CENTER);
    gtk_widget_set_margin_start(title, SPACING);
    gtk_widget_set_margin_end(title, SPACING);
    gtk_widget_set_hexpand(title, TRUE);
    gtk_widget_add_css_class(title, "heading");
    return GTK_LABEL(title);
}

static GtkWidget *
make_button(CareBanner *self)
{
    GtkWidget *button = gtk_button_new();

    gtk_button_set_use_underline(GTK_BUTTON(button), TRUE);
    gtk_widget_set_halign(button, GTK_ALIGN_CENTER);
    gtk_widget_set_valign(button, GTK_ALIGN_CENTER);
    gtk_widget_set_visible(button, FALSE);
    g_signal_connect_object(button, "clicked", G_CALLBACK(on_clicked), self, G_CONNECT_SWAPPED);
    return button;
}

static void
care_banner_init(CareBanner *self)
{
    /* the nodes are named like an AdwBanner's, so that the theme finds them */
    GtkWidget *content = g_object_new(CARE_TYPE_WRAP, "css-name", "widget", "child-spacing", SPACING,
                                      "line-spacing", SPACING, "align", 0.5, NULL);
    GtkWidget *around = g_object_new(ADW_TYPE_BIN, "css-name", "revealer", "child", content, NULL);

    self->title = make_title();
    self->button = make_button(self);
    care_wrap_append(CARE_WRAP(content), GTK_WIDGET(self->title));
    care_wrap_append(CARE_WRAP(content), self->button);
    adw_bin_set_child(ADW_BIN(self), around);
    gtk_widget_set_visible(GTK_WIDGET(self), FALSE);
    g_signal_connect(self, "map", G_CALLBACK(on_map), NULL);
}
