/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jobs/customer-picker.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "model/channel.h"
#include "model/customer-phone.h"
#include "model/customer.h"
#include "store/search.h"
#include "ui/parts/duplicates.h"
#include "ui/parts/hit-reason.h"
#include "ui/parts/person-row.h"
#include "ui/parts/typed-customer.h"

#define MAX_HITS 5

struct _CareCustomerPicker {
    GObject parent_instance;

    GtkListBox *list; /* owns the rows and this */
    CareStore *store;
    CareId id;
    CareRecord *fresh; /* a new customer, or NULL */
    gboolean both;     /* somebody else has this number, and both are to stay */
    char *chosen_name;
    GCancellable *searching;  /* NULL: the hits answer what is typed */
    gboolean take_when_found; /* Enter came before the answer */
    GPtrArray *hits;          /* rows, not owned */

    GtkWidget *find;
    GtkWidget *begin; /* "New Customer" */
    GtkWidget *chosen;
    GtkWidget *name;
    GtkWidget *phone;
    GtkWidget *back; /* from a new one to the search */
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE(CareCustomerPicker, care_customer_picker, G_TYPE_OBJECT)

static const char *
typed(CareCustomerPicker *self)
{
    return gtk_editable_get_text(GTK_EDITABLE(self->find));
}

static void
clear_hits(CareCustomerPicker *self)
{
    for (guint i = 0; i < self->hits->len; i++)
        gtk_list_box_remove(self->list, self->hits->pdata[i]);
    g_ptr_array_set_size(self->hits, 0);
}

static gboolean
nobody_is_known(CareCustomerPicker *self)
{
    g_autoptr(GPtrArray) newest
        = care_store_query(self->store, &care_customer_kind, NULL, "customers/newest", "i", (gint64)1);

    return newest && newest->len == 0;
}

/* In a new shop there is nobody to be found. */
static void
show_begin(CareCustomerPicker *self, gboolean finding)
{
    gboolean nobody = finding && *typed(self) == '\0' && nobody_is_known(self);
    g_autofree char *label = nobody ? g_strdup(_("No Customers Yet: Begin a New One"))
                                    : g_strdup_printf(_("New Customer “%s”"), typed(self));

    adw_preferences_row_set_title(ADW_PREFERENCES_ROW(self->begin), label);
    gtk_widget_set_visible(self->begin, finding && (nobody || care_typed_customer_may_be(typed(self))));
}

static void
show_state(CareCustomerPicker *self)
{
    gboolean finding = self->id == 0 && !self->fresh;

    gtk_widget_set_visible(self->find, finding);
    show_begin(self, finding);
    gtk_widget_set_visible(self->chosen, self->id != 0);
    gtk_widget_set_visible(self->name, self->fresh != NULL);
    gtk_widget_set_visible(self->phone, self->fresh != NULL);
    if (!finding)
        clear_hits(self);
}

static void
choose(CareCustomerPicker *self, CareId id)
{
    care_customer_picker_set_id(self, id);
    g_signal_emit(self, signals[CHANGED], 0);
}

static void
on_hit_activated(GtkWidget *row, CareCustomerPicker *self)
{
    choose(self, care_record_id(g_object_get_data(G_OBJECT(row), "care-customer")));
}

static void
add_hit(CareCustomerPicker *self, CareRecord *customer, const CareSearchHit *hit)
{
    CareRecord *phone = care_record_list_item(customer, CARE_CUSTOMER_PHONES, 0);
    g_autofree char *reason = care_hit_reason(
        self->store, hit, phone ? care_record_text(phone, CARE_CUSTOMER_PHONE_NUMBER) : NULL);
    GtkWidget *row = care_person_row_new(care_record_text(customer, CARE_CUSTOMER_NAME), NULL, reason);

    g_object_set_data_full(G_OBJECT(row), "care-customer", g_object_ref(customer), g_object_unref);
    gtk_list_box_row_set_activatable(GTK_LIST_BOX_ROW(row), TRUE);
    g_signal_connect(row, "activated", G_CALLBACK(on_hit_activated), self);
    gtk_list_box_insert(self->list, row,
                        gtk_list_box_row_get_index(GTK_LIST_BOX_ROW(self->find)) + 1 + (int)self->hits->len);
    g_ptr_array_add(self->hits, row);
}

static gpointer
read_hits(CareConnection *connection, gpointer text, GError **error)
{
    return care_search_people(connection, text, MAX_HITS, error);
}

/* Enter takes the first that was found for all that is typed, or begins a new one. */
static void
on_find_activated(CareCustomerPicker *self)
{
    if (self->searching)
        self->take_when_found = TRUE;
    else if (self->hits->len > 0)
        on_hit_activated(self->hits->pdata[0], self);
    else if (care_typed_customer_may_be(typed(self)))
        care_customer_picker_begin_new(self, typed(self));
}

static void
on_hits(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CareCustomerPicker) self = data;
    g_autoptr(GPtrArray) hits = care_store_read_finish(CARE_STORE(source), result, NULL);

