/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

/* The opening hours as seven days, which are one setting of the shop: saved as soon as what is typed rests and makes sense,
 * and when the group goes. A day that makes none stays as it was, says why and, when the dialog is left, does so in the
 * window. Follows the store. Main thread. */
AdwPreferencesGroup *care_hours_group_new(CareStore *store);

G_END_DECLS
