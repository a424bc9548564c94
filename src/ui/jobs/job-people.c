/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jobs/job-people.h"

#include "model/customer.h"
#include "model/device.h"
#include "ui/parts/person-row.h"
#include "ui/parts/reach.h"
#include "ui/kit/plain-row.h"
#include "ui/parts/thing-icon.h"

static GtkWidget *
customer_row_new(CareRecord *customer)
{
    return care_person_row_new(care_record_text(customer, CARE_CUSTOMER_NAME), NULL,
                               care_reach_first_phone(customer));
}

static GtkWidget *
device_row_new(CareRecord *device)
{
    const char *name = care_record_text(device, CARE_DEVICE_NAME);
    const char *kind = care_record_text(device, CARE_DEVICE_KIND);
    GtkWidget *row = care_plain_row_new(name, care_record_text(device, CARE_DEVICE_SERIAL));

    adw_action_row_add_prefix(
        ADW_ACTION_ROW(row), care_thing_icon_new(care_thing_icon_for(kind ? kind : name), CARE_TONE_NEUTRAL));
    return row;
}

/* call: nullable. */
static void
append(GtkListBox *list, GtkWidget *row, GtkWidget *call, CareRecord *record)
{
    if (call)
        adw_action_row_add_suffix(ADW_ACTION_ROW(row), call);
    care_plain_row_lead_on(row);
    care_plain_row_open(row, care_record_kind(record)->name, care_record_id(record));
    gtk_list_box_append(list, row);
}

void
care_job_people_fill(GtkListBox *list, CareRecord *job, CareRecord *customer, CareRecord *device)
{
    gtk_list_box_remove_all(list);
    append(list, customer_row_new(customer), care_reach_call_button_new(customer, care_record_id(job)),
           customer);
    if (device)
        append(list, device_row_new(device), NULL, device);
}
