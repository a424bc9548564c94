/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/shop-opening.h"

#include <glib/gi18n-lib.h>

#include "exchange/backup/backup.h"
#include "service/invoices/chain-head.h"
#include "service/invoices/left-papers.h"
#include "ui/kit/alert.h"
#include "ui/kit/format.h"
#include "ui/kit/toast.h"
#include "ui/trouble-page.h"

static char *restored; /* the folder of a backup that was put there, and has not been opened yet; nullable */

void
care_shop_opening_note_restored(const char *data_dir)
{
    g_set_str(&restored, data_dir);
}

CareStore *
care_shop_opening_begin(const char *data_dir, CareClock *clock, GError **error)
{
    GError *local = NULL;
    g_autoptr(CareStore) store = care_store_open(data_dir, clock, CARE_STORE_WATCH, &local);

    if (!store && g_strcmp0(restored, data_dir) == 0)
        care_backup_but_restored(&local);
    else
        g_clear_pointer(&restored, g_free);
    if (!store) {
        g_propagate_error(error, local);
        return NULL;
    }
    /* Nearly everything that one does in a window writes. */
    if (care_connection_is_frozen(care_store_reader(store))) {
        care_set_error_frozen(error, care_store_reader(store));
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

/* Whoever asked for it before believes to work in the other shop. */
static void
say_taken_back(CareStore *store, GtkWidget *window)
{
    const char *data_dir = care_store_data_dir(store);
    g_autoptr(CareSwapNote) note = care_swap_note_read(data_dir);
    g_autofree char *day = NULL;
    g_autofree char *sentence = NULL;
    AdwAlertDialog *alert;
    CareInstant taken;

    if (!note)
        return;
    if (note->taken && care_instant_parse(note->taken, &taken))
        day = care_format_date_full(care_date_of_instant(taken, care_clock_zone(care_store_clock(store))));
    sentence = care_backup_taken_back(note, day);
    alert = care_alert_new(_("Not Restored"), sentence);
    adw_alert_dialog_add_responses(alert, "close", _("_Close"), NULL);
    adw_alert_dialog_set_close_response(alert, "close");
    adw_dialog_present(ADW_DIALOG(alert), window);
    care_swap_note_drop(data_dir);
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
    say_taken_back(store, GTK_WIDGET(window));
}
