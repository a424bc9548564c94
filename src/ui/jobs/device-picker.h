/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

/* Rows that choose one of a customer's devices, or describe a new one. Emits "changed". Lives as long as its list. */
#define CARE_TYPE_DEVICE_PICKER (care_device_picker_get_type())
G_DECLARE_FINAL_TYPE(CareDevicePicker, care_device_picker, CARE, DEVICE_PICKER, GObject)

CareDevicePicker *care_device_picker_new(GtkListBox *list, CareStore *store);
/* 0: somebody new, who has none yet. The device used last is chosen. */
void care_device_picker_set_customer(CareDevicePicker *self, CareId customer);
CareId care_device_picker_get_id(CareDevicePicker *self);
void care_device_picker_set_id(CareDevicePicker *self, CareId device);
CareRecord *
care_device_picker_get_new(CareDevicePicker *self); /* transfer none; NULL unless one is described */
/* Before it is saved: a new one that has a sort and no name is called by its sort; where it has a serial alone, the cursor
 * is where its name is asked for, and nothing may be saved. */
gboolean care_device_picker_check(CareDevicePicker *self);
/* The row that is to be filled in next: the name of a new one; NULL: it is known what came in. Transfer none. */
GtkWidget *care_device_picker_get_row(CareDevicePicker *self);
void care_device_picker_take_new(CareDevicePicker *self, CareRecord *device);

G_END_DECLS
