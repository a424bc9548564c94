/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

/* What was really sent, word by word; nothing in it can be changed. */
void care_sent_dialog_present(GtkWidget *parent, CareContext *context, CareRecord *interaction);

G_END_DECLS
