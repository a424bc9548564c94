/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/device.h"

#include <glib/gi18n-lib.h>

CARE_DEFINE_RECORD(CareDevice, care_device, CARE_DEVICE_FIELDS, "device", N_("Device"), .child = FALSE)