    if (!self->searching || g_task_get_cancellable(G_TASK(result)) != self->searching)
        return;
    g_clear_object(&self->searching);
    clear_hits(self);
    for (guint i = 0; hits && i < hits->len; i++) {
        const CareSearchHit *hit = hits->pdata[i];
        g_autoptr(CareRecord) customer = care_store_get(self->store, &care_customer_kind, hit->id, NULL);

        if (customer)
            add_hit(self, customer, hit);
    }
    if (hits && self->take_when_found)
        on_find_activated(self);
}

static void
stop_searching(CareCustomerPicker *self)
{
    if (self->searching)
        g_cancellable_cancel(self->searching);
    g_clear_object(&self->searching);
    self->take_when_found = FALSE;
}

static void
search(CareCustomerPicker *self)
{
    gtk_widget_remove_css_class(self->find, "error");
    stop_searching(self);
    show_state(self);
    if (*typed(self) == '\0') {
        clear_hits(self);
        return;
    }
    self->searching = g_cancellable_new();
    care_store_read_async(self->store, read_hits, g_strdup(typed(self)), g_free,
                          (GDestroyNotify)g_ptr_array_unref, self->searching, on_hits, g_object_ref(self));
}

static void
on_find_typed(CareCustomerPicker *self)
{
    search(self);
    g_signal_emit(self, signals[CHANGED], 0);
}

static void
on_begin(CareCustomerPicker *self)
{
    care_customer_picker_begin_new(self, typed(self));
}

static void
on_change(CareCustomerPicker *self)
{
    g_clear_object(&self->fresh);
    choose(self, 0);
    gtk_widget_grab_focus(care_customer_picker_get_row(self));
}

static char *
row_text(GtkWidget *row)
{
    return g_strstrip(g_strdup(gtk_editable_get_text(GTK_EDITABLE(row))));
}

static void
on_new_edited(CareCustomerPicker *self)
{
    g_autofree char *name = row_text(self->name);
    g_autofree char *phone = row_text(self->phone);
    GListStore *phones;

    if (!self->fresh)
        return;
    self->both = FALSE;
    gtk_widget_remove_css_class(self->name, "error");
    care_record_set_text(self->fresh, CARE_CUSTOMER_NAME, name);
    phones = care_record_list(self->fresh, CARE_CUSTOMER_PHONES);
    g_list_store_remove_all(phones);
    if (*phone)
        care_record_set_text(care_record_list_add(self->fresh, CARE_CUSTOMER_PHONES),
                             CARE_CUSTOMER_PHONE_NUMBER, phone);
    g_signal_emit(self, signals[CHANGED], 0);
}

static void
care_customer_picker_dispose(GObject *object)
{
    CareCustomerPicker *self = CARE_CUSTOMER_PICKER(object);

    stop_searching(self);
    self->list = NULL;
    g_clear_object(&self->fresh);
    g_clear_object(&self->store);
    G_OBJECT_CLASS(care_customer_picker_parent_class)->dispose(object);
}

static void
care_customer_picker_finalize(GObject *object)
{
    CareCustomerPicker *self = CARE_CUSTOMER_PICKER(object);

    g_free(self->chosen_name);
    g_ptr_array_unref(self->hits);
    G_OBJECT_CLASS(care_customer_picker_parent_class)->finalize(object);
}

