/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/clock.h"
#include "ui/window.h"

G_BEGIN_DECLS

/* A shop that an older Aftercare left is brought to the newest schema away from the main thread, which takes a while where it
 * is large; and so is a restore brought to its end that something interrupted, since what it brings is looked through as a
 * whole, and may be older. Meanwhile, unless it is done at once, a window says what is going on. Who closes that one does not want the shop
 * any more, and what is under way ends all the same; a kill leaves the shop as it was. Main thread. */

/* Called once; failure: why it was not brought up to date, else NULL. left_open: care_store_was_left_open() before that. */
typedef void (*CareRenewedFunc)(GtkApplication *app, const GError *failure, gboolean left_open);

/* FALSE: there is nothing to do, and done is not called. */
gboolean care_shop_renewal_begin(GtkApplication *app, const char *data_dir, CareClock *clock,
                                 CareRenewedFunc done);
/* Whether it is under way; then its window is brought to the front. */
gboolean care_shop_renewal_present(GtkApplication *app);
/* What failed just before, once there is a window that stays to say it in. FALSE: nothing is under way, it can be said now. */
gboolean care_shop_renewal_tell_after(GtkApplication *app, const GError *error);

G_END_DECLS
