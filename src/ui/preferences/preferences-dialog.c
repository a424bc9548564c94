/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preferences/preferences-dialog.h"

#include "ui/kit/dialog-focus.h"
#include "ui/preferences/backup-page.h"
#include "ui/preferences/rules-page.h"
#include "ui/preferences/setting-row.h"
#include "ui/preferences/shop-page.h"
#include "ui/preferences/staff-page.h"

static void
add_page(AdwPreferencesDialog *dialog, AdwPreferencesPage *page, const char *name)
{
    adw_preferences_page_set_name(page, name);
    adw_preferences_dialog_add(dialog, page);
}

static AdwDialog *
dialog_new(CareContext *context, const char *page)
{
    AdwDialog *self = adw_preferences_dialog_new();
    AdwPreferencesDialog *dialog = ADW_PREFERENCES_DIALOG(self);

    gtk_widget_set_size_request(adw_dialog_get_child(self), 300,
                                -1); /* its own is wider than a phone's sheet */
    gtk_widget_set_size_request(GTK_WIDGET(self), 300, -1);
    adw_dialog_set_content_width(self, 680);
    adw_dialog_set_content_height(self, 720);
    add_page(dialog, care_shop_page_new(dialog, context), "shop");
    add_page(dialog, care_rules_page_new(dialog, context), "rules");
    add_page(dialog, care_staff_page_new(dialog, context), "staff");
    add_page(dialog, ADW_PREFERENCES_PAGE(care_backup_page_new(dialog, context)), "backup");
    if (page != NULL)
        adw_preferences_dialog_set_visible_page_name(dialog, page);
    return self;
}

static GtkWidget *
first_row(GtkWidget *below)
{
    GtkWidget *found = ADW_IS_PREFERENCES_ROW(below) ? below : NULL;

    for (GtkWidget *child = gtk_widget_get_first_child(below); found == NULL && child != NULL;
         child = gtk_widget_get_next_sibling(child))
        if (gtk_widget_get_visible(child))
            found = first_row(child);
    return found;
}

/* Left to itself, the sheet of a narrow window moves the cursor along its rows as it opens. Behind what stands there, that a
 * letter does not take its place. */
AdwDialog *
care_preferences_dialog_present(GtkWidget *parent, CareContext *context, const char *page)
{
    AdwDialog *self = dialog_new(context, page);
    GtkWidget *row
        = first_row(GTK_WIDGET(adw_preferences_dialog_get_visible_page(ADW_PREFERENCES_DIALOG(self))));

    care_dialog_focus(self, row);
    adw_dialog_present(self, parent);
    care_dialog_focus_end(row);
    return self;
}

static void
show_page_of(AdwPreferencesDialog *dialog, GtkWidget *row)
{
    GtkWidget *page = gtk_widget_get_ancestor(row, ADW_TYPE_PREFERENCES_PAGE);

    adw_preferences_dialog_set_visible_page(dialog, ADW_PREFERENCES_PAGE(page));
}

void
care_preferences_dialog_present_setting(GtkWidget *parent, CareContext *context, const char *key)
{
    AdwDialog *self = dialog_new(context, NULL);
    GtkWidget *row = care_setting_row_find(adw_dialog_get_child(self), key);

    if (row != NULL) {
        show_page_of(ADW_PREFERENCES_DIALOG(self), row);
        adw_dialog_set_focus(self, row);
        care_dialog_focus(self, row);
    }
    adw_dialog_present(self, parent);
}
