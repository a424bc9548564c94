/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/date.h"

G_BEGIN_DECLS

/* A record's id: unique over all kinds and computers, grows with time, stable over export and import.
 * Milliseconds since 2020 << 21 | counter. Outside the program it is an opaque decimal string. 0 is no id. */
typedef gint64 CareId;

CareId care_id_new(void);                        /* thread-safe */
CareId care_id_at(CareInstant at, guint serial); /* for generated shops: the same inputs, the same id */
gboolean care_id_parse(const char *text, CareId *out);
char *care_id_to_string(CareId id);

G_END_DECLS
