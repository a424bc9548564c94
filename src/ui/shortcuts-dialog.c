/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/shortcuts-dialog.h"

#include <glib/gi18n-lib.h>

#include "ui/actions.h"
#include "ui/kit/plain-row.h"
#include "ui/kit/template.h"

struct _CareShortcutsDialog {
    AdwDialog parent_instance;

    AdwPreferencesPage *page;
};

G_DEFINE_FINAL_TYPE(CareShortcutsDialog, care_shortcuts_dialog, ADW_TYPE_DIALOG)

static void
add_cap(GtkWidget *box, const char *text)
{
    GtkWidget *cap = gtk_label_new(text);

    gtk_widget_add_css_class(cap, "care-keycap");
    gtk_box_append(GTK_BOX(box), cap);
}

/* One combination as caps, in the order of the hand: Ctrl first. */
static GtkWidget *
combination_new(const char *accel)
{
    GtkWidget *box = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 6);
    GdkModifierType modifiers;
    g_autofree char *name = NULL;
    guint key;

    gtk_accelerator_parse(accel, &key, &modifiers);
    name = gtk_accelerator_get_label(key, 0);
    if (modifiers & GDK_CONTROL_MASK)
        add_cap(box, C_("keyboard", "Ctrl"));
    if (modifiers & GDK_ALT_MASK)
        add_cap(box, C_("keyboard", "Alt"));
    if (modifiers & GDK_SHIFT_MASK)
        add_cap(box, C_("keyboard", "Shift"));
    add_cap(box, name);
    gtk_widget_set_valign(box, GTK_ALIGN_CENTER);
    return box;
}

static GtkWidget *
keys_new(const CareActionInfo *info)
{
    GtkWidget *box = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 12);

    for (guint i = 0; i < G_N_ELEMENTS(info->accels) && info->accels[i]; i++)
        gtk_box_append(GTK_BOX(box), combination_new(info->accels[i]));
    return box;
}

static void
add_section(CareShortcutsDialog *self, CareActionSection section)
{
    GtkWidget *group = adw_preferences_group_new();
    const CareActionInfo *actions;
    guint n_actions;

    adw_preferences_group_set_title(ADW_PREFERENCES_GROUP(group), care_actions_section_title(section));
    actions = care_actions_get(&n_actions);
    for (guint i = 0; i < n_actions; i++) {
        g_autofree char *label = care_action_info_label(&actions[i]);
        GtkWidget *row;

        if (actions[i].section != section || !actions[i].accels[0])
            continue;
        row = care_plain_row_new(label, NULL);
        adw_action_row_add_suffix(ADW_ACTION_ROW(row), keys_new(&actions[i]));
        adw_preferences_group_add(ADW_PREFERENCES_GROUP(group), row);
    }
    adw_preferences_page_add(self->page, ADW_PREFERENCES_GROUP(group));
}

static void
care_shortcuts_dialog_class_init(CareShortcutsDialogClass *klass)
{
    CARE_TEMPLATE(klass, "shortcuts-dialog.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareShortcutsDialog, page);
}

static void
care_shortcuts_dialog_init(CareShortcutsDialog *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
    for (CareActionSection section = 0; section < CARE_N_ACTION_SECTIONS; section++)
        add_section(self, section);
}

AdwDialog *
care_shortcuts_dialog_new(void)
{
    return g_object_new(CARE_TYPE_SHORTCUTS_DIALOG, NULL);
}
