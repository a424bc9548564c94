/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <locale.h>
#include <malloc.h>

#include "core/process.h"
#include "ui/application.h"
#include "ui/shop-actions.h"

/* A shop's window is open all day. The store's threads work one after the other most of the time, so a heap for each is
 * only held memory; and what a search has let go of goes back at once instead of after the next growth. */
static void
keep_heap_small(void)
{
    mallopt(M_ARENA_MAX, 1);
    mallopt(M_TRIM_THRESHOLD, 64 * 1024);
    mallopt(M_TOP_PAD, 64 * 1024);
}

int
main(int argc, char **argv)
{
    g_autoptr(CareApplication) app = NULL;

    care_process_begin();
    keep_heap_small();
    setlocale(LC_ALL, "");
    bindtextdomain(GETTEXT_PACKAGE, CARE_LOCALEDIR);
    bind_textdomain_codeset(GETTEXT_PACKAGE, "UTF-8");
    textdomain(GETTEXT_PACKAGE);

    app = care_application_new();
    care_shop_actions_install(app);
    return g_application_run(G_APPLICATION(app), argc, argv);
}
