/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/shop-opening.h"

#include "exchange/backup/backup.h"
#include "service/invoices/chain-head.h"
#include "service/invoices/left-papers.h"
#include "ui/kit/toast.h"
#include "ui/trouble-page.h"

CareStore *
care_shop_opening_begin(const char *data_dir, CareClock *clock, GError **error)
{
    g_autoptr(CareStore) store = care_store_open(data_dir, clock, CARE_STORE_WATCH, error);

    if (!store)
        return NULL;
    /* Nearly everything that one does in a window writes. */
    if (care_connection_is_frozen(care_store_reader(store))) {
        care_set_error_frozen(error);
        return NULL;
    }
    return g_steal_pointer(&store);
}

/* Another window restored a backup: this one shows, and cannot write, the shop that was put away. */
static void
on_replaced(CareStore *store, CareWindow *window)
{
    care_window_set_cover(window, care_trouble_page_new_replaced(care_store_data_dir(store)));
}

/* Without the head the last invoice is known in one place only: that is for the owner to know, and nobody works less for
 * it. */
void
care_shop_settle(CareStore *store, CareWindow *window)
{
    g_autoptr(GError) error = NULL;

    g_signal_connect_object(store, "replaced", G_CALLBACK(on_replaced), window, 0);
    care_backup_sweep_left(store);
    if (!care_chain_head_open(store, &error) || !care_left_papers_sweep(store, &error))
        care_toast_error(GTK_WIDGET(window), error);
}
