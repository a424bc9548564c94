/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preferences/setting-choice.h"

#include "model/field.h"
#include "service/shop-setting.h"
#include "ui/kit/combo-row.h"
#include "ui/kit/pause.h"
#include "ui/kit/spin-row.h"
#include "ui/kit/toast.h"
#include "ui/preferences/setting-row.h"
#include "ui/preferences/setting-value.h"

typedef struct {
    CareSettingValue *value;
    GtkWidget *row; /* its owner */
    GStrv words;    /* of a choice; of a switch what is off, what is on */
    CareNumberInWords in_words;
    void (*show)(gpointer self, const char *value);
    CarePause pause; /* of a number, until it is saved */
    gboolean showing;
} Choice;

static void
choice_free(gpointer data)
{
    Choice *self = data;

    care_pause_clear(&self->pause);
    g_signal_handlers_disconnect_by_data(self->value, self);
    g_object_unref(self->value);
    g_strfreev(self->words);
    g_free(self);
}

static void
show(Choice *self)
{
    const char *value = care_setting_value_get(self->value);

    care_pause_clear(&self->pause);
    self->showing = TRUE;
    self->show(self, value != NULL ? value : "");
    self->showing = FALSE;
}

static Choice *
choice_new(GtkWidget *row, CareStore *store, const char *key, const char *title,
           void (*show_value)(gpointer self, const char *value))
{
    Choice *self = g_new0(Choice, 1);

    self->row = row;
    self->show = show_value;
    self->value = care_setting_value_new(store, key, title);
    g_signal_connect_swapped(self->value, "changed", G_CALLBACK(show), self);
    g_signal_connect_swapped(self->value, "refused", G_CALLBACK(show), self);
    care_setting_row_name(row, key, title);
    g_object_set_data_full(G_OBJECT(row), "care-choice", self, choice_free);
    return self;
}

static void
show_switch(gpointer data, const char *value)
{
    Choice *self = data;

    adw_switch_row_set_active(ADW_SWITCH_ROW(self->row), g_str_equal(value, self->words[1]));
}

static void
on_switched(Choice *self)
{
    const char *word = self->words[adw_switch_row_get_active(ADW_SWITCH_ROW(self->row)) ? 1 : 0];

    if (!self->showing)
        care_setting_value_set(self->value, *word != '\0' ? word : NULL);
}

GtkWidget *
care_setting_switch_row_new(CareStore *store, const char *key, const char *title, const char *subtitle,
                            const char *on, const char *off)
{
    GtkWidget *row = adw_switch_row_new();
    Choice *self = choice_new(row, store, key, title, show_switch);
    const char *const words[] = { off != NULL ? off : "", on, NULL };

    self->words = g_strdupv((char **)words);
    adw_action_row_set_subtitle(ADW_ACTION_ROW(row), subtitle);
    show(self);
    g_signal_connect_swapped(row, "notify::active", G_CALLBACK(on_switched), self);
    return row;
}

/* One more, called by its word: what the shop has is never shown as another. */
static guint
add_word(Choice *self, const char *word)
{
    GtkStringList *list = GTK_STRING_LIST(adw_combo_row_get_model(ADW_COMBO_ROW(self->row)));
    guint n = g_strv_length(self->words);

    gtk_string_list_append(list, word);
    self->words = g_renew(char *, self->words, n + 2);
    self->words[n] = g_strdup(word);
    self->words[n + 1] = NULL;
    return n;
}

static void
show_choice(gpointer data, const char *value)
{
    Choice *self = data;
    guint i = 0;

    while (self->words[i] != NULL && !g_str_equal(self->words[i], value))
        i++;
    adw_combo_row_set_selected(ADW_COMBO_ROW(self->row), self->words[i] != NULL ? i : add_word(self, value));
}

static void
on_selected(Choice *self)
{
    guint chosen = adw_combo_row_get_selected(ADW_COMBO_ROW(self->row));

    if (!self->showing && chosen != GTK_INVALID_LIST_POSITION)
        care_setting_value_set(self->value, *self->words[chosen] != '\0' ? self->words[chosen] : NULL);
}

