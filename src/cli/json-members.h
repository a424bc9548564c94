/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "core/id.h"
#include "core/money.h"

G_BEGIN_DECLS

/* Members that are null when there is nothing. */
void care_cli_set_id(JsonObject *object, const char *name, CareId id);
void care_cli_set_text(JsonObject *object, const char *name, const char *text);
/* A decimal string. */
void care_cli_set_money(JsonObject *object, const char *name, CareMoney amount, const char *currency);
void care_cli_set_date(JsonObject *object, const char *name, CareDate date);

G_END_DECLS
