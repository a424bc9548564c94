/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jobs/intake-whose.h"

#include <glib/gi18n-lib.h>

#include "model/customer.h"
#include "model/device.h"
#include "model/job.h"
#include "ui/jobs/customer-picker.h"
#include "ui/jobs/device-picker.h"

struct _CareIntakeWhose {
    GObject parent_instance;

    CareStore *store;
    const CareIntakeDraft *draft;
    CareRecord *job;
    CareCustomerPicker *customers; /* owned by the list, like the next */
    CareDevicePicker *devices;
    CareId shown; /* whose devices are offered */
    gboolean filling;
};

enum {
    CHANGED,
    KNOWN,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE(CareIntakeWhose, care_intake_whose, G_TYPE_OBJECT)

static void
on_customer(CareIntakeWhose *self)
{
    CareId id = care_customer_picker_get_id(self->customers);

    if (self->filling)
        return;
    if (id != self->shown) {
        self->shown = id;
        care_device_picker_set_customer(self->devices, id);
        if (id != 0)
            g_signal_emit(self, signals[KNOWN], 0);
    }
    care_record_set_int(self->job, CARE_JOB_CUSTOMER, id);
    care_record_set_int(self->job, CARE_JOB_DEVICE, care_device_picker_get_id(self->devices));
    care_intake_draft_keep(self->store, self->draft, CARE_INTAKE_CUSTOMER,
                           care_customer_picker_get_new(self->customers));
    care_intake_draft_keep_sought(self->store, self->draft, care_customer_picker_get_sought(self->customers));
    g_signal_emit(self, signals[CHANGED], 0);
}

static void
on_device(CareIntakeWhose *self)
{
    if (self->filling)
        return;
    care_record_set_int(self->job, CARE_JOB_DEVICE, care_device_picker_get_id(self->devices));
    care_intake_draft_keep(self->store, self->draft, CARE_INTAKE_DEVICE,
                           care_device_picker_get_new(self->devices));
    g_signal_emit(self, signals[CHANGED], 0);
}

static void
care_intake_whose_dispose(GObject *object)
{
    CareIntakeWhose *self = CARE_INTAKE_WHOSE(object);

    g_clear_object(&self->job);
    g_clear_object(&self->store);
    G_OBJECT_CLASS(care_intake_whose_parent_class)->dispose(object);
}

static void
care_intake_whose_class_init(CareIntakeWhoseClass *klass)
{
    G_OBJECT_CLASS(klass)->dispose = care_intake_whose_dispose;
    signals[CHANGED] = g_signal_new("changed", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
    signals[KNOWN] = g_signal_new("known", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
care_intake_whose_init(CareIntakeWhose *self)
{
}

CareIntakeWhose *
care_intake_whose_new(GtkListBox *list, CareStore *store, const CareIntakeDraft *draft, CareRecord *job)
{
    CareIntakeWhose *self = g_object_new(CARE_TYPE_INTAKE_WHOSE, NULL);

    self->store = g_object_ref(store);
    self->draft = draft;
    self->job = g_object_ref(job);
    self->customers = care_customer_picker_new(list, store);
    self->devices = care_device_picker_new(list, store);
    g_signal_connect_object(self->customers, "changed", G_CALLBACK(on_customer), self, G_CONNECT_SWAPPED);
    g_signal_connect_object(self->devices, "changed", G_CALLBACK(on_device), self, G_CONNECT_SWAPPED);
    return self;
}

static void
fill(CareIntakeWhose *self, CareId customer)
{
    care_customer_picker_set_id(self->customers, customer);
    self->shown = care_customer_picker_get_id(self->customers);
    care_device_picker_set_customer(self->devices, self->shown);
    care_record_set_int(self->job, CARE_JOB_CUSTOMER, self->shown);
    if (!care_record_is_set(self->job, CARE_JOB_DEVICE))
        care_record_set_int(self->job, CARE_JOB_DEVICE, care_device_picker_get_id(self->devices));
    else
        care_device_picker_set_id(self->devices, care_record_int(self->job, CARE_JOB_DEVICE));
}

void
care_intake_whose_show(CareIntakeWhose *self, CareId customer)
{
    g_return_if_fail(CARE_IS_INTAKE_WHOSE(self));
    self->filling = TRUE;
    fill(self, customer);
    self->filling = FALSE;
}

void
care_intake_whose_continue(CareIntakeWhose *self)
{
    g_autoptr(CareRecord) customer = CARE_RECORD(care_customer_new());
    g_autoptr(CareRecord) device = CARE_RECORD(care_device_new());
    g_autofree char *sought = NULL;

    g_return_if_fail(CARE_IS_INTAKE_WHOSE(self));
    sought = care_draft_read(self->store, self->draft->keys[CARE_INTAKE_SOUGHT]);
    self->filling = TRUE;
    fill(self, care_record_int(self->job, CARE_JOB_CUSTOMER));
    if (care_intake_draft_take(self->store, self->draft, CARE_INTAKE_CUSTOMER, customer))
        care_customer_picker_take_new(self->customers, customer);
    else if (sought)
        care_customer_picker_take_sought(self->customers, sought);
    if (care_intake_draft_take(self->store, self->draft, CARE_INTAKE_DEVICE, device))
        care_device_picker_take_new(self->devices, device);
    self->filling = FALSE;
}

CareRecord *
care_intake_whose_get_customer(CareIntakeWhose *self)
{
    g_return_val_if_fail(CARE_IS_INTAKE_WHOSE(self), NULL);
    return care_customer_picker_get_new(self->customers);
}

CareRecord *
care_intake_whose_get_device(CareIntakeWhose *self)
{
    g_return_val_if_fail(CARE_IS_INTAKE_WHOSE(self), NULL);
    return care_device_picker_get_new(self->devices);
}

char *
care_intake_whose_get_thing(CareIntakeWhose *self)
{
    CareId id = care_device_picker_get_id(self->devices);
    g_autoptr(CareRecord) known = id != 0 ? care_store_get(self->store, &care_device_kind, id, NULL) : NULL;
    CareRecord *device = known ? known : care_device_picker_get_new(self->devices);
    const char *kind = device ? care_record_text(device, CARE_DEVICE_KIND) : NULL;
    const char *name = device ? care_record_text(device, CARE_DEVICE_NAME) : NULL;

    if (!kind)
        return g_strdup(name);
    return g_strjoin(" ", kind, name, NULL);
}

const char *
care_intake_whose_get_name(CareIntakeWhose *self)
{
    const char *known;

    g_return_val_if_fail(CARE_IS_INTAKE_WHOSE(self), NULL);
    known = care_customer_picker_get_name(self->customers);
    return known ? known : care_customer_picker_get_sought(self->customers);
}

gboolean
care_intake_whose_is_typed(CareIntakeWhose *self)
{
    g_return_val_if_fail(CARE_IS_INTAKE_WHOSE(self), FALSE);
    return care_customer_picker_is_typed(self->customers) || care_device_picker_get_new(self->devices);
}

GtkWidget *
care_intake_whose_get_row(CareIntakeWhose *self)
{
    g_return_val_if_fail(CARE_IS_INTAKE_WHOSE(self), NULL);
    return care_customer_picker_get_id(self->customers) ? care_device_picker_get_row(self->devices)
                                                        : care_customer_picker_get_row(self->customers);
}

gboolean
care_intake_whose_check(CareIntakeWhose *self, const char **missing)
{
    g_return_val_if_fail(CARE_IS_INTAKE_WHOSE(self), FALSE);
    if (!care_customer_picker_check(self->customers)) {
        if (!care_customer_picker_get_name(self->customers))
            *missing = _("Whose is it? Find the customer or begin a new one.");
        return FALSE;
    }
    if (care_device_picker_check(self->devices))
        return TRUE;
    *missing = _("What is it? Say what the new device is, or its sort.");
    return FALSE;
}