static void
care_customer_picker_class_init(CareCustomerPickerClass *klass)
{
    G_OBJECT_CLASS(klass)->dispose = care_customer_picker_dispose;
    G_OBJECT_CLASS(klass)->finalize = care_customer_picker_finalize;

    /** CareCustomerPicker::changed: somebody else was chosen, the new one was edited, or somebody is looked for */
    signals[CHANGED] = g_signal_new("changed", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
}

static void
care_customer_picker_init(CareCustomerPicker *self)
{
    self->hits = g_ptr_array_new();
}

static GtkWidget *
entry_new(const char *title)
{
    return g_object_new(ADW_TYPE_ENTRY_ROW, "title", title, NULL);
}

static GtkWidget *
another_new(CareCustomerPicker *self)
{
    GtkWidget *button = gtk_button_new_from_icon_name("system-search-symbolic"); /* the row has the pen */

    gtk_widget_add_css_class(button, "flat");
    gtk_widget_set_valign(button, GTK_ALIGN_CENTER);
    gtk_widget_set_tooltip_text(button, _("Choose Another Customer"));
    g_signal_connect_swapped(button, "clicked", G_CALLBACK(on_change), self);
    return button;
}

static void
make_rows(CareCustomerPicker *self)
{
    self->find = entry_new(_("Customer: name, phone, serial…"));
    self->begin = adw_button_row_new();
    adw_preferences_row_set_use_markup(ADW_PREFERENCES_ROW(self->begin), FALSE);
    self->chosen = care_person_row_new(NULL, "", NULL);
    self->name = entry_new(_("Name of the New Customer"));
    self->phone = entry_new(_("Phone"));
    adw_action_row_add_suffix(ADW_ACTION_ROW(self->chosen), another_new(self));
    adw_entry_row_add_suffix(ADW_ENTRY_ROW(self->name), another_new(self));
    gtk_list_box_append(self->list, self->find);
    gtk_list_box_append(self->list, self->begin);
    gtk_list_box_append(self->list, self->chosen);
    gtk_list_box_append(self->list, self->name);
    gtk_list_box_append(self->list, self->phone);
    g_signal_connect_swapped(self->find, "changed", G_CALLBACK(on_find_typed), self);
    g_signal_connect_swapped(self->find, "entry-activated", G_CALLBACK(on_find_activated), self);
    g_signal_connect_swapped(self->begin, "activated", G_CALLBACK(on_begin), self);
    g_signal_connect_swapped(self->name, "changed", G_CALLBACK(on_new_edited), self);
    g_signal_connect_swapped(self->phone, "changed", G_CALLBACK(on_new_edited), self);
}

/* Appends its rows to the list. Transfer none: it lives as long as the list. */
CareCustomerPicker *
care_customer_picker_new(GtkListBox *list, CareStore *store)
{
    CareCustomerPicker *self = g_object_new(CARE_TYPE_CUSTOMER_PICKER, NULL);

    self->list = list;
    self->store = g_object_ref(store);
    make_rows(self);
    show_state(self);
    g_object_set_data_full(G_OBJECT(list), "care-customer-picker", self, g_object_unref);
    return self;
}

CareId
care_customer_picker_get_id(CareCustomerPicker *self)
{
    return self->id;
}

const char *
care_customer_picker_get_sought(CareCustomerPicker *self)
{
    g_return_val_if_fail(CARE_IS_CUSTOMER_PICKER(self), NULL);
    return self->id == 0 && !self->fresh ? typed(self) : "";
}

gboolean
care_customer_picker_is_typed(CareCustomerPicker *self)
{
    g_return_val_if_fail(CARE_IS_CUSTOMER_PICKER(self), FALSE);
    if (self->fresh)
        return care_record_text(self->fresh, CARE_CUSTOMER_NAME)
               || care_record_list_length(self->fresh, CARE_CUSTOMER_PHONES) > 0;
    return *care_customer_picker_get_sought(self) != '\0';
}

/* Goes on looking for somebody of an earlier draft. */
void
care_customer_picker_take_sought(CareCustomerPicker *self, const char *text)
{
    g_return_if_fail(CARE_IS_CUSTOMER_PICKER(self));
    gtk_editable_set_text(GTK_EDITABLE(self->find), text);
}

CareRecord *
care_customer_picker_get_new(CareCustomerPicker *self)
{
    return self->fresh;
}

const char *
care_customer_picker_get_name(CareCustomerPicker *self)
{
    return self->fresh ? care_record_text(self->fresh, CARE_CUSTOMER_NAME) : self->chosen_name;
}

static char *
facts_of(CareRecord *customer)
{
    CareRecord *phone = care_record_list_item(customer, CARE_CUSTOMER_PHONES, 0);
    const char *number = phone ? care_record_text(phone, CARE_CUSTOMER_PHONE_NUMBER) : NULL;
    const char *prefers = care_channel_preferred(care_record_text(customer, CARE_CUSTOMER_CHANNEL));

    if (number && prefers)
        return g_strdup_printf("%s · %s", number, prefers);
    return g_strdup(number ? number : prefers ? prefers : "");
}

/* 0 goes back to the search. Emits nothing. */
void
care_customer_picker_set_id(CareCustomerPicker *self, CareId id)
{
    g_autoptr(CareRecord) customer = id ? care_store_get(self->store, &care_customer_kind, id, NULL) : NULL;
    g_autofree char *facts = NULL;

    g_return_if_fail(CARE_IS_CUSTOMER_PICKER(self));
    stop_searching(self);
    g_clear_object(&self->fresh);
    self->id = customer ? id : 0;
    g_set_str(&self->chosen_name, customer ? care_record_text(customer, CARE_CUSTOMER_NAME) : NULL);
    if (customer) {
        facts = facts_of(customer);
        care_person_row_set_name(CARE_PERSON_ROW(self->chosen), self->chosen_name);
        adw_preferences_row_set_title(ADW_PREFERENCES_ROW(self->chosen), self->chosen_name);
        adw_action_row_set_subtitle(ADW_ACTION_ROW(self->chosen), facts);
    }
    show_state(self);
}

/* The cursor goes to what is still to be said: of what is filled in the next letter would replace it all. */
static void
go_on(CareCustomerPicker *self, gboolean named, gboolean numbered)
{
    gtk_widget_grab_focus(named ? self->phone : self->name);
    if (named && numbered)
        gtk_widget_child_focus(GTK_WIDGET(self->list), GTK_DIR_TAB_FORWARD);
}

/* What was typed may be a name, a phone number or both. */
void
care_customer_picker_begin_new(CareCustomerPicker *self, const char *text)
{
    g_autoptr(CareRecord) begun = care_typed_customer_new(text ? text : ""); /* the search entry may own it */
    const char *name = care_record_text(begun, CARE_CUSTOMER_NAME);
    const char *number
        = care_record_text(care_record_list_item(begun, CARE_CUSTOMER_PHONES, 0), CARE_CUSTOMER_PHONE_NUMBER);

    g_return_if_fail(CARE_IS_CUSTOMER_PICKER(self));
    stop_searching(self);
    self->id = 0;
    g_clear_object(&self->fresh);
    gtk_editable_set_text(GTK_EDITABLE(self->name), name ? name : "");
    gtk_editable_set_text(GTK_EDITABLE(self->phone), number ? number : "");
    self->fresh = g_steal_pointer(&begun);
    show_state(self);
    on_new_edited(self);
    go_on(self, name != NULL, number != NULL);
}

/* Goes on with a new customer of an earlier draft. */
void
care_customer_picker_take_new(CareCustomerPicker *self, CareRecord *customer)
{
    CareRecord *phone = care_record_list_item(customer, CARE_CUSTOMER_PHONES, 0);
    const char *name = care_record_text(customer, CARE_CUSTOMER_NAME);
    g_autofree char *number = phone ? g_strdup(care_record_text(phone, CARE_CUSTOMER_PHONE_NUMBER)) : NULL;

    g_return_if_fail(CARE_IS_CUSTOMER_PICKER(self));
    care_customer_picker_begin_new(self, name);
    gtk_editable_set_text(GTK_EDITABLE(self->name), name ? name : "");
    gtk_editable_set_text(GTK_EDITABLE(self->phone), number ? number : "");
}

GtkWidget *
care_customer_picker_get_row(CareCustomerPicker *self)
{
    g_return_val_if_fail(CARE_IS_CUSTOMER_PICKER(self), NULL);
    return self->fresh ? self->name : self->id ? self->chosen : self->find;
}

static void
on_duplicate_answered(CareDuplicateAnswer answer, CareId other, gpointer data)
{
    CareCustomerPicker *self = data;

    if (!self->list || answer == CARE_DUPLICATE_BACK)
        return;
    if (answer == CARE_DUPLICATE_OPEN)
        choose(self, other);
    else
        self->both = TRUE;
    if (answer == CARE_DUPLICATE_SAVE)
        gtk_widget_activate_action(GTK_WIDGET(self->list), "intake.save", NULL);
}

/* Whoever has this number or is new with it: that is asked, never decided. TRUE: it was asked. */
static gboolean
ask_for_duplicate(CareCustomerPicker *self)
{
    /* Translators: %s is a customer */
    const CareDuplicateWords words = { _("It Is %s"), _("Somebody New") };
    g_autofree char *why = NULL;
    g_autoptr(CareRecord) other = NULL;

    if (self->fresh && !self->both)
        other = care_duplicates_find(self->store, self->fresh, &why);
    if (other)
        care_duplicates_ask(GTK_WIDGET(self->list), other, why, &words, on_duplicate_answered, self);
    return other != NULL;
}

/* Whether somebody is named. A new one with the number of a known one is asked about first, and "intake.save" is
 * activated again with the answer. */
gboolean
care_customer_picker_check(CareCustomerPicker *self)
{
    GtkWidget *row = self->fresh ? self->name : self->find;

    g_return_val_if_fail(CARE_IS_CUSTOMER_PICKER(self), FALSE);
    if (self->id != 0 || (self->fresh && care_record_text(self->fresh, CARE_CUSTOMER_NAME)))
        return !ask_for_duplicate(self);
    gtk_widget_add_css_class(row, "error");
    gtk_widget_grab_focus(row);
    return FALSE;
}
