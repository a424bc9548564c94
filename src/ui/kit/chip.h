/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/kit/tone.h"

G_BEGIN_DECLS

GtkWidget *care_chip_new(const char *icon_name, const char *text, CareTone tone);

G_END_DECLS
