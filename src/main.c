/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <locale.h>

#include "ui/application.h"
#include "ui/shop-actions.h"

int
main(int argc, char **argv)
{
    g_autoptr(CareApplication) app = NULL;

    setlocale(LC_ALL, "");
    bindtextdomain(GETTEXT_PACKAGE, CARE_LOCALEDIR);
    bind_textdomain_codeset(GETTEXT_PACKAGE, "UTF-8");
    textdomain(GETTEXT_PACKAGE);

    app = care_application_new();
    care_shop_actions_install(app);
    return g_application_run(G_APPLICATION(app), argc, argv);
}
