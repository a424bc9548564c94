/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/json-members.h"

void
care_cli_set_id(JsonObject *object, const char *name, CareId id)
{
    g_autofree char *text = id != 0 ? care_id_to_string(id) : NULL;

    if (text != NULL)
        json_object_set_string_member(object, name, text);
    else
        json_object_set_null_member(object, name);
}

void
care_cli_set_text(JsonObject *object, const char *name, const char *text)
{
    if (text != NULL)
        json_object_set_string_member(object, name, text);
    else
        json_object_set_null_member(object, name);
}

void
care_cli_set_date(JsonObject *object, const char *name, CareDate date)
{
    g_autofree char *text = care_date_is_set(date) ? care_date_to_string(date) : NULL;

    care_cli_set_text(object, name, text);
}

void
care_cli_set_money(JsonObject *object, const char *name, CareMoney amount, const char *currency)
{
    g_autofree char *text = care_money_to_string(amount, currency);

    json_object_set_string_member(object, name, text);
}
