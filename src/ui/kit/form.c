/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/form.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/currency.h"
#include "ui/kit/choice-row.h"
#include "ui/kit/form-choices.h"
#include "ui/kit/row-field.h"
#include "ui/kit/row-sentence.h"
#include "ui/kit/row-value.h"
#include "ui/kit/spin-row.h"
#include "ui/kit/typed-row.h"
#include "ui/kit/typed-text.h"

/* One row and the field it shows. */
typedef struct {
    CareForm *form;
    GtkWidget *widget;
    int field;
    GPtrArray
        *values;   /* of a combo row that fills itself: what each position writes, as text; "" for nothing */
    char *problem; /* nullable: why what stands in the row was not taken over */
} Binding;

struct _CareForm {
    GObject parent_instance;

    CareRecord *record;
    CareStore *store;
    char *currency;
    GPtrArray *bindings; /* in the order of the tab key */
    gboolean refreshing;
};

enum {
    CHANGED,
    VALIDITY,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE(CareForm, care_form, G_TYPE_OBJECT)

static void
binding_free(gpointer data)
{
    Binding *binding = data;

    g_clear_pointer(&binding->values, g_ptr_array_unref);
    g_free(binding->problem);
    g_free(binding);
}

static void
care_form_finalize(GObject *object)
{
    CareForm *self = CARE_FORM(object);

    g_signal_handlers_disconnect_by_data(self->record, self);
    g_ptr_array_unref(self->bindings);
    g_object_unref(self->record);
    g_clear_object(&self->store);
    g_free(self->currency);
    G_OBJECT_CLASS(care_form_parent_class)->finalize(object);
}

static void
care_form_class_init(CareFormClass *klass)
{
    G_OBJECT_CLASS(klass)->finalize = care_form_finalize;

    /** CareForm::changed: somebody edited a row and the record took it over */
    signals[CHANGED] = g_signal_new("changed", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
    /** CareForm::validity: a row that made sense does not any more, or does again, or says something else that makes none; the
     * record keeps the last that did, and with it what was typed (typed-text.h) */
    signals[VALIDITY] = g_signal_new("validity", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 0);
}

static void
care_form_init(CareForm *self)
{
    self->bindings = g_ptr_array_new_with_free_func(binding_free);
}

static const CareField *
field_of(Binding *binding)
{
    return &care_record_kind(binding->form->record)->fields[binding->field];
}

/* Of a combo row that somebody else fills, and may fill anew, the row's own. */
static GPtrArray *
values_of(Binding *binding)
{
    return binding->values || !ADW_IS_COMBO_ROW(binding->widget)
               ? binding->values
               : care_choice_row_words(ADW_COMBO_ROW(binding->widget));
}

/* Whether it is another text than before that makes no sense, or none any more. */
static gboolean
keep_typed(Binding *binding)
{
    CareTypedRow *row = CARE_IS_TYPED_ROW(binding->widget) ? CARE_TYPED_ROW(binding->widget) : NULL;
    const char *text
        = row && !care_typed_row_get_valid(row) ? gtk_editable_get_text(GTK_EDITABLE(row)) : NULL;
    gboolean changed = g_strcmp0(text, care_typed_text_get(binding->form->record, binding->field)) != 0;

    care_typed_text_set(binding->form->record, binding->field, text);
    return changed;
}

static void
on_edited(Binding *binding)
{
    CareForm *self = binding->form;
    g_autofree char *now = NULL;
    g_autofree char *before = NULL;
    g_autoptr(GError) error = NULL;

    if (self->refreshing)
        return;
    keep_typed(binding);
    g_clear_pointer(&binding->problem, g_free);
    now = care_row_value_read(binding->widget, values_of(binding));
    before = care_record_field_to_string(self->record, binding->field, self->currency);
    if (g_strcmp0(now, before) == 0)
        return;
    self->refreshing = TRUE;
    if (!now)
        care_record_clear(self->record, binding->field);
    else
        care_record_field_parse(self->record, binding->field, now, self->currency, &error);
    self->refreshing = FALSE;
    g_set_str(&binding->problem, error ? error->message : NULL);
    if (!error)
        care_row_sentence_show(binding->widget, NULL);
    g_signal_emit(self, signals[CHANGED], 0);
}

/* Of a draft: what was typed last made no sense. Where it does by now, it is what is meant. */
static void
show_typed(CareForm *self)
{
    for (guint i = 0; i < self->bindings->len; i++) {
        Binding *binding = self->bindings->pdata[i];
        const char *typed = care_typed_text_get(self->record, binding->field);

        if (typed && CARE_IS_TYPED_ROW(binding->widget)
            && g_strcmp0(gtk_editable_get_text(GTK_EDITABLE(binding->widget)), typed) != 0)
            care_typed_row_set_typed(CARE_TYPED_ROW(binding->widget), typed);
    }
}

/* The record changed by itself (undo, a draft that was taken up): the rows follow. */
static void
refresh(CareForm *self)
{
    if (self->refreshing)
        return;
    self->refreshing = TRUE;
    for (guint i = 0; i < self->bindings->len; i++) {
        Binding *binding = self->bindings->pdata[i];
        g_autofree char *shown = care_row_value_read(binding->widget, values_of(binding));
        g_autofree char *text = care_record_field_to_string(self->record, binding->field, self->currency);

        if (g_strcmp0(shown, text) == 0)
            continue;
        if (binding->values)
            care_form_choices_offer(ADW_COMBO_ROW(binding->widget), binding->values, field_of(binding),
                                    self->store, text);
        care_typed_text_set(self->record, binding->field, NULL);
        care_row_value_write(binding->widget, values_of(binding), text);
    }
    self->refreshing = FALSE;
    show_typed(self);
}

static void
on_typed(Binding *binding)
{
    if (!binding->form->refreshing && keep_typed(binding))
        g_signal_emit(binding->form, signals[VALIDITY], 0);
}

static void
bind_widget(CareForm *self, GtkWidget *widget, int field)
{
    Binding *binding = g_new0(Binding, 1);
    binding->form = self;
    binding->widget = widget;
    binding->field = field;
    g_ptr_array_add(self->bindings, binding);
    if (ADW_IS_COMBO_ROW(widget))
        binding->values = care_form_choices_fill(ADW_COMBO_ROW(widget), field_of(binding), self->store);
    care_row_field_tell(widget, field_of(binding), self->store, self->currency);
    if (field_of(binding)->kind == CARE_FIELD_LIST)
        g_signal_connect_object(care_record_list(self->record, field), "items-changed", G_CALLBACK(refresh),
                                self, G_CONNECT_SWAPPED);
    care_row_value_watch(widget, G_CALLBACK(on_edited), binding);
    if (CARE_IS_TYPED_ROW(widget)) {
        g_signal_connect_swapped(widget, "notify::valid", G_CALLBACK(on_typed), binding);
        g_signal_connect_swapped(widget, "changed", G_CALLBACK(on_typed), binding);
    }
}

static void
bind_below(CareForm *self, GtkWidget *widget)
{
    const char *id = gtk_buildable_get_buildable_id(GTK_BUILDABLE(widget));
    int field = id ? care_kind_find_field(care_record_kind(self->record), id) : -1;

    if (field >= 0 && care_row_value_is_known(widget)) {
        bind_widget(self, widget, field);
        return;
    }
    for (GtkWidget *child = gtk_widget_get_first_child(widget); child;
         child = gtk_widget_get_next_sibling(child))
        bind_below(self, child);
}

static void
name_row(AdwPreferencesRow *row, const CareField *field)
{
    if (*adw_preferences_row_get_title(row))
        return;
    adw_preferences_row_set_use_markup(row, FALSE);
    adw_preferences_row_set_title(row, care_field_label(field));
}

/**
 * care_form_name_rows:
 * @root: a page or an editor; its template is complete
 *
 * Calls each row below whose id is the name of a field like the field, if it has no title: one word per field,
 * everywhere. care_form_bind() does it too.
 */
void
care_form_name_rows(GtkWidget *root, const CareKind *kind)
{
    const char *id = gtk_buildable_get_buildable_id(GTK_BUILDABLE(root));
    int field = id ? care_kind_find_field(kind, id) : -1;

    if (field >= 0 && ADW_IS_PREFERENCES_ROW(root)) {
        name_row(ADW_PREFERENCES_ROW(root), &kind->fields[field]);
        return;
    }
    for (GtkWidget *child = gtk_widget_get_first_child(root); child;
         child = gtk_widget_get_next_sibling(child))
        care_form_name_rows(child, kind);
}

/* A required choice is never nothing: the record takes what the row shows first. */
static void
take_first_choices(CareForm *self)
{
    for (guint i = 0; i < self->bindings->len; i++) {
        Binding *binding = self->bindings->pdata[i];

        if (!ADW_IS_COMBO_ROW(binding->widget) || care_record_is_set(self->record, binding->field)
            || !(field_of(binding)->flags & CARE_FIELD_REQUIRED) || values_of(binding)->len == 0)
            continue;
        care_record_field_parse(self->record, binding->field, values_of(binding)->pdata[0], self->currency,
                                NULL);
    }
}

static char *
currency_of(CareRecord *record, CareStore *store)
{
    g_autofree char *shop = store ? care_store_setting(store, CARE_SETTING_CURRENCY) : NULL;

    return g_strdup(care_record_currency(record, shop ? shop : CARE_CURRENCY_DEFAULT));
}

static void
on_root_destroyed(gpointer data)
{
    g_object_unref(data);
}

/**
 * care_form_bind:
 * @root: the editor, or the row of a child record; its template is complete
 * @record: the copy that is edited
 * @store: (nullable): for the names of records that can be referred to, the shop's currency and its clock, by which
 *   date rows know what today is, and whether their field's dates may stand without a year
 *
 * Returns: (transfer none): the form, which lives as long as the root
 */
CareForm *
care_form_bind(GtkWidget *root, CareRecord *record, CareStore *store)
{
    CareForm *self = g_object_new(CARE_TYPE_FORM, NULL);
    /* what a dialog holds is not below it before it is shown */
    GtkWidget *top = ADW_IS_DIALOG(root) ? adw_dialog_get_child(ADW_DIALOG(root)) : root;

    self->record = g_object_ref(record);
    g_set_object(&self->store, store);
    self->currency = currency_of(record, store);
    care_form_name_rows(top, care_record_kind(record));
    bind_below(self, top);
    take_first_choices(self);
    refresh(self);
    g_signal_connect_swapped(record, "notify", G_CALLBACK(refresh), self);
    g_object_set_data_full(G_OBJECT(root), "care-form", self, on_root_destroyed);
    return self;
}

/* A form of a single row, for lists of children. Transfer none; lives as long as the row. */
CareForm *
care_form_bind_row(GtkWidget *row, CareRecord *record, int field)
{
    CareForm *self = g_object_new(CARE_TYPE_FORM, NULL);

    self->record = g_object_ref(record);
    self->currency = currency_of(record, NULL);
    bind_widget(self, row, field);
    refresh(self);
    g_signal_connect_swapped(record, "notify", G_CALLBACK(refresh), self);
    g_object_set_data_full(G_OBJECT(row), "care-form", self, on_root_destroyed);
    return self;
}

/* For a record whose amounts are in another one's currency: a payment's in that of its invoice. By default they are
 * in its own, or in the shop's. */
void
care_form_set_currency(CareForm *self, const char *currency)
{
    g_return_if_fail(CARE_IS_FORM(self));
    if (!g_set_str(&self->currency, currency))
        return;
    for (guint i = 0; i < self->bindings->len; i++) {
        Binding *binding = self->bindings->pdata[i];

        care_row_field_tell_currency(binding->widget, currency);
    }
    refresh(self);
}

/* The row that shows a field, by its name; NULL: none does. */
GtkWidget *
care_form_find_row(CareForm *self, const char *field)
{
    g_return_val_if_fail(CARE_IS_FORM(self), NULL);
    for (guint i = 0; i < self->bindings->len; i++) {
        Binding *binding = self->bindings->pdata[i];

        if (g_str_equal(field_of(binding)->name, field))
            return binding->widget;
    }
    return NULL;
}

/* The name of the field whose row has the cursor; NULL: none has. */
const char *
care_form_field_in_hand(CareForm *self)
{
    g_return_val_if_fail(CARE_IS_FORM(self), NULL);
    for (guint i = 0; i < self->bindings->len; i++) {
        Binding *binding = self->bindings->pdata[i];
        GtkRoot *root = gtk_widget_get_root(binding->widget);
        GtkWidget *focus = root ? gtk_root_get_focus(root) : NULL;

        if (focus && (focus == binding->widget || gtk_widget_is_ancestor(focus, binding->widget)))
            return field_of(binding)->name;
    }
    return NULL;
}

static gboolean
check_binding(Binding *binding)
{
    const CareField *field = field_of(binding);

    if (CARE_IS_TYPED_ROW(binding->widget))
        return care_typed_row_check(CARE_TYPED_ROW(binding->widget));
    if (ADW_IS_SPIN_ROW(binding->widget))
        return care_spin_row_check(ADW_SPIN_ROW(binding->widget));
    if ((field->flags & CARE_FIELD_REQUIRED) && !care_record_is_set(binding->form->record, binding->field)) {
        care_row_sentence_show(binding->widget, _("Please fill this in."));
        return FALSE;
    }
    care_row_sentence_show(binding->widget, binding->problem);
    return !binding->problem;
}

/* Whether what is typed makes sense, without a word about it: else the record holds what was there before. */
gboolean
care_form_makes_sense(CareForm *self)
{
    g_return_val_if_fail(CARE_IS_FORM(self), FALSE);
    for (guint i = 0; i < self->bindings->len; i++) {
        Binding *binding = self->bindings->pdata[i];

        if (CARE_IS_TYPED_ROW(binding->widget) && !care_typed_row_get_valid(CARE_TYPED_ROW(binding->widget)))
            return FALSE;
    }
    return TRUE;
}

/* Whether every row makes sense. The first that does not gets the cursor, each says what is wrong. */
gboolean
care_form_check(CareForm *self)
{
    GtkWidget *first = NULL;

    g_return_val_if_fail(CARE_IS_FORM(self), FALSE);
    for (guint i = 0; i < self->bindings->len; i++) {
        Binding *binding = self->bindings->pdata[i];

        if (!check_binding(binding) && !first)
            first = binding->widget;
    }
    if (first)
        gtk_widget_grab_focus(first);
    return first == NULL;
}

/* Says a sentence at a field's row; FALSE when no row shows the field. NULL takes it back. */
gboolean
care_form_show_error(CareForm *self, int field, const char *sentence)
{
    g_return_val_if_fail(CARE_IS_FORM(self), FALSE);
    for (guint i = 0; i < self->bindings->len; i++) {
        Binding *binding = self->bindings->pdata[i];

        if (binding->field == field) {
            care_row_sentence_show(binding->widget, sentence);
            if (sentence)
                gtk_widget_grab_focus(binding->widget);
            return TRUE;
        }
    }
    return FALSE;
}
