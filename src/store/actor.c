/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/actor.h"

#include "store/named-query.h"
#include "store/setting.h"

CareId
care_actor_if_there(CareConnection *connection, CareId staff)
{
    return staff != 0 && care_query_number(connection, "store/staff-is-there", "i", staff) != 0 ? staff : 0;
}

CareId
care_actor_read(CareConnection *connection)
{
    g_autofree char *text = care_setting_read(connection, CARE_SETTING_ACTOR);
    CareId staff = 0;

    return text != NULL && care_id_parse(text, &staff) ? care_actor_if_there(connection, staff) : 0;
}
