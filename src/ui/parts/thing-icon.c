/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/parts/thing-icon.h"

#include <string.h>

#include "core/fold.h"

#define DEFAULT_SIZE 32

struct _CareThingIcon {
    AdwBin parent_instance;

    GtkImage *image;
    CareTone tone;
    int size;
};

enum {
    PROP_ICON_NAME = 1,
    PROP_TONE,
    PROP_SIZE,
    N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE(CareThingIcon, care_thing_icon, ADW_TYPE_BIN)

static void
care_thing_icon_get_property(GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
    CareThingIcon *self = CARE_THING_ICON(object);

    switch (id) {
    case PROP_ICON_NAME:
        g_value_set_string(value, gtk_image_get_icon_name(self->image));
        break;
    case PROP_TONE:
        g_value_set_enum(value, self->tone);
        break;
    case PROP_SIZE:
        g_value_set_int(value, self->size);
        break;
    default:
        G_OBJECT_WARN_INVALID_PROPERTY_ID(object, id, pspec);
    }
}

static void
care_thing_icon_set_property(GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
    CareThingIcon *self = CARE_THING_ICON(object);

    switch (id) {
    case PROP_ICON_NAME:
        care_thing_icon_set_icon_name(self, g_value_get_string(value));
        break;
    case PROP_TONE:
        care_thing_icon_set_tone(self, g_value_get_enum(value));
        break;
    case PROP_SIZE:
        care_thing_icon_set_size(self, g_value_get_int(value));
        break;
    default:
        G_OBJECT_WARN_INVALID_PROPERTY_ID(object, id, pspec);
    }
}

static void
care_thing_icon_class_init(CareThingIconClass *klass)
{
    GObjectClass *object_class = G_OBJECT_CLASS(klass);
    const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

    object_class->get_property = care_thing_icon_get_property;
    object_class->set_property = care_thing_icon_set_property;

    properties[PROP_ICON_NAME] = g_param_spec_string("icon-name", NULL, NULL, NULL, flags);
    properties[PROP_TONE] = g_param_spec_enum("tone", NULL, NULL, CARE_TYPE_TONE, CARE_TONE_NEUTRAL, flags);
    properties[PROP_SIZE] = g_param_spec_int("size", NULL, NULL, 16, 128, DEFAULT_SIZE, flags);
    g_object_class_install_properties(object_class, N_PROPS, properties);

    gtk_widget_class_set_css_name(GTK_WIDGET_CLASS(klass), "care-thing");
    gtk_widget_class_set_accessible_role(GTK_WIDGET_CLASS(klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
care_thing_icon_init(CareThingIcon *self)
{
    self->image = GTK_IMAGE(gtk_image_new());
    g_object_set(self->image, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
    gtk_widget_set_halign(GTK_WIDGET(self), GTK_ALIGN_CENTER);
    gtk_widget_set_valign(GTK_WIDGET(self), GTK_ALIGN_CENTER);
    adw_bin_set_child(ADW_BIN(self), GTK_WIDGET(self->image));
    care_thing_icon_set_size(self, DEFAULT_SIZE);
}

GtkWidget *
care_thing_icon_new(const char *icon_name, CareTone tone)
{
    return g_object_new(CARE_TYPE_THING_ICON, "icon-name", icon_name, "tone", tone, NULL);
}

void
care_thing_icon_set_icon_name(CareThingIcon *self, const char *icon_name)
{
    g_return_if_fail(CARE_IS_THING_ICON(self));
    gtk_image_set_from_icon_name(self->image, icon_name);
}

void
care_thing_icon_set_tone(CareThingIcon *self, CareTone tone)
{
    g_return_if_fail(CARE_IS_THING_ICON(self));
    self->tone = tone;
    care_tone_apply(GTK_WIDGET(self), tone);
}

/* The diameter in pixels; the icon in it stays 16. */
void
care_thing_icon_set_size(CareThingIcon *self, int size)
{
    g_return_if_fail(CARE_IS_THING_ICON(self));
    self->size = size;
    gtk_widget_set_size_request(GTK_WIDGET(self), size, size);
}

static gboolean
stands_before(const char *thing, const char *at, const char *what)
{
    gsize length = strlen(what);

    return (gsize)(at - thing) >= length && memcmp(at - length, what, length) == 0;
}

/* Saxophones, vibraphones and headphones are no phones, and a radio has no wheels. */
static gboolean
is_by_chance(const char *thing, const char *at, const char *word)
{
    static const char *const sounds[] = { "o", "a", "head", "ear" };

    for (gsize i = 0; g_str_has_prefix(word, "phone") && i < G_N_ELEMENTS(sounds); i++)
        if (stands_before(thing, at, sounds[i]))
            return TRUE;
    return g_str_equal(word, "rad") && at[strlen(word)] == 'i';
}

gboolean
care_thing_has_word(const char *thing, const char *word)
{
    for (const char *at = strstr(thing, word); at; at = strstr(at + 1, word))
        if (!is_by_chance(thing, at, word))
            return TRUE;
    return FALSE;
}

/* The symbol of a thing by what it is called, in English and German as the sample and most imports are. */
const char *
care_thing_icon_for(const char *what)
{
    static const char *const words[][2] = {
        { "coffee", "care-coffee-symbolic" },        { "espresso", "care-coffee-symbolic" },
        { "kaffee", "care-coffee-symbolic" },        { "grinder", "care-coffee-symbolic" },
        { "appliance", "care-appliance-symbolic" },  { "bike", "care-bike-symbolic" },
        { "cycle", "care-bike-symbolic" },           { "rad", "care-bike-symbolic" },
        { "laptop", "care-laptop-symbolic" },        { "notebook", "care-laptop-symbolic" },
        { "computer", "care-laptop-symbolic" },      { "phone", "care-device-symbolic" },
        { "tablet", "care-device-symbolic" },        { "handy", "care-device-symbolic" },
        { "washing", "care-appliance-symbolic" },    { "dryer", "care-appliance-symbolic" },
        { "dishwasher", "care-appliance-symbolic" }, { "oven", "care-appliance-symbolic" },
        { "fridge", "care-appliance-symbolic" },     { "maschine", "care-appliance-symbolic" },
        { "sewing", "care-appliance-symbolic" },
    };
    g_autofree char *folded = what ? care_text_fold(what) : NULL;

    for (guint i = 0; folded && i < G_N_ELEMENTS(words); i++)
        if (care_thing_has_word(folded, words[i][0]))
            return words[i][1];
    return "care-wrench-symbolic";
}
