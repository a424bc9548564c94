/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/parts/timeline-row.h"

#include <glib/gi18n-lib.h>

#include "core/listed.h"
#include "ui/kit/room.h"
#include "ui/kit/template.h"
#include "ui/kit/wrap.h"
#include "ui/parts/thing-icon.h"

struct _CareTimelineRow {
    GtkListBoxRow parent_instance;

    CareTimelineEntry *entry;
    GtkWidget *head;
    CareThingIcon *icon;
    GtkWidget *rail;
    GtkLabel *title;
    GtkLabel *pill;
    GtkLabel *date;
    GtkLabel *caption;
    GtkWidget *quote_area;
    GtkLabel *quote;
    CareWrap *steps;
};

G_DEFINE_FINAL_TYPE(CareTimelineRow, care_timeline_row, GTK_TYPE_LIST_BOX_ROW)

static void
care_timeline_row_dispose(GObject *object)
{
    g_clear_object(&CARE_TIMELINE_ROW(object)->entry);
    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_TIMELINE_ROW);
    G_OBJECT_CLASS(care_timeline_row_parent_class)->dispose(object);
}

static void
care_timeline_row_class_init(CareTimelineRowClass *klass)
{
    G_OBJECT_CLASS(klass)->dispose = care_timeline_row_dispose;

    CARE_TEMPLATE_NEEDS(CARE_TYPE_WRAP, CARE_TYPE_THING_ICON);
    CARE_TEMPLATE(klass, "parts/timeline-row.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareTimelineRow, head, icon, rail, title, pill, date, caption, quote_area,
                           quote, steps);
}

static void
care_timeline_row_init(CareTimelineRow *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
    care_room_give(self->head, 12);
}

static void
set_text(GtkLabel *label, GtkWidget *area, const char *text)
{
    gtk_label_set_text(label, text ? text : "");
    gtk_widget_set_visible(area, text && *text);
}

static GtkWidget *
step_new(const CareTimelineStep *step)
{
    GtkWidget *box = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 6);
    GtkWidget *dot = adw_bin_new();
    GtkWidget *label = gtk_label_new(step->label);
    GtkWidget *detail = gtk_label_new(step->detail);

    gtk_widget_set_valign(dot, GTK_ALIGN_CENTER);
    gtk_widget_add_css_class(dot, "care-dot");
    care_tone_apply(dot, step->tone);
    gtk_widget_add_css_class(label, "caption");
    gtk_widget_add_css_class(detail, "caption");
    gtk_widget_add_css_class(detail, "dimmed");
    gtk_box_append(GTK_BOX(box), dot);
    gtk_box_append(GTK_BOX(box), label);
    gtk_box_append(GTK_BOX(box), detail);
    return box;
}

static void
set_name(CareTimelineRow *self)
{
    CareTimelineEntry *entry = self->entry;
    g_autoptr(GString) name = g_string_new(entry->title);

    care_listed_add(name, entry->pill);
    care_listed_add(name, entry->date);
    care_listed_add(name, entry->caption);
    care_listed_add(name, entry->quote);
    for (guint i = 0; i < entry->steps->len; i++) {
        CareTimelineStep *step = &g_array_index(entry->steps, CareTimelineStep, i);

        /* Translators: a step of a job, and its day or time: "Ready 3 May" */
        g_autofree char *whole = g_strdup_printf(C_("step", "%s %s"), step->label, step->detail);

        care_listed_add(name, whole);
    }
    gtk_accessible_update_property(GTK_ACCESSIBLE(self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
}

/* Keeps a reference on the entry. */
GtkWidget *
care_timeline_row_new(CareTimelineEntry *entry)
{
    CareTimelineRow *self = g_object_new(CARE_TYPE_TIMELINE_ROW, NULL);
    g_autofree char *quote = NULL;

    self->entry = g_object_ref(entry);
    care_thing_icon_set_icon_name(self->icon, entry->icon_name);
    care_thing_icon_set_tone(self->icon, entry->tone);
    gtk_label_set_text(self->title, entry->title);
    gtk_label_set_text(self->date, entry->date);
    set_text(self->pill, GTK_WIDGET(self->pill), entry->pill);
    set_text(self->caption, GTK_WIDGET(self->caption), entry->caption);

    /* Translators: what a customer said, in quotation marks */
    quote = entry->quote ? g_strdup_printf(_("“%s”"), entry->quote) : NULL;
    set_text(self->quote, self->quote_area, quote);

    for (guint i = 0; i < entry->steps->len; i++)
        care_wrap_append(self->steps, step_new(&g_array_index(entry->steps, CareTimelineStep, i)));
    gtk_widget_set_visible(GTK_WIDGET(self->steps), entry->steps->len > 0);
    gtk_list_box_row_set_activatable(GTK_LIST_BOX_ROW(self), entry->kind != NULL);
    set_name(self);
    return GTK_WIDGET(self);
}

/* Transfer none. */
CareTimelineEntry *
care_timeline_row_get_entry(CareTimelineRow *self)
{
    g_return_val_if_fail(CARE_IS_TIMELINE_ROW(self), NULL);
    return self->entry;
}

/* The last of a month has no line below it. */
void
care_timeline_row_set_last(CareTimelineRow *self, gboolean last)
{
    g_return_if_fail(CARE_IS_TIMELINE_ROW(self));
    gtk_widget_set_opacity(self->rail, last ? 0 : 1);
}
