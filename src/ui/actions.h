/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum {
    CARE_ACTIONS_EVERY_DAY,
    CARE_ACTIONS_PLACES,
    CARE_ACTIONS_WRITING,
    CARE_ACTIONS_GENERAL,
    CARE_N_ACTION_SECTIONS,
} CareActionSection;

/* One thing a key or the main menu can do. */
typedef struct {
    const char *name;      /* detailed: "win.search", "win.place::today"; NULL: answered elsewhere */
    const char *accels[3]; /* ends with NULL */
    const char *label;     /* translatable, Title Case, with a mnemonic where it is in the menu */
    CareActionSection section;
    int menu; /* the section of the main menu, from 1; 0: not in it */
} CareActionInfo;

const CareActionInfo *care_actions_get(guint *n_actions);
const char *care_actions_section_title(CareActionSection section);
char *care_action_info_label(const CareActionInfo *info);
void care_actions_install_accels(GtkApplication *app);
GMenuModel *care_actions_main_menu(void);

G_END_DECLS
