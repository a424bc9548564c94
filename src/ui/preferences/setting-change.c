/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preferences/setting-change.h"

#include <glib/gi18n-lib.h>

#include "service/shop-setting-state.h"
#include "service/shop-setting.h"
#include "ui/kit/take-back.h"
#include "ui/kit/toast.h"

struct CareSettingChange {
    CareStore *store;
    char *key;
    char *title; /* nullable */
    char *value; /* nullable: its default */
    GPtrArray *known;
    gboolean typed;
    GHashTable *before; /* by the worker, when it is saved */
    GHashTable *after;
    CareUndo *undo; /* while it is done again */
};

static void
change_clear(gpointer data)
{
    CareSettingChange *self = data;

    g_object_unref(self->store);
    g_free(self->key);
    g_free(self->title);
    g_free(self->value);
    g_ptr_array_unref(self->known);
    g_clear_pointer(&self->before, g_hash_table_unref);
    g_clear_pointer(&self->after, g_hash_table_unref);
}

static void
change_unref(gpointer self)
{
    g_atomic_rc_box_release_full(self, change_clear);
}

static gpointer
copy_text(gconstpointer text, gpointer data)
{
    return g_strdup(text);
}

CareSettingChange *
care_setting_change_new(CareStore *store, const char *key, const char *title, const char *value,
                        GPtrArray *known, gboolean typed)
{
    CareSettingChange *self = g_atomic_rc_box_new0(CareSettingChange);

    self->store = g_object_ref(store);
    self->key = g_strdup(key);
    self->title = g_strdup(title);
    self->value = g_strdup(value);
    self->known = g_ptr_array_copy(known, copy_text, NULL);
    g_ptr_array_set_free_func(self->known, g_free);
    self->typed = typed;
    return self;
}

static gboolean
save_closure(CareTransaction *transaction, gpointer data, GError **error)
{
    CareSettingChange *self = data;

    self->before = care_shop_setting_state(transaction, self->key, error);
    if (self->before == NULL
        || !care_shop_setting_save(transaction, self->key, self->value, self->known, error))
        return FALSE;
    self->after = care_shop_setting_state(transaction, self->key, error);
    return self->after != NULL;
}

void
care_setting_change_save(CareSettingChange *self, GAsyncReadyCallback callback, gpointer user_data)
{
    care_store_write_async(self->store, CARE_PRIORITY_INTERACTIVE, save_closure,
                           g_atomic_rc_box_acquire(self), change_unref, NULL, callback, user_data);
}

static char *
sentence_of(const CareSettingChange *self)
{
    /* Translators: %s is a setting: "Currency changed" */
    return g_strdup_printf(_("%s changed"), self->title);
}

static gboolean
put_back_closure(CareTransaction *transaction, gpointer data, GError **error)
{
    CareSettingChange *self = data;

    return care_shop_setting_put_back(transaction, self->before, self->after, error);
}

static gboolean
put_again_closure(CareTransaction *transaction, gpointer data, GError **error)
{
    CareSettingChange *self = data;

    return care_shop_setting_put_back(transaction, self->after, self->before, error);
}

static void take_back(gpointer data);

static void
on_done_again(GObject *source, GAsyncResult *result, gpointer data)
{
    CareSettingChange *self = data;
    g_autofree char *sentence = sentence_of(self);
    g_autoptr(GError) error = NULL;

    care_store_write_finish(CARE_STORE(source), result, &error);
    care_done_again(g_steal_pointer(&self->undo), NULL, sentence, error, take_back, self, change_unref);
}

static void
do_again(gpointer data)
{
    CareSettingChange *self = g_atomic_rc_box_acquire(data);

    self->undo = care_undo_hold();
    care_store_write_async(self->store, CARE_PRIORITY_INTERACTIVE, put_again_closure,
                           g_atomic_rc_box_acquire(self), change_unref, NULL, on_done_again, self);
}

static void
on_taken_back(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GError) error = NULL;

    care_store_write_finish(CARE_STORE(source), result, &error);
    care_taking_back_end(data, error);
}

static void
take_back(gpointer data)
{
    CareSettingChange *self = data;
    g_autofree char *sentence = sentence_of(self);
    CareTakingBack *taking
        = care_taking_back_new(NULL, sentence, do_again, g_atomic_rc_box_acquire(self), change_unref);

    care_store_write_async(self->store, CARE_PRIORITY_INTERACTIVE, put_back_closure,
                           g_atomic_rc_box_acquire(self), change_unref, NULL, on_taken_back, taking);
}

/* One word that was typed with pauses, and saved at each. */
static gboolean
goes_on(CareSettingChange *last, CareSettingChange *self)
{
    if (last == NULL || !last->typed || !self->typed || !g_str_equal(last->key, self->key)
        || !care_shop_setting_same(last->after, self->before))
        return FALSE;
    g_hash_table_unref(last->after);
    last->after = g_hash_table_ref(self->after);
    if (care_shop_setting_same(last->before, last->after))
        care_toast_forget(NULL, take_back);
    return TRUE;
}

/* Nothing was changed, and what stands is none of what was shown here: somebody else was first. */
static gboolean
is_theirs(CareSettingChange *self)
{
    const char *value = g_hash_table_lookup(self->after, self->key);

    return value != NULL && care_shop_setting_same(self->before, self->after)
           && !g_ptr_array_find_with_equal_func(self->known, value, g_str_equal, NULL);
}

static void
settle(CareSettingChange *self)
{
    g_autofree char *sentence = sentence_of(self);

    care_toast_settled(NULL, sentence);
}

/* Takes it. */
static void
remember(CareSettingChange *self)
{
    if (self->title == NULL)
        care_toast_barrier(NULL);
    else if (is_theirs(self))
        settle(self);
    if (self->title == NULL || care_shop_setting_same(self->before, self->after)
        || goes_on(care_toast_last(NULL, take_back), self))
        change_unref(self);
    else
        care_toast_remember(NULL, take_back, self, change_unref);
}

gboolean
care_setting_change_finish(CareSettingChange *self, GAsyncResult *result, GError **error)
{
    gboolean saved = care_store_write_finish(self->store, result, error);

    if (saved)
        remember(self);
    else
        change_unref(self);
    return saved;
}
