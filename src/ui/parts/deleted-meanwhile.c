/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/parts/deleted-meanwhile.h"

#include <glib/gi18n-lib.h>

#include "core/isolate.h"
#include "model/customer.h"
#include "ui/kit/toast.h"

gboolean
care_deleted_meanwhile(GtkWidget *parent, CareStore *store, CareId customer, const CareContactAbout *about)
{
    g_autoptr(CareRecord) gone = care_store_get(store, &care_customer_kind, customer, NULL);
    g_autofree char *name = gone ? care_record_title(gone) : NULL;
    g_autofree char *who = name ? care_isolate(name) : NULL;
    g_autofree char *sentence = NULL;

    if (care_contact_is_about_money(about) || !gone || care_record_stamp(gone).deleted == 0)
        return FALSE;
    /* Translators: %s is a customer */
    sentence = g_strdup_printf(
        _("%s was deleted meanwhile. What you wrote is kept; bring them back from Recently Deleted first."),
        who);
    care_toast_show(parent, sentence);
    return TRUE;
}
