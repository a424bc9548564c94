/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/customers/device-editor.h"

#include "ui/kit/template.h"

struct _CareDeviceEditor {
    CareRecordDialog parent_instance;
};

G_DEFINE_FINAL_TYPE(CareDeviceEditor, care_device_editor, CARE_TYPE_RECORD_DIALOG)

static void
care_device_editor_class_init(CareDeviceEditorClass *klass)
{
    CARE_RECORD_DIALOG_CLASS(klass)->draft_word = "device";
    CARE_TEMPLATE(klass, "customers/device-editor.ui");
}

static void
care_device_editor_init(CareDeviceEditor *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
}
