/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/paper-size.h"

#include "store/setting.h"

const CareSheet *
care_paper_size_of_shop(CareConnection *connection)
{
    g_autofree char *chosen = care_setting_read(connection, CARE_SETTING_PAPER_SIZE);
    const CareSheet *sheet = care_sheet_by_name(chosen);

    return sheet != NULL ? sheet : &care_sheet_a4;
}
