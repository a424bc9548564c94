/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/housekeeping.h"

#include <locale.h>

#include "core/errors.h"
#include "exchange/purge/purge.h"
#include "store/phone-digits.h"
#include "store/snapshot.h"
#include "store/sort-keys.h"

#define DELAY_SECONDS 2

/* A shop that cannot be written to says so at the first thing that somebody does. */
static void
on_purged(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GError) error = NULL;

    if (!care_purge_finish(CARE_STORE(source), result, &error))
        g_debug("purge: %s", error->message);
}

void
care_housekeeping_purge(CareStore *store)
{
    if (!care_clock_is_pretended(care_store_clock(store))) /* a look ahead takes nothing away */
        care_purge_async(store, on_purged, NULL);
}

static void
on_digits_followed(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GError) error = NULL;

    if (!care_phone_digits_follow_finish(CARE_STORE(source), result, &error))
        g_debug("digits: %s", error->message);
}

/* The region may be another one. */
static void
on_changed(CareStore *store, CareChangeSet *changes, gpointer data)
{
    if (care_change_set_has_kind(changes, "setting"))
        care_phone_digits_follow_async(store, on_digits_followed, NULL);
}

static void
on_followed(GObject *source, GAsyncResult *result, gpointer data)
{
    CareStore *store = CARE_STORE(source);
    g_autoptr(GError) error = NULL;

    if (!care_sort_keys_follow_finish(store, result, &error))
        g_debug("sort keys: %s", error->message);
    care_phone_digits_follow_async(store, on_digits_followed, NULL);
    care_housekeeping_purge(store);
}

static gboolean
begin(gpointer data)
{
    g_autoptr(CareStore) store = g_weak_ref_get(data);

    if (store)
        care_sort_keys_follow_async(store, setlocale(LC_COLLATE, NULL), on_followed, NULL);
    return G_SOURCE_REMOVE;
}

static void
weak_free(gpointer data)
{
    g_weak_ref_clear(data);
    g_free(data);
}

void
care_housekeeping_begin(CareStore *store)
{
    GWeakRef *weak = g_new0(GWeakRef, 1);

    g_weak_ref_init(weak, store);
    g_signal_connect(store, "changed", G_CALLBACK(on_changed), NULL);
    g_timeout_add_seconds_full(G_PRIORITY_LOW, DELAY_SECONDS, begin, weak, weak_free);
}

typedef struct {
    GWeakRef store;
    GWeakRef owner;
    CareDamageFunc func;
} Look;

static void
look_free(gpointer data)
{
    Look *self = data;

    g_weak_ref_clear(&self->store);
    g_weak_ref_clear(&self->owner);
    g_free(self);
}

static gpointer
look_at(CareConnection *connection, gpointer data, GError **error)
{
    return GINT_TO_POINTER(care_connection_check(connection, error));
}

static void
on_looked(GObject *source, GAsyncResult *result, gpointer data)
{
    Look *self = data;
    g_autoptr(GObject) owner = g_weak_ref_get(&self->owner);
    g_autoptr(GError) error = NULL;

    if (!care_store_read_finish(CARE_STORE(source), result, &error) && owner
        && g_error_matches(error, CARE_ERROR, CARE_ERROR_CORRUPT))
        self->func(error, owner);
    look_free(self);
}

static gboolean
look(gpointer data)
{
    Look *self = data;
    g_autoptr(CareStore) store = g_weak_ref_get(&self->store);

    if (store)
        care_store_read_async(store, look_at, NULL, NULL, NULL, NULL, on_looked, self);
    else
        look_free(self);
    return G_SOURCE_REMOVE;
}

void
care_housekeeping_look(CareStore *store, CareDamageFunc func, GObject *owner)
{
    Look *self;

    if (!care_store_was_left_open(store))
        return;
    self = g_new0(Look, 1);
    g_weak_ref_init(&self->store, store);
    g_weak_ref_init(&self->owner, owner);
    self->func = func;
    g_timeout_add_seconds(DELAY_SECONDS, look, self);
}
