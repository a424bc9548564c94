/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/search/search-row.h"

#include <adwaita.h>

#include "core/listed.h"
#include "ui/kit/avatar.h"
#include "ui/kit/template.h"
#include "ui/parts/thing-icon.h"
#include "ui/search/hit-text.h"
#include "ui/search/mark.h"

struct _CareSearchRow {
    GtkListBoxRow parent_instance;

    const CareKind *kind;
    CareId id;
    CareId customer;
    gboolean deleted;
    AdwAvatar *avatar;
    CareThingIcon *icon;
    GtkLabel *title;
    GtkLabel *detail;
    GtkWidget *back; /* what Enter does with somebody who was deleted */
    GtkWidget *key;
};

G_DEFINE_FINAL_TYPE(CareSearchRow, care_search_row, GTK_TYPE_LIST_BOX_ROW)

static void
care_search_row_class_init(CareSearchRowClass *klass)
{
    CARE_TEMPLATE_NEEDS(CARE_TYPE_THING_ICON);
    CARE_TEMPLATE(klass, "search/search-row.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareSearchRow, avatar, icon, title, detail, back, key);
}

static void
care_search_row_init(CareSearchRow *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
}

/* Copies what it needs of the hit. */
GtkWidget *
care_search_row_new(CareStore *store, const CareSearchHit *hit, const char *typed)
{
    CareSearchRow *self = g_object_new(CARE_TYPE_SEARCH_ROW, NULL);
    g_autoptr(CareHitText) text = care_hit_text_new(store, hit);
    g_autofree char *region = care_store_setting(store, CARE_SETTING_REGION);
    g_autofree char *title = care_search_mark(text->title, typed, region);
    g_autofree char *detail = text->subtitle ? care_search_mark(text->subtitle, typed, region) : NULL;
    const char *parts[] = { text->title, text->subtitle, NULL };
    g_autofree char *spoken = care_listed(parts);

    self->kind = hit->kind;
    self->id = hit->id;
    self->customer = hit->customer;
    self->deleted = hit->deleted != 0;
    gtk_widget_set_visible(self->back, self->deleted);
    care_avatar_set_name(self->avatar, hit->title);
    gtk_widget_set_visible(GTK_WIDGET(self->avatar), text->icon == NULL);
    gtk_widget_set_visible(GTK_WIDGET(self->icon), text->icon != NULL);
    if (text->icon)
        care_thing_icon_set_icon_name(self->icon, text->icon);
    gtk_label_set_markup(self->title, title);
    gtk_label_set_markup(self->detail, detail ? detail : "");
    gtk_widget_set_visible(GTK_WIDGET(self->detail), detail != NULL);
    gtk_accessible_update_property(GTK_ACCESSIBLE(self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
    return GTK_WIDGET(self);
}

const char *
care_search_row_get_kind(CareSearchRow *self)
{
    return self->kind->name;
}

CareId
care_search_row_get_id(CareSearchRow *self)
{
    return self->id;
}

const char *
care_search_row_get_title(CareSearchRow *self)
{
    return adw_avatar_get_text(self->avatar);
}

gboolean
care_search_row_is_deleted(CareSearchRow *self)
{
    return self->deleted;
}

/* Whose it is; 0 when nobody's. */
CareId
care_search_row_get_customer(CareSearchRow *self)
{
    return self->customer;
}

/* The row that Enter opens; the cursor itself stays in the entry. */
void
care_search_row_set_current(CareSearchRow *self, gboolean current)
{
    gtk_widget_set_visible(self->key, current);
    if (current)
        gtk_widget_add_css_class(GTK_WIDGET(self), "care-current");
    else
        gtk_widget_remove_css_class(GTK_WIDGET(self), "care-current");
}
