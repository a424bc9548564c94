/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/actions.h"

#include <glib/gi18n-lib.h>

#include "ui/places.h"

/* The one table of keys, beside the places, which are numbered as they stand: accelerators, the main menu and the
 * shortcuts dialog all read it. The callbacks belong to the window and the application, which own the state; a test sees
 * that each name has one. What has no name is answered by the page or the dialog that is open, and only told of here. */
static const CareActionInfo own_actions[] = {
    { "win.search", { "<Control>k" }, N_("Find Anything"), CARE_ACTIONS_EVERY_DAY, 0 },
    { "win.find-here", { "<Control>f" }, N_("Find in This List, or Anything"), CARE_ACTIONS_EVERY_DAY, 0 },
    { "win.new-job", { "<Control>n" }, N_("New Job"), CARE_ACTIONS_EVERY_DAY, 0 },
    { "win.new-customer", { "<Control><Shift>n" }, N_("New Customer"), CARE_ACTIONS_EVERY_DAY, 0 },
    { "win.undo", { "<Control>z" }, N_("Undo"), CARE_ACTIONS_EVERY_DAY, 0 },
    { "win.redo", { "<Control><Shift>z" }, N_("Redo"), CARE_ACTIONS_EVERY_DAY, 0 },
    { "win.continue", { "<Control><Shift>e" }, N_("Continue Where You Stopped"), CARE_ACTIONS_EVERY_DAY, 0 },
    { NULL, { "<Control>p" }, N_("Print the Invoice"), CARE_ACTIONS_EVERY_DAY, 0 },
    { NULL, { "<Control>Return" }, N_("Save"), CARE_ACTIONS_WRITING, 0 },
    { NULL, { "Escape" }, N_("Cancel, with Undo"), CARE_ACTIONS_WRITING, 0 },
    { "win.import", { NULL }, N_("_Import…"), CARE_ACTIONS_GENERAL, 1 },
    { "win.export", { NULL }, N_("_Export…"), CARE_ACTIONS_GENERAL, 1 },
    { "win.backup", { NULL }, N_("_Back Up or Restore…"), CARE_ACTIONS_GENERAL, 1 },
    { "win.recently-deleted", { NULL }, N_("Recently _Deleted"), CARE_ACTIONS_GENERAL, 1 },
    { "win.add-person", { NULL }, N_("Add _Colleague…"), CARE_ACTIONS_GENERAL, 1 },
    { "win.main-menu", { "F10" }, N_("Main Menu"), CARE_ACTIONS_GENERAL, 0 },
    { "app.preferences", { "<Control>comma" }, N_("_Preferences"), CARE_ACTIONS_GENERAL, 2 },
    { "app.shortcuts", { "F1", "<Control>question" }, N_("_Keyboard Shortcuts"), CARE_ACTIONS_GENERAL, 2 },
    { "app.about", { NULL }, N_("_About Aftercare"), CARE_ACTIONS_GENERAL, 2 },
    { "window.close", { "<Control>w" }, N_("Close Window"), CARE_ACTIONS_GENERAL, 0 },
    { "app.quit", { "<Control>q" }, N_("Quit"), CARE_ACTIONS_GENERAL, 0 },
};

/* "win.place::today" with Ctrl+1, and so on. Its texts live as long as the program. */
static CareActionInfo
place_action(const CarePlaceInfo *place, guint number)
{
    return (CareActionInfo){
        .name = g_strconcat("win.place::", place->id, NULL),
        .accels = { g_strdup_printf("<Control>%u", number) },
        .label = place->title,
        .section = CARE_ACTIONS_PLACES,
    };
}

static GArray *
make_actions(void)
{
    GArray *actions = g_array_new(FALSE, FALSE, sizeof(CareActionInfo));
    guint n_places;
    const CarePlaceInfo *places = care_places_get(&n_places);

    g_array_append_vals(actions, own_actions, G_N_ELEMENTS(own_actions));
    for (guint i = 0; i < n_places; i++) {
        const CareActionInfo action = place_action(&places[i], i + 1);

        g_array_append_val(actions, action);
    }
    return actions;
}

const CareActionInfo *
care_actions_get(guint *n_actions)
{
    static GArray *actions;

    if (!actions)
        actions = make_actions();
    *n_actions = actions->len;
    return (const CareActionInfo *)(void *)actions->data;
}

const char *
care_actions_section_title(CareActionSection section)
{
    switch (section) {
    case CARE_ACTIONS_EVERY_DAY:
        return _("Every Day");
    case CARE_ACTIONS_PLACES:
        return _("Places");
    case CARE_ACTIONS_WRITING:
        return _("While You Write");
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
    guint n;
    const CareActionInfo *actions = care_actions_get(&n);

    for (guint i = 0; i < n; i++)
        if (actions[i].name && actions[i].accels[0])
            gtk_application_set_accels_for_action(app, actions[i].name, (const char **)actions[i].accels);
}

/* Transfer full. */
GMenuModel *
care_actions_main_menu(void)
{
    GMenu *menu = g_menu_new();
    guint n;
    const CareActionInfo *actions = care_actions_get(&n);

    for (int number = 1; number <= 2; number++) {
        g_autoptr(GMenu) section = g_menu_new();

        for (guint i = 0; i < n; i++)
            if (actions[i].menu == number)
                g_menu_append(section, _(actions[i].label), actions[i].name);
        g_menu_append_section(menu, NULL, G_MENU_MODEL(section));
    }
    return G_MENU_MODEL(menu);
}
