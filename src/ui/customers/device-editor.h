/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/kit/record-dialog.h"

G_BEGIN_DECLS

/* The editor of a device: new (id 0, its customer set) or known. Works on a copy. */
#define CARE_TYPE_DEVICE_EDITOR (care_device_editor_get_type())
G_DECLARE_FINAL_TYPE(CareDeviceEditor, care_device_editor, CARE, DEVICE_EDITOR, CareRecordDialog)

G_END_DECLS
