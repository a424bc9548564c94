/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/today/week-bar.h"

#include <glib/gi18n-lib.h>

#include "ui/kit/format.h"
#include "ui/kit/large-text.h"

struct _CareWeekBar {
    GtkBox parent_instance;

    struct {
        GtkWidget *box;
        GtkLabel *weekday;
        GtkLabel *number;
        GtkLabel *words;
        gboolean busy;
        char *text;
    } days[CARE_WEEK_DAYS];
    gboolean narrow;
};

G_DEFINE_FINAL_TYPE(CareWeekBar, care_week_bar, GTK_TYPE_BOX)

static void
care_week_bar_finalize(GObject *object)
{
    CareWeekBar *self = CARE_WEEK_BAR(object);

    for (int i = 0; i < CARE_WEEK_DAYS; i++)
        g_free(self->days[i].text);
    G_OBJECT_CLASS(care_week_bar_parent_class)->finalize(object);
}

static void
care_week_bar_class_init(CareWeekBarClass *klass)
{
    G_OBJECT_CLASS(klass)->finalize = care_week_bar_finalize;
    gtk_widget_class_set_accessible_role(GTK_WIDGET_CLASS(klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkLabel *
add_label(GtkWidget *box, const char *css_class)
{
    GtkWidget *label = gtk_label_new(NULL);

    gtk_widget_add_css_class(label, css_class);
    gtk_widget_add_css_class(label, "numeric");
    gtk_box_append(GTK_BOX(box), label);
    return GTK_LABEL(label);
}

static void
care_week_bar_init(CareWeekBar *self)
{
    gtk_box_set_homogeneous(GTK_BOX(self), TRUE);
    gtk_box_set_spacing(GTK_BOX(self), 6);
    gtk_accessible_update_property(GTK_ACCESSIBLE(self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("This Week"), -1);
    for (int i = 0; i < CARE_WEEK_DAYS; i++) {
        GtkWidget *box = g_object_new(GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
                                      "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);

        gtk_widget_set_hexpand(box, TRUE);
        gtk_widget_add_css_class(box, "care-week-day");
        if (i == 0)
            gtk_widget_add_css_class(box, "today");
        self->days[i].box = box;
        self->days[i].weekday = add_label(box, "caption");
        self->days[i].number = add_label(box, "title-3");
        self->days[i].words = add_label(box, "caption");
        gtk_box_append(GTK_BOX(self), box);
    }
}

static void
update_words(CareWeekBar *self, int i)
{
    gtk_label_set_text(self->days[i].words, !self->narrow        ? self->days[i].text
                                            : self->days[i].busy ? "•"
                                                                 : " ");
}

static void
set_dimmed(GtkWidget *widget, gboolean dimmed)
{
    if (dimmed)
        gtk_widget_add_css_class(widget, "dimmed");
    else
        gtk_widget_remove_css_class(widget, "dimmed");
}

void
care_week_bar_set_days(CareWeekBar *self, const CareWeekDay *days, guint due)
{
    g_return_if_fail(CARE_IS_WEEK_BAR(self));
    for (int i = 0; i < CARE_WEEK_DAYS; i++) {
        g_autofree char *day = care_format_day_of_month(days[i].date);
        g_autofree char *number = g_strdup_printf("%d", days[i].date.day);
        g_autofree char *spoken = NULL;
        g_autofree char *weekday = care_format_weekday(days[i].date);

        g_free(self->days[i].text);
        self->days[i].text = i > 0     ? care_week_day_words(&days[i])
                             : due > 0 ? g_strdup_printf(ngettext("%u due", "%u due", due), due)
                                       : g_strdup(_("all done"));
        self->days[i].busy = i == 0 ? due > 0 : care_week_day_count(&days[i]) > 0;
        gtk_label_set_text(self->days[i].weekday, weekday);
        gtk_label_set_text(self->days[i].number, number);
        update_words(self, i);
        spoken = g_strdup_printf(_("%s: %s"), day,
                                 *self->days[i].text ? self->days[i].text : _("nothing planned"));
        gtk_accessible_update_property(GTK_ACCESSIBLE(self->days[i].box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       spoken, -1);
        /* twice it could not be read */
        set_dimmed(GTK_WIDGET(self->days[i].weekday), days[i].open);
        set_dimmed(self->days[i].box, !days[i].open);
    }
}

/* With letters of twice the size seven days of two digits are wider than a narrow window. */
static void
set_tight(CareWeekBar *self, gboolean tight)
{
    if (tight)
        gtk_widget_add_css_class(GTK_WIDGET(self), "care-tight");
    else
        gtk_widget_remove_css_class(GTK_WIDGET(self), "care-tight");
}

void
care_week_bar_set_narrow(CareWeekBar *self, gboolean narrow)
{
    g_return_if_fail(CARE_IS_WEEK_BAR(self));
    self->narrow = narrow;
    set_tight(self, narrow && care_text_is_large(GTK_WIDGET(self)));
    gtk_box_set_spacing(GTK_BOX(self), narrow ? 0 : 6);
    /* with large letters seven of the widest day are more than a narrow window has */
    gtk_box_set_homogeneous(GTK_BOX(self), !narrow);
    if (narrow)
        gtk_widget_add_css_class(GTK_WIDGET(self), "care-narrow");
    else
        gtk_widget_remove_css_class(GTK_WIDGET(self), "care-narrow");
    for (int i = 0; i < CARE_WEEK_DAYS; i++)
        if (self->days[i].text)
            update_words(self, i);
}
