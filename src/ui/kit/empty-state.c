/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/empty-state.h"

/* Shows the sentence of an error that concerns the whole page; NULL hides it. */
void
care_banner_show_error(AdwBanner *banner, const GError *error)
{
    if (error) {
        adw_banner_set_use_markup(banner, FALSE);
        adw_banner_set_title(banner, error->message);
    }
    adw_banner_set_revealed(banner, error != NULL);
}
