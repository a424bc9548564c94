/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preferences/preferences-dialog.h"

#include <glib/gi18n-lib.h>

#include "model/staff.h"
#include "model/text.h"
#include "ui/preferences/backup-page.h"
#include "ui/preferences/record-page.h"
#include "ui/preferences/shop-pages.h"

static void
add_page(AdwPreferencesDialog *dialog, AdwPreferencesPage *page, const char *name)
{
    adw_preferences_page_set_name(page, name);
    adw_preferences_dialog_add(dialog, page);
}

static AdwPreferencesPage *
list_page(const char *title, const char *icon, GtkWidget *group)
{
    AdwPreferencesPage *page = ADW_PREFERENCES_PAGE(adw_preferences_page_new());

    adw_preferences_page_set_title(page, title);
    adw_preferences_page_set_icon_name(page, icon);
    adw_preferences_page_add(page, ADW_PREFERENCES_GROUP(group));
    return page;
}

AdwDialog *
care_preferences_dialog_present(GtkWidget *parent, CareContext *context, const char *page)
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
    add_page(dialog,
             list_page(_("Staff"), "care-people-symbolic",
                       care_record_group_new(
                           dialog, context, &care_staff_kind, _("Staff"),
                           _("Who works here. A customer's contact person is named on every paper."),
                           _("Add Person"))),
             "staff");
    add_page(
        dialog,
        list_page(_("Texts"), "care-speech-symbolic",
                  care_record_group_new(dialog, context, &care_text_kind, _("Texts"),
                                        _("Your own words for messages. What stands in braces is filled in."),
                                        _("Add Text"))),
        "texts");
    add_page(dialog, ADW_PREFERENCES_PAGE(care_backup_page_new(dialog, context)), "backup");
    if (page != NULL)
        adw_preferences_dialog_set_visible_page_name(dialog, page);
    adw_dialog_present(self, parent);
    return self;
}
