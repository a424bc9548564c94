/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

/* What was deleted in the last thirty days, of any kind, and the way back. */
#define CARE_TYPE_RECENTLY_DELETED (care_recently_deleted_get_type())
G_DECLARE_FINAL_TYPE(CareRecentlyDeleted, care_recently_deleted, CARE, RECENTLY_DELETED, AdwDialog)

void care_recently_deleted_present(GtkWidget *parent, CareContext *context);

G_END_DECLS
