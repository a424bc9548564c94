/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Places of a list: they outlive what stands in them, and a view that follows their signals shows the list. */

#include "ui/kit/slots.h"

#include <gtk/gtk.h>

typedef struct {
    GListStore *store; /* of GtkStringObject */
    CareSlots *slots;
    GPtrArray *view; /* slots, as somebody has them who follows items-changed */
    guint refilled;
    guint places; /* that came or went */
} Fixture;

static void
on_refilled(Fixture *f)
{
    f->refilled++;
}

static void
follow(GListModel *model, guint position, guint removed, guint added, Fixture *f)
{
    f->places += removed + added;
    if (removed > 0)
        g_ptr_array_remove_range(f->view, position, removed);
    for (guint i = 0; i < added; i++) {
        CareSlot *slot = g_list_model_get_item(model, position + i);

        g_signal_connect_swapped(slot, "notify::item", G_CALLBACK(on_refilled), f);
        g_ptr_array_insert(f->view, (int)(position + i), slot);
    }
    g_assert_cmpuint(f->view->len, ==, g_list_model_get_n_items(model));
}

static void
let_go(gpointer slot)
{
    g_signal_handlers_disconnect_matched(slot, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, on_refilled, NULL);
    g_object_unref(slot);
}

static void
set_up(Fixture *f, gconstpointer data)
{
    f->store = g_list_store_new(GTK_TYPE_STRING_OBJECT);
    f->slots = care_slots_new(G_LIST_MODEL(f->store));
    f->view = g_ptr_array_new_with_free_func(let_go);
    g_signal_connect(f->slots, "items-changed", G_CALLBACK(follow), f);
}

static void
tear_down(Fixture *f, gconstpointer data)
{
    g_clear_object(&f->slots);
    g_clear_pointer(&f->view, g_ptr_array_unref); /* slots may outlive their list */
    g_clear_object(&f->store);
}

/* One run, as another answer gives it: "abc" are three items. */
static void
splice(Fixture *f, guint position, guint removed, const char *letters)
{
    g_autoptr(GPtrArray) added = g_ptr_array_new_with_free_func(g_object_unref);

    for (; *letters; letters++)
        g_ptr_array_add(added, gtk_string_object_new((char[]){ *letters, '\0' }));
    g_list_store_splice(f->store, position, removed, added->pdata, added->len);
}

static void
assert_shows(Fixture *f, const char *letters)
{
    g_autoptr(GString) shown = g_string_new(NULL);

    for (guint i = 0; i < f->view->len; i++) {
        GtkStringObject *item = care_slot_get_item(f->view->pdata[i]);

        if (item)
            g_assert_cmpuint(shown->len, ==, i); /* spare places are all at the end */
        if (item)
            g_string_append(shown, gtk_string_object_get_string(item));
    }
    g_assert_cmpstr(shown->str, ==, letters);
}

static void
test_places_stay(Fixture *f, gconstpointer data)
{
    gpointer first, last;

    splice(f, 0, 0, "abc");
    first = f->view->pdata[0];
    last = f->view->pdata[2];
    splice(f, 0, 3, "xyz");
    assert_shows(f, "xyz");
    g_assert_true(f->view->pdata[0] == first);
    g_assert_cmpuint(f->refilled, ==, 3);
    splice(f, 1, 1, "mnop"); /* what stands behind a run moves with its place */
    assert_shows(f, "xmnopz");
    g_assert_true(f->view->pdata[5] == last);
    splice(f, 0, 5, "q");
    assert_shows(f, "qz");
    g_assert_true(f->view->pdata[1] == last);
}

static void
wait_for_places(Fixture *f, guint n)
{
    gint64 end = g_get_monotonic_time() + 20 * G_USEC_PER_SEC;

    while (f->view->len != n && g_get_monotonic_time() < end)
        g_main_context_iteration(NULL, TRUE);
    g_assert_cmpuint(f->view->len, ==, n);
}

/* To take rows down is what costs: it waits until nobody asks any more, and the next answer finds them there. */
static void
test_spare_places(Fixture *f, gconstpointer data)
{
    splice(f, 0, 0, "abcdefghijklmnopqrst");
    f->places = 0;
    splice(f, 0, 20, "xyz");
    assert_shows(f, "xyz");
    splice(f, 3, 0, "uvw");
    assert_shows(f, "xyzuvw");
    g_assert_cmpuint(f->places, ==, 0);
    wait_for_places(f, 6);
    assert_shows(f, "xyzuvw");
    splice(f, 0, 6, "abcdefgh");
    assert_shows(f, "abcdefgh");
    g_assert_cmpuint(f->view->len, ==, 8);
}

/* A run in the middle has no use for spare places behind the end. */
static void
test_spare_places_and_the_middle(Fixture *f, gconstpointer data)
{
    splice(f, 0, 0, "abcdefghijklmnopqrst");
    splice(f, 4, 16, "");
    splice(f, 1, 1, "xyz");
    assert_shows(f, "axyzcd");
    g_assert_cmpuint(f->view->len, ==, 6);
}

static void
test_an_empty_list_keeps_some(Fixture *f, gconstpointer data)
{
    gpointer first;

    splice(f, 0, 0, "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz");
    first = f->view->pdata[0];
    splice(f, 0, 52, "");
    wait_for_places(f, 32);
    splice(f, 0, 0, "xy");
    assert_shows(f, "xy");
    g_assert_true(f->view->pdata[0] == first);
}

/* A slot that nobody holds is nobody's business: it is made again, with what stands there then. */
static void
test_only_held_slots(Fixture *f, gconstpointer data)
{
    splice(f, 0, 0, "abcdef");
    g_signal_handlers_disconnect_by_data(f->slots, f);
    g_ptr_array_set_size(f->view, 0);
    splice(f, 0, 6, "uvwxyz");
    g_assert_cmpuint(f->refilled, ==, 0);
    follow(G_LIST_MODEL(f->slots), 0, 0, 6, f);
    assert_shows(f, "uvwxyz");
}

/* Any runs: the view, which heard only of more and fewer places, shows the list. */
static void
test_any_runs(Fixture *f, gconstpointer data)
{
    for (guint round = 0; round < 400; round++) {
        guint n = g_list_model_get_n_items(G_LIST_MODEL(f->store));
        guint position = (guint)g_test_rand_int_range(0, (int)n + 1);
        guint removed = (guint)g_test_rand_int_range(0, (int)(n - position) + 1);
        guint added = (guint)g_test_rand_int_range(0, 9);
        g_autoptr(GString) expected = g_string_new(NULL);

        if (n - removed + added == 0)
            added = 1;
        splice(f, position, removed, "abcdefgh" + (8 - added));
        for (guint i = 0; i < n - removed + added; i++) {
            g_autoptr(GtkStringObject) item = g_list_model_get_item(G_LIST_MODEL(f->store), i);

            g_string_append(expected, gtk_string_object_get_string(item));
        }
        assert_shows(f, expected->str);
    }
}

#define ADD(path, function) g_test_add(path, Fixture, NULL, set_up, function, tear_down)

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    ADD("/ui/slots/places-stay", test_places_stay);
    ADD("/ui/slots/spare", test_spare_places);
    ADD("/ui/slots/spare/middle", test_spare_places_and_the_middle);
    ADD("/ui/slots/empty-list", test_an_empty_list_keeps_some);
    ADD("/ui/slots/only-held", test_only_held_slots);
    ADD("/ui/slots/any-runs", test_any_runs);
    return g_test_run();
}
