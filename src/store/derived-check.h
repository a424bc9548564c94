/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/id.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* Whether what is derived from the rows and stands in them fits (store/rebuild.h makes it anew). func for each record
 * that does not. Where keys or digits are of another language, region or ICU, or are being made anew just now, nothing
 * is said: the window brings them after. FALSE when not all could be read. The thread of the connection. */
typedef void (*CareDerivedFunc)(CareId id, gpointer data);

gboolean care_sort_keys_check(CareConnection *connection, CareDerivedFunc func, gpointer data,
                              GError **error);
gboolean care_phones_check(CareConnection *connection, CareDerivedFunc func, gpointer data, GError **error);

G_END_DECLS