void
care_setting_choice_row_bind(AdwComboRow *row, CareStore *store, const char *key, const char *title,
                             const char *const *words, const char *const *titles)
{
    g_autoptr(GtkStringList) list = gtk_string_list_new(titles);
    Choice *self = choice_new(GTK_WIDGET(row), store, key, title, show_choice);

    self->words = g_strdupv((char **)words);
    adw_combo_row_set_model(row, G_LIST_MODEL(list));
    show(self);
    g_signal_connect_swapped(row, "notify::selected", G_CALLBACK(on_selected), self);
}

GtkWidget *
care_setting_choice_row_new(CareStore *store, const char *key, const char *title, const char *const *words,
                            const char *const *titles)
{
    GtkWidget *row = care_combo_row_new();

    care_setting_choice_row_bind(ADW_COMBO_ROW(row), store, key, title, words, titles);
    return row;
}

static void
show_number(gpointer data, const char *value)
{
    Choice *self = data;
    guint64 number;

    if (g_ascii_string_to_unsigned(value, 10, 0, (guint64)care_range_count.most, &number, NULL))
        adw_spin_row_set_value(ADW_SPIN_ROW(self->row), (double)number);
}

static void
take_number(Choice *self)
{
    g_autofree char *text = g_strdup_printf("%.0f", adw_spin_row_get_value(ADW_SPIN_ROW(self->row)));

    care_setting_value_set(self->value, text);
}

static void
on_rest(gpointer data)
{
    take_number(data);
}

/* Each press of a button is one; not each is saved. */
static void
on_number(Choice *self)
{
    if (!self->showing)
        care_pause_begin_anew(&self->pause);
}

/* What is typed counts without Enter; leaving says what was not taken. */
static void
on_unmap(Choice *self)
{
    gboolean good = care_spin_row_check(ADW_SPIN_ROW(self->row));
    g_autofree char *tidy = NULL;
    g_autofree char *why
        = good ? NULL : care_shop_setting_look(care_setting_value_key(self->value), "-", &tidy);
    g_autofree char *sentence
        = why == NULL
              ? NULL
              : care_setting_not_saved(adw_preferences_row_get_title(ADW_PREFERENCES_ROW(self->row)), why);

    if (sentence != NULL)
        care_toast_show(NULL, sentence);
    care_pause_end(&self->pause);
}

static gboolean
on_output(AdwSpinRow *row, Choice *self)
{
    g_autofree char *words = self->in_words((guint)adw_spin_row_get_value(row));

    if (!g_str_equal(gtk_editable_get_text(GTK_EDITABLE(row)), words))
        gtk_editable_set_text(GTK_EDITABLE(row), words);
    return TRUE;
}

GtkWidget *
care_setting_number_row_new(CareStore *store, const char *key, const char *title, CareNumberInWords in_words)
{
    GtkAdjustment *range = gtk_adjustment_new(0, 0, (double)care_range_count.most, 1, 7, 0);
    /* without a role it is not told to a screen reader at all */
    GtkWidget *row = g_object_new(ADW_TYPE_SPIN_ROW, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                                  "adjustment", range, "climb-rate", 1.0, NULL);
    Choice *self = choice_new(row, store, key, title, show_number);

    self->in_words = in_words;
    care_pause_init(&self->pause, CARE_SETTING_REST_MS, on_rest, self);
    g_signal_connect(row, "output", G_CALLBACK(on_output), self);
    care_spin_row_mind(ADW_SPIN_ROW(row), &care_range_count);
    show(self);
    adw_spin_row_update(ADW_SPIN_ROW(row));
    g_signal_connect_swapped(row, "notify::value", G_CALLBACK(on_number), self);
    g_signal_connect_swapped(row, "unmap", G_CALLBACK(on_unmap), self);
    return row;
}
