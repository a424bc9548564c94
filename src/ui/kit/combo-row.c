/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/combo-row.h"

#include "ui/kit/choice-list.h"
#include "ui/kit/find-below.h"
#include "ui/kit/spoken.h"

struct _CareComboRow {
    AdwComboRow parent_instance;
};

G_DEFINE_FINAL_TYPE(CareComboRow, care_combo_row, ADW_TYPE_COMBO_ROW)

/* NULL where nothing is chosen. */
static const char *
chosen_of(AdwComboRow *row)
{
    gpointer item = adw_combo_row_get_selected_item(row);

    return GTK_IS_STRING_OBJECT(item) ? gtk_string_object_get_string(item) : NULL;
}

/* A label that a row is described by is shown to nobody who listens: the words themselves are. */
static void
say(CareComboRow *self)
{
    const char *chosen = chosen_of(ADW_COMBO_ROW(self));
    const char *subtitle = adw_action_row_get_subtitle(ADW_ACTION_ROW(self));
    gboolean twice = g_strcmp0(chosen, subtitle) == 0;
    g_autofree char *spoken = care_spoken(chosen, twice ? NULL : subtitle, care_spoken_end);

    gtk_accessible_reset_relation(GTK_ACCESSIBLE(self), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
    gtk_accessible_update_property(GTK_ACCESSIBLE(self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken, -1);
}

/* What the factory of the toolkit puts into a row of the list, whose own name is empty. */
static void
on_bind(GtkListItemFactory *factory, GtkListItem *item)
{
    GtkWidget *label = care_find_below(gtk_list_item_get_child(item), GTK_TYPE_LABEL);

    if (label)
        gtk_list_item_set_accessible_label(item, gtk_label_get_text(GTK_LABEL(label)));
}

/* factory: that of the toolkit, which has bound the item by then. */
static void
say_entries(GtkListItemFactory *factory)
{
    if (GTK_IS_SIGNAL_LIST_ITEM_FACTORY(factory))
        g_signal_connect(factory, "bind", G_CALLBACK(on_bind), NULL);
}

void
care_drop_down_say_entries(GtkDropDown *menu)
{
    say_entries(gtk_drop_down_get_factory(menu));
    care_choice_list_mind(GTK_WIDGET(menu));
}

static void
care_combo_row_class_init(CareComboRowClass *klass)
{
}

static void
care_combo_row_init(CareComboRow *self)
{
    say_entries(adw_combo_row_get_factory(ADW_COMBO_ROW(self)));
    care_choice_list_mind(GTK_WIDGET(self));
    g_signal_connect(self, "notify::selected-item", G_CALLBACK(say), NULL);
    g_signal_connect(self, "notify::subtitle", G_CALLBACK(say), NULL);
}

GtkWidget *
care_combo_row_new(void)
{
    return g_object_new(CARE_TYPE_COMBO_ROW, NULL);
}
