/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of the shop: whole or not at all, and the window's way writes what the command line's does. */
#include <string.h>

#include "core/errors.h"
#include "exchange/export/export-file.h"

#include "shop.h"

static GFile *
file_in(Shop *shop, const char *name)
{
    g_autofree char *path = g_strdup_printf("%s-%s", shop->dir, name); /* beside: nothing is saved into it */

    return g_file_new_for_path(path);
}

static char *
content_of(GFile *file)
{
    char *content = NULL;

    g_file_load_contents(file, NULL, &content, NULL, NULL, NULL);
    return content;
}

static void
on_done(GObject *source, GAsyncResult *result, gpointer data)
{
    *(GAsyncResult **)data = g_object_ref(result);
}

static gboolean
export_waiting(Shop *shop, CareExportFormat format, const char *kind, GFile *file, GCancellable *cancellable,
               GError **error)
{
    g_autoptr(GAsyncResult) result = NULL;

    care_export_async(shop->store, format, kind, file, cancellable, on_done, &result);
    while (result == NULL)
        g_main_context_iteration(NULL, TRUE);
    return care_export_finish(shop->store, result, error);
}

static void
test_same_both_ways(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", "0157 335 21 78");
    g_autoptr(CareRecord) job = shop_add_job(shop, customer, NULL);
    static const struct {
        CareExportFormat format;
        const char *kind;
        const char *has;
    } cases[] = {
        { CARE_EXPORT_JSON, NULL, "Rear brake squeals" },
        { CARE_EXPORT_VCARD, NULL, "FN:Bea Koch" },
        { CARE_EXPORT_CSV, "job", "Rear brake squeals" },
        { CARE_EXPORT_CSV, NULL, "Bea Koch" },
    };

    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GFile) here = file_in(shop, "here");
        g_autoptr(GFile) there = file_in(shop, "there");
        g_autoptr(GError) error = NULL;
        g_autofree char *one = NULL;
        g_autofree char *other = NULL;

        care_export_to_file(care_store_reader(shop->store), shop->dir, cases[i].format, cases[i].kind, here,
                            NULL, &error);
        g_assert_no_error(error);
        export_waiting(shop, cases[i].format, cases[i].kind, there, NULL, &error);
        g_assert_no_error(error);
        one = content_of(here);
        other = content_of(there);
        g_assert_nonnull(strstr(one, cases[i].has));
        g_assert_cmpstr(one, ==, other);
    }
}

/* A cancelled export leaves the file that was there. */
static void
test_cancelled(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(GFile) file = file_in(shop, "shop.json");
    g_autoptr(GCancellable) cancellable = g_cancellable_new();
    g_autoptr(GError) error = NULL;
    g_autofree char *content = NULL;

    g_file_replace_contents(file, "before", 6, NULL, FALSE, 0, NULL, NULL, &error);
    g_assert_no_error(error);
    g_cancellable_cancel(cancellable);
    g_assert_false(export_waiting(shop, CARE_EXPORT_JSON, NULL, file, cancellable, &error));
    g_assert_error(error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    content = content_of(file);
    g_assert_cmpstr(content, ==, "before");
}

static void
test_no_place(Shop *shop, gconstpointer data)
{
    g_autoptr(GFile) file = file_in(shop, "no/such/folder/shop.json");
    g_autoptr(GError) error = NULL;

    g_assert_false(export_waiting(shop, CARE_EXPORT_JSON, NULL, file, NULL, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_INPUT);
}

static void
test_name(void)
{
    CareDate today = { 2026, 11, 24 };
    g_autofree char *whole = care_export_name(CARE_EXPORT_JSON, "Kettle & Spoke", NULL, today);
    g_autofree char *list = care_export_name(CARE_EXPORT_CSV, "A/B Repairs", "Jobs", today);
    g_autofree char *unnamed = care_export_name(CARE_EXPORT_VCARD, NULL, "Customers", today);

    g_assert_cmpstr(whole, ==, "Kettle & Spoke 2026-11-24.json");
    g_assert_cmpstr(list, ==, "A-B Repairs Jobs 2026-11-24.csv");
    g_assert_cmpstr(unnamed, ==, "Customers 2026-11-24.vcf");
}

/* A place on a phone or a server: gvfs has a way to it among the folders, which not all of them let a file be moved by. */
typedef struct {
    GObject parent_instance;
    GFile *near;
    guint n_replaced;
} Far;
typedef GObjectClass FarClass;

static void far_is_file(GFileIface *iface);
static GType far_get_type(void);
G_DEFINE_TYPE_WITH_CODE(Far, far, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE(G_TYPE_FILE, far_is_file))

static void
far_init(Far *far)
{
}

static void
far_class_init(FarClass *klass)
{
}

static gboolean
is_native(GFile *file)
{
    return FALSE;
}

static char *
get_path(GFile *file)
{
    return g_file_get_path(((Far *)file)->near);
}

static GFileOutputStream *
replace(GFile *file, const char *etag, gboolean make_backup, GFileCreateFlags flags,
        GCancellable *cancellable, GError **error)
{
    Far *far = (Far *)file;

    far->n_replaced++;
    return g_file_replace(far->near, etag, make_backup, flags, cancellable, error);
}

static void
far_is_file(GFileIface *iface)
{
    iface->is_native = is_native;
    iface->get_path = get_path;
    iface->get_parse_name = get_path;
    iface->replace = replace;
}

static void
test_far(Shop *shop, gconstpointer data)
{
    g_autoptr(GFile) near = file_in(shop, "far");
    g_autoptr(GObject) far = g_object_new(far_get_type(), NULL);
    g_autofree char *content = NULL;
    g_autoptr(GError) error = NULL;

    ((Far *)far)->near = near;
    care_export_to_file(care_store_reader(shop->store), shop->dir, CARE_EXPORT_JSON, NULL, G_FILE(far), NULL,
                        &error);
    g_assert_no_error(error);
    content = content_of(near);
    g_assert_nonnull(strstr(content, "\"aftercare\":1"));
    g_assert_cmpuint(((Far *)far)->n_replaced, ==, 1);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add("/export/same-both-ways", Shop, NULL, shop_set_up, test_same_both_ways, shop_tear_down);
    g_test_add("/export/cancelled", Shop, NULL, shop_set_up, test_cancelled, shop_tear_down);
    g_test_add("/export/no-place", Shop, NULL, shop_set_up, test_no_place, shop_tear_down);
    g_test_add("/export/far", Shop, NULL, shop_set_up, test_far, shop_tear_down);
    g_test_add_func("/export/name", test_name);
    return g_test_run();
}
