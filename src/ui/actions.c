/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/actions.h"

#include <glib/gi18n-lib.h>

/* The one table of keys: accelerators, the main menu and the shortcuts dialog all read it. The callbacks belong
 * to the window and the application, which own the state; a test sees that each name has one. */
static const CareActionInfo actions[] = {
    { "win.search", { "<Control>k" }, N_("Find Anything"), CARE_ACTIONS_EVERY_DAY, 0 },
    { "win.find-here", { "<Control>f" }, N_("Find in This List"), CARE_ACTIONS_EVERY_DAY, 0 },
    { "win.new-job", { "<Control>n" }, N_("New Job"), CARE_ACTIONS_EVERY_DAY, 0 },
    { "win.new-customer", { "<Control><Shift>n" }, N_("New Customer"), CARE_ACTIONS_EVERY_DAY, 0 },
    { "win.undo", { "<Control>z" }, N_("Undo"), CARE_ACTIONS_EVERY_DAY, 0 },
    { "win.place::today", { "<Control>1" }, N_("Today"), CARE_ACTIONS_PLACES, 0 },
    { "win.place::customers", { "<Control>2" }, N_("Customers"), CARE_ACTIONS_PLACES, 0 },
    { "win.place::jobs", { "<Control>3" }, N_("Jobs"), CARE_ACTIONS_PLACES, 0 },
    { "win.place::invoices", { "<Control>4" }, N_("Invoices"), CARE_ACTIONS_PLACES, 0 },
    { "win.place::occasions", { "<Control>5" }, N_("Occasions"), CARE_ACTIONS_PLACES, 0 },
    { "win.place::feedback", { "<Control>6" }, N_("Feedback"), CARE_ACTIONS_PLACES, 0 },
    { "win.place::outreach", { "<Control>7" }, N_("Outreach"), CARE_ACTIONS_PLACES, 0 },
    { "win.place::insights", { "<Control>8" }, N_("Insights"), CARE_ACTIONS_PLACES, 0 },
    { "win.import", { NULL }, N_("_Import…"), CARE_ACTIONS_GENERAL, 1 },
    { "win.export", { NULL }, N_("_Export…"), CARE_ACTIONS_GENERAL, 1 },
    { "win.backup", { NULL }, N_("_Back Up or Restore…"), CARE_ACTIONS_GENERAL, 1 },
    { "win.recently-deleted", { NULL }, N_("Recently _Deleted"), CARE_ACTIONS_GENERAL, 1 },
    { "win.add-person", { NULL }, N_("Add Per_son…"), CARE_ACTIONS_GENERAL, 1 },
    { "win.main-menu", { "F10" }, N_("Main Menu"), CARE_ACTIONS_GENERAL, 0 },
    { "app.preferences", { "<Control>comma" }, N_("_Preferences"), CARE_ACTIONS_GENERAL, 2 },
    { "app.shortcuts", { "F1", "<Control>question" }, N_("_Keyboard Shortcuts"), CARE_ACTIONS_GENERAL, 2 },
    { "app.about", { NULL }, N_("_About Aftercare"), CARE_ACTIONS_GENERAL, 2 },
    { "window.close", { "<Control>w" }, N_("Close Window"), CARE_ACTIONS_GENERAL, 0 },
    { "app.quit", { "<Control>q" }, N_("Quit"), CARE_ACTIONS_GENERAL, 0 },
};

const CareActionInfo *
care_actions_get(guint *n_actions)
{
    *n_actions = G_N_ELEMENTS(actions);
    return actions;
}

const char *
care_actions_section_title(CareActionSection section)
{
    switch (section) {
    case CARE_ACTIONS_EVERY_DAY:
        return _("Every Day");
    case CARE_ACTIONS_PLACES:
        return _("Places");
    case CARE_ACTIONS_GENERAL:
    case CARE_N_ACTION_SECTIONS:
    default:
        return _("General");
    }
}

/* The label as a title: translated, without mnemonic and ellipsis. */
char *
care_action_info_label(const CareActionInfo *info)
{
    g_auto(GStrv) parts = g_strsplit(_(info->label), "_", -1);
    char *label = g_strjoinv("", parts);

    if (g_str_has_suffix(label, "…"))
        label[strlen(label) - strlen("…")] = '\0';
    return label;
}

void
care_actions_install_accels(GtkApplication *app)
{
    for (guint i = 0; i < G_N_ELEMENTS(actions); i++)
        if (actions[i].accels[0])
            gtk_application_set_accels_for_action(app, actions[i].name, (const char **)actions[i].accels);
}

/* Transfer full. */
GMenuModel *
care_actions_main_menu(void)
{
    GMenu *menu = g_menu_new();

    for (int number = 1; number <= 2; number++) {
        g_autoptr(GMenu) section = g_menu_new();

        for (guint i = 0; i < G_N_ELEMENTS(actions); i++)
            if (actions[i].menu == number)
                g_menu_append(section, _(actions[i].label), actions[i].name);
        g_menu_append_section(menu, NULL, G_MENU_MODEL(section));
    }
    return G_MENU_MODEL(menu);
}
