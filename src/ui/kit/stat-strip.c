/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/stat-strip.h"

#include <glib/gi18n-lib.h>

#include "ui/kit/columns.h"
#include "ui/kit/spoken.h"
#include "ui/kit/template.h"

struct _CareStatStrip {
    AdwBin parent_instance;

    CareColumns *columns;
    GtkWidget *note_area;
    GtkLabel *note;
};

G_DEFINE_FINAL_TYPE(CareStatStrip, care_stat_strip, ADW_TYPE_BIN)

static void
care_stat_strip_class_init(CareStatStripClass *klass)
{
    CARE_TEMPLATE_NEEDS(CARE_TYPE_COLUMNS);
    CARE_TEMPLATE(klass, "kit/stat-strip.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareStatStrip, columns, note_area, note);
}

static void
care_stat_strip_init(CareStatStrip *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
}

void
care_stat_strip_clear(CareStatStrip *self)
{
    g_return_if_fail(CARE_IS_STAT_STRIP(self));
    care_columns_clear(self->columns);
}

static GtkWidget *
line_new(const char *text, const char *css_class, gboolean dimmed)
{
    GtkWidget *label = gtk_label_new(text);

    gtk_label_set_xalign(GTK_LABEL(label), 0);
    gtk_label_set_wrap(GTK_LABEL(label), TRUE);
    gtk_label_set_wrap_mode(GTK_LABEL(label), PANGO_WRAP_WORD_CHAR);
    gtk_widget_add_css_class(label, css_class);
    if (dimmed)
        gtk_widget_add_css_class(label, "dimmed");
    return label;
}

/* Adds a column. The value's words carry the meaning, the tone only repeats it. folded_position orders the
 * columns when they stand two by two (promise and warranty first). */
void
care_stat_strip_add(CareStatStrip *self, const char *caption, const char *value, const char *detail,
                    CareTone tone, int folded_position)
{
    GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 3);
    GtkWidget *fact = line_new(value, "heading", FALSE);
    g_autofree char *said = NULL;
    g_autofree char *spoken = NULL;

    g_return_if_fail(CARE_IS_STAT_STRIP(self));

    care_tone_apply(fact, tone);
    gtk_widget_add_css_class(fact, "numeric");
    gtk_box_append(GTK_BOX(box), line_new(caption, "caption", TRUE));
    gtk_box_append(GTK_BOX(box), fact);
    if (detail && *detail)
        gtk_box_append(GTK_BOX(box), line_new(detail, "caption", TRUE));

    /* Translators: what it is, and what it says: "Open Invoices: €120.00" */
    said = g_strdup_printf(_("%s: %s"), caption, value);
    spoken = care_spoken(said, detail, care_spoken_end);
    g_object_set(box, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
    gtk_accessible_update_property(GTK_ACCESSIBLE(box), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
    care_columns_append(self->columns, box, folded_position);
}

/* The personal note; NULL or "" leaves it out. */
void
care_stat_strip_set_note(CareStatStrip *self, const char *note)
{
    g_return_if_fail(CARE_IS_STAT_STRIP(self));
    gtk_label_set_text(self->note, note ? note : "");
    gtk_widget_set_visible(self->note_area, note && *note);
}
