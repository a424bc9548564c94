/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/device.h"

#include <glib/gi18n-lib.h>

static char *
detail(CareRecord *record)
{
    return g_strdup(care_record_text(record, CARE_DEVICE_SERIAL));
}

CARE_DEFINE_RECORD(CareDevice, care_device, CARE_DEVICE_FIELDS, "device", N_("Device"),
                   .flags = CARE_KIND_SEARCHED, .icon = "care-device-symbolic", .add = N_("Add De_vice…"),
                   .table = N_("Devices"), .detail = detail)
