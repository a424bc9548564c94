/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/parts/person-row.h"
#include "core/isolate.h"
#include "ui/kit/avatar.h"
#include "ui/kit/room.h"

struct _CarePersonRow {
    AdwActionRow parent_instance;

    AdwAvatar *avatar;
};

enum {
    PROP_PERSON = 1,
    PROP_SHOW_AVATAR,
    N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE(CarePersonRow, care_person_row, ADW_TYPE_ACTION_ROW)

static void
care_person_row_get_property(GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
    CarePersonRow *self = CARE_PERSON_ROW(object);

    switch (id) {
    case PROP_PERSON:
        g_value_set_string(value, adw_avatar_get_text(self->avatar));
        break;
    case PROP_SHOW_AVATAR:
        g_value_set_boolean(value, gtk_widget_get_visible(GTK_WIDGET(self->avatar)));
        break;
    default:
        G_OBJECT_WARN_INVALID_PROPERTY_ID(object, id, pspec);
    }
}

static void
care_person_row_set_property(GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
    CarePersonRow *self = CARE_PERSON_ROW(object);

    switch (id) {
    case PROP_PERSON:
        care_person_row_set_name(self, g_value_get_string(value));
        break;
    case PROP_SHOW_AVATAR:
        care_person_row_set_show_avatar(self, g_value_get_boolean(value));
        break;
    default:
        G_OBJECT_WARN_INVALID_PROPERTY_ID(object, id, pspec);
    }
}

static void
care_person_row_class_init(CarePersonRowClass *klass)
{
    GObjectClass *object_class = G_OBJECT_CLASS(klass);
    const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

    object_class->get_property = care_person_row_get_property;
    object_class->set_property = care_person_row_set_property;

    properties[PROP_PERSON] = g_param_spec_string("person", NULL, NULL, NULL, flags);
    properties[PROP_SHOW_AVATAR] = g_param_spec_boolean("show-avatar", NULL, NULL, TRUE, flags);
    g_object_class_install_properties(object_class, N_PROPS, properties);
}

static void
care_person_row_init(CarePersonRow *self)
{
    self->avatar = ADW_AVATAR(adw_avatar_new(32, NULL, TRUE));
    g_object_set(self->avatar, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
    adw_action_row_add_prefix(ADW_ACTION_ROW(self), GTK_WIDGET(self->avatar));
    adw_preferences_row_set_use_markup(ADW_PREFERENCES_ROW(self), FALSE);
    adw_action_row_set_title_lines(ADW_ACTION_ROW(self), 0);
    care_room_give_row(GTK_WIDGET(self));
}

/* name gives initials and colour; title is what the row says, NULL for the name itself. */
GtkWidget *
care_person_row_new(const char *name, const char *title, const char *subtitle)
{
    GtkWidget *row = g_object_new(CARE_TYPE_PERSON_ROW, "person", name, NULL);
    g_autofree char *shown = care_isolate_number(subtitle ? subtitle : "");

    /* only once it is made: of what is set before, the last is told first, the title before that it is no markup */
    adw_preferences_row_set_title(ADW_PREFERENCES_ROW(row), title ? title : name);
    adw_action_row_set_subtitle(ADW_ACTION_ROW(row), shown);
    return row;
}

void
care_person_row_set_name(CarePersonRow *self, const char *name)
{
    g_return_if_fail(CARE_IS_PERSON_ROW(self));
    care_avatar_set_name(self->avatar, name);
}

/* Narrow lists leave the avatar out, so that the sentence has room: with the box that it is in, or its margin stays. */
void
care_person_row_set_show_avatar(CarePersonRow *self, gboolean show)
{
    g_return_if_fail(CARE_IS_PERSON_ROW(self));
    gtk_widget_set_visible(GTK_WIDGET(self->avatar), show);
    gtk_widget_set_visible(gtk_widget_get_parent(GTK_WIDGET(self->avatar)), show);
}
