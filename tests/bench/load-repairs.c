/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* load-repairs DIR FILE.csv: repairs of the Open Repair Data kind become jobs of the shop's customers, each through the
 * same door as a job from the counter. Prints how many. */
#include <stdio.h>
#include <stdlib.h>

#include "model/job.h"
#include "service/flow.h"
#include "exchange/import/csv-reader.h"
#include "store/record-sql.h"

#define CHUNK 500

typedef struct {
    CareCsvReader *reader;
    GArray *customers;
    guint loaded;
    gboolean done;
} Load;

enum { PRODUCT = 4, STATUS = 9, PROBLEM = 13, N_CELLS };

static gboolean
add_job(CareTransaction *transaction, Load *load, GError **error)
{
    g_autoptr(CareRecord) job = CARE_RECORD(care_job_new());

    care_record_set_int(job, CARE_JOB_CUSTOMER,
                        g_array_index(load->customers, CareId, load->loaded % load->customers->len));
    care_record_set_text(job, CARE_JOB_KIND, care_csv_reader_get_field(load->reader, PRODUCT));
    care_record_set_text(job, CARE_JOB_FAULT, care_csv_reader_get_field(load->reader, PROBLEM));
    care_record_set_text(job, CARE_JOB_FOUND, care_csv_reader_get_field(load->reader, STATUS));
    load->loaded++;
    return care_flow_save(transaction, job, NULL, error);
}

static gboolean
add_chunk(CareTransaction *transaction, gpointer data, GError **error)
{
    Load *load = data;

    for (guint i = 0; i < CHUNK; i++) {
        if (!care_csv_reader_next(load->reader)) {
            load->done = TRUE;
            return TRUE;
        }
        if (care_csv_reader_get_n_fields(load->reader) >= N_CELLS && !add_job(transaction, load, error))
            return FALSE;
    }
    return TRUE;
}

static int
fail(const GError *error)
{
    g_printerr("load-repairs: %s\n", error->message);
    return EXIT_FAILURE;
}

int
main(int argc, char **argv)
{
    g_autoptr(CareClock) clock = care_clock_new_fixed((CareDate){ 2026, 11, 24 });
    g_autoptr(GError) error = NULL;
    g_autoptr(CareStore) store = care_store_open(argv[1], clock, 0, &error);
    Load load = { 0 };
    g_autofree char *text = NULL;
    g_autoptr(GBytes) bytes = NULL;
    gsize length;

    if (store == NULL || !g_file_get_contents(argv[2], &text, &length, &error))
        return fail(error);
    {
        g_autoptr(CareStatement) statement = care_connection_prepare(
            care_store_reader(store), "SELECT id FROM customer ORDER BY id", &error);

        load.customers = care_ids_query(statement, &error);
    }
    bytes = g_bytes_new_take(g_steal_pointer(&text), length);
    load.reader = care_csv_reader_new(bytes, ',');
    care_csv_reader_next(load.reader); /* the header */
    while (!load.done)
        if (!care_store_write(store, add_chunk, &load, &error))
            return fail(error);
    printf("%u\n", load.loaded);
    care_csv_reader_free(load.reader);
    g_array_unref(load.customers);
    return EXIT_SUCCESS;
}
