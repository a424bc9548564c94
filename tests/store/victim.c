/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* A process of its own that test-disk.c kills, starves and locks out.
 *
 *   victim DIR write           adds a customer and a device per transaction, for ever; says each number once it is kept
 *   victim DIR full KILOBYTES  the same, with no file allowed to grow beyond that
 *   victim DIR open            opens the shop, as somebody whom permissions bind, root or not
 *   victim DIR read            the same, and tries to write
 *   victim DIR killed-at N     opens the shop and is killed as it is about to write for the Nth time; 0: never
 *   victim DIR full-at N       opens the shop; from the Nth write on there is no room
 *
 * Each line of its output is "kept NUMBER", "opened WRITES" or "error NICK SENTENCE". */
#include <linux/capability.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <errno.h>

#include "common/records.h"
#include "core/errors.h"
#include "model/customer.h"
#include "model/device.h"
#include "store/store.h"

static int
say_error(const GError *error)
{
    printf("error %s %s\n", error->domain == CARE_ERROR ? care_error_nick(error->code) : "foreign",
           error->message);
    fflush(stdout);
    return EXIT_FAILURE;
}

static gboolean
add_pair(CareTransaction *transaction, gpointer data, GError **error)
{
    g_autofree char *name = g_strdup_printf("Number %u", GPOINTER_TO_UINT(data));
    g_autoptr(CareRecord) customer = CARE_RECORD(care_customer_new());
    g_autoptr(CareRecord) device = CARE_RECORD(care_device_new());

    care_record_set_text(customer, CARE_CUSTOMER_NAME, name);
    if (!care_test_save(transaction, customer, error))
        return FALSE;
    care_record_set_text(device, CARE_DEVICE_NAME, name);
    care_record_set_int(device, CARE_DEVICE_CUSTOMER, care_record_id(customer));
    return care_test_save(transaction, device, error);
}

static int
write_for_ever(CareStore *store)
{
    for (guint i = 1; i < 100000; i++) {
        g_autoptr(GError) error = NULL;

        if (!care_store_write(store, add_pair, GUINT_TO_POINTER(i), &error))
            return say_error(error);
        printf("kept %u\n", i);
        fflush(stdout);
    }
    return EXIT_SUCCESS;
}

static void
allow_no_larger_file(guint kilobytes)
{
    struct rlimit limit = { kilobytes * 1024, kilobytes * 1024 };

    signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &limit);
}

/* Permissions do not bind root, unless it gives that up. */
static void
be_bound_by_permissions(void)
{
    struct __user_cap_header_struct header = { _LINUX_CAPABILITY_VERSION_3, 0 };
    struct __user_cap_data_struct none[2] = { { 0 } };

    if (syscall(SYS_capset, &header, none) != 0)
        perror("capset");
}

/* SQLite's own way to the disk, counted. */
static struct {
    int count, limit;
    gboolean kill, once;
    ssize_t (*pwrite)(int, const void *, size_t, off_t);
} disk;

static ssize_t
counted_pwrite(int file, const void *bytes, size_t n, off_t offset)
{
    disk.count++;
    if (disk.limit == 0 || disk.count < disk.limit || (disk.once && disk.count > disk.limit))
        return disk.pwrite(file, bytes, n, offset);
    if (disk.kill)
        raise(SIGKILL);
    errno = ENOSPC;
    return -1;
}

static void
count_writes(int limit, gboolean kill)
{
    static const char *const names[] = { "pwrite", "pwrite64" }; /* it has one of them */
    sqlite3_vfs *vfs = sqlite3_vfs_find(NULL);

    disk.limit = limit;
    disk.kill = kill;
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        sqlite3_syscall_ptr call = vfs->xGetSystemCall(vfs, names[i]);

        if (call == NULL)
            continue;
        disk.pwrite = (ssize_t(*)(int, const void *, size_t, off_t))call;
        vfs->xSetSystemCall(vfs, names[i], (sqlite3_syscall_ptr)counted_pwrite);
    }
}

int
main(int argc, char **argv)
{
    g_autoptr(CareClock) clock = care_clock_new_fixed((CareDate){ 2026, 11, 24 });
    g_autoptr(CareStore) store = NULL;
    g_autoptr(GError) error = NULL;

    if (strcmp(argv[2], "open") == 0 || strcmp(argv[2], "read") == 0)
        be_bound_by_permissions();
    if (g_str_has_suffix(argv[2], "-at"))
        count_writes(atoi(argv[3]), strcmp(argv[2], "killed-at") == 0);
    disk.once = strcmp(argv[2], "once-full-at") == 0;
    store = care_store_open(argv[1], clock, 0, &error);
    if (store == NULL)
        return say_error(error);
    if (strcmp(argv[2], "read") == 0) {
        printf("opened %d\n", disk.count);
        return write_for_ever(store);
    }
    if (strcmp(argv[2], "open") == 0 || g_str_has_suffix(argv[2], "-at")) {
        printf("opened %d\n", disk.count);
        return EXIT_SUCCESS;
    }
    if (strcmp(argv[2], "full") == 0)
        allow_no_larger_file((guint)atoi(argv[3]));
    return write_for_ever(store);
}
