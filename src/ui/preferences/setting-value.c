/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preferences/setting-value.h"

#include <glib/gi18n-lib.h>

#include "store/setting.h"
#include "ui/kit/toast.h"
#include "ui/preferences/setting-change.h"
#include "ui/preferences/setting-typed.h"

struct _CareSettingValue {
    GObject parent_instance;

    CareStore *store;
    char *key;
    char *title;
    char *value; /* as the store has it, or will */
    GPtrArray *
        known; /* as it was shown while nothing was under way, and what was set since; its default for NULL */
    guint saves; /* under way */
    gulong handler;
};

enum { CHANGED, REFUSED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE(CareSettingValue, care_setting_value, G_TYPE_OBJECT)

char *
care_setting_not_saved(const char *title, const char *why)
{
    /* Translators: a setting and what is wrong: "IBAN was not saved: a digit is wrong or missing" */
    return g_strdup_printf(_("%s was not saved: %s"), title, why);
}

/* title: nullable. */
static void
tell(const char *title, const GError *error)
{
    g_autofree char *sentence = title != NULL ? care_setting_not_saved(title, error->message) : NULL;
    g_autoptr(GError) told
        = sentence != NULL ? g_error_new_literal(error->domain, error->code, sentence) : g_error_copy(error);

    care_toast_error(NULL, told);
}

static gboolean
end_save(CareSettingChange *change, GAsyncResult *result, const char *title, GError **error)
{
    gboolean saved = care_setting_change_finish(change, result, error);

    if (!saved)
        tell(title, *error);
    return saved;
}

static void
on_saved(GObject *source, GAsyncResult *result, gpointer change)
{
    g_autoptr(GError) error = NULL;

    end_save(change, result, NULL, &error);
}

void
care_setting_save(CareStore *store, const char *key, const char *title, const char *value)
{
    g_autoptr(GPtrArray) known = g_ptr_array_new_with_free_func(g_free);
    CareSettingChange *change;

    g_ptr_array_add(known, care_store_setting(store, key));
    change = care_setting_change_new(store, key, title, value, known, FALSE);
    care_setting_change_save(change, on_saved, change);
}

typedef struct {
    CareSettingValue *value;
    CareSettingChange *change;
    char *text;
    gboolean typed;
} Saving;

static void
saving_free(Saving *saving)
{
    g_object_unref(saving->value);
    g_free(saving->text);
    g_free(saving);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Saving, saving_free)

/* What stands is what is shown. */
static gboolean
take_stored(CareSettingValue *self)
{
    g_autofree char *stored = care_store_setting(self->store, self->key);

    g_ptr_array_set_size(self->known, 0);
    g_ptr_array_add(self->known, g_strdup(stored));
    return g_set_str(&self->value, stored);
}

/* Of what is set while another save is under way the last one decides: until it has its answer, the store has what was set
 * before it, which is no change. */
static void
look(CareSettingValue *self)
{
    if (self->saves == 0 && take_stored(self))
        g_signal_emit(self, signals[CHANGED], 0);
}

/* What was set since stands, until it has an answer of its own. */
static void
refuse(CareSettingValue *self, const GError *error)
{
    if (self->saves > 0)
        return;
    take_stored(self);
    g_signal_emit(self, signals[REFUSED], 0, error->message);
}

static void
on_value_saved(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(Saving) saving = data;
    CareSettingValue *self = saving->value;
    g_autoptr(GError) error = NULL;
    gboolean saved = end_save(saving->change, result, self->title, &error);

    if (saving->typed)
        care_setting_typed_end_save(self->store, self->key, saving->text, saved);
    self->saves--;
    if (saved)
        look(self);
    else
        refuse(self, error);
}

static gboolean
set(CareSettingValue *self, const char *value, gboolean typed)
{
    Saving *saving;

    if (!g_set_str(&self->value, value))
        return FALSE;
    saving = g_new(Saving, 1);
    *saving
        = (Saving){ g_object_ref(self),
                    care_setting_change_new(self->store, self->key, self->title, value, self->known, typed),
                    g_strdup(value), typed };
    g_ptr_array_add(self->known, value != NULL
                                     ? g_strdup(value)
                                     : care_setting_default(care_store_reader(self->store), self->key));
    if (typed)
        care_setting_typed_begin_save(self->store, self->key, value);
    self->saves++;
    care_setting_change_save(saving->change, on_value_saved, saving);
    return TRUE;
}

void
care_setting_value_set(CareSettingValue *self, const char *value)
{
    set(self, value, FALSE);
}

void
care_setting_value_set_typed(CareSettingValue *self, const char *text)
{
    if (!set(self, text, TRUE))
        care_setting_typed_keep(self->store, self->key, NULL);
}

const char *
care_setting_value_get(CareSettingValue *self)
{
    return self->value;
}

const char *
care_setting_value_key(CareSettingValue *self)
{
    return self->key;
}

static void
on_store_changed(CareSettingValue *self, CareChangeSet *changes)
{
    if (care_change_set_has_kind(changes, "setting"))
        look(self);
}

static void
care_setting_value_finalize(GObject *object)
{
    CareSettingValue *self = CARE_SETTING_VALUE(object);

    g_clear_signal_handler(&self->handler, self->store);
    g_clear_object(&self->store);
    g_free(self->key);
    g_free(self->title);
    g_free(self->value);
    g_ptr_array_unref(self->known);
    G_OBJECT_CLASS(care_setting_value_parent_class)->finalize(object);
}

static void
care_setting_value_class_init(CareSettingValueClass *klass)
{
    G_OBJECT_CLASS(klass)->finalize = care_setting_value_finalize;

    signals[CHANGED] = g_signal_new("changed", CARE_TYPE_SETTING_VALUE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
    signals[REFUSED] = g_signal_new("refused", CARE_TYPE_SETTING_VALUE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
care_setting_value_init(CareSettingValue *self)
{
    self->known = g_ptr_array_new_with_free_func(g_free);
}

CareSettingValue *
care_setting_value_new(CareStore *store, const char *key, const char *title)
{
    CareSettingValue *self = g_object_new(CARE_TYPE_SETTING_VALUE, NULL);

    self->store = g_object_ref(store);
    self->key = g_strdup(key);
    self->title = g_strdup(title);
    take_stored(self);
    self->handler = g_signal_connect_swapped(store, "changed", G_CALLBACK(on_store_changed), self);
    return self;
}
