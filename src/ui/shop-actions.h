/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/application.h"

G_BEGIN_DECLS

/* Actions that put another shop in the window: app.restore(ss) (a backup's path and password), app.look-around (the
 * sample shop, in a folder of its own) and app.leave-sample. */
void care_shop_actions_install(CareApplication *app);

G_END_DECLS
