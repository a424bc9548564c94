/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jobs/device-picker.h"

#include <glib/gi18n-lib.h>

#include "model/device.h"
#include "store/named-query.h"
#include "ui/kit/combo-row.h"
#include "ui/kit/facts.h"
#include "ui/parts/thing-icon.h"

struct _CareDevicePicker {
    GObject parent_instance;

    CareStore *store;
    CareId customer;
    GPtrArray *devices; /* CareRecord */
    CareRecord *fresh;  /* what the rows for a new one say; never NULL */
    gboolean filling;

    GtkWidget *choice;
    GtkWidget *icon;
    GtkWidget *name;
    GtkWidget *more; /* the button that shows the next two before there is a name */
    GtkWidget *serial;
    GtkWidget *kind;
};

enum {
    CHANGED,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE(CareDevicePicker, care_device_picker, G_TYPE_OBJECT)

/* Its number or its sort is enough to have begun: what it is may be asked for at the end. */
static gboolean
is_described(CareDevicePicker *self)
{
    return care_record_text(self->fresh, CARE_DEVICE_NAME)
           || care_record_text(self->fresh, CARE_DEVICE_SERIAL)
           || care_record_text(self->fresh, CARE_DEVICE_KIND);
}

static CareRecord *
chosen(CareDevicePicker *self)
{
    guint selected = adw_combo_row_get_selected(ADW_COMBO_ROW(self->choice));

    return selected < self->devices->len ? self->devices->pdata[selected] : NULL;
}

static char *
facts_of(CareDevicePicker *self, CareRecord *device)
{
    const char *serial = care_record_text(device, CARE_DEVICE_SERIAL);
    int jobs = (int)care_query_number(care_store_reader(self->store), "jobs/count-of-device", "i",
                                      care_record_id(device));
    g_autofree char *earlier = g_strdup_printf(ngettext("%d earlier job", "%d earlier jobs", jobs), jobs);

    if (!serial)
        serial = care_record_text(device, CARE_DEVICE_PLATE);
    return serial ? g_strdup_printf("%s · %s", serial, earlier) : g_steal_pointer(&earlier);
}

/* Number and kind of a new one are asked for once it is there: until then they would be in the way. */
static void
show_rows_of_new(CareDevicePicker *self)
{
    gboolean fresh = chosen(self) == NULL;
    gboolean more = is_described(self) || gtk_toggle_button_get_active(GTK_TOGGLE_BUTTON(self->more));

    gtk_widget_set_visible(self->name, fresh);
    gtk_widget_set_visible(self->more, !is_described(self));
    gtk_widget_set_visible(self->serial, fresh && more);
    gtk_widget_set_visible(self->kind, fresh && more);
}

static void
show_state(CareDevicePicker *self)
{
    CareRecord *device = chosen(self);
    g_autofree char *facts = device ? facts_of(self, device) : NULL;
    g_autoptr(GString) title = g_string_new(NULL);
    const char *thing = NULL;

    if (device) {
        thing = care_record_text(device, CARE_DEVICE_KIND);
        if (!thing)
            thing = care_record_text(device, CARE_DEVICE_NAME);
    }
    gtk_widget_set_visible(self->choice, self->devices->len > 0);
    show_rows_of_new(self);
    care_facts_add(title, _("Device"));
    care_facts_add(title, facts);
    adw_preferences_row_set_title(ADW_PREFERENCES_ROW(self->choice), title->str);
    care_thing_icon_set_icon_name(CARE_THING_ICON(self->icon), care_thing_icon_for(thing));
}

static void
on_selected(CareDevicePicker *self)
{
    if (self->filling)
        return;
    show_state(self);
    g_signal_emit(self, signals[CHANGED], 0);
}

static void
take_text(CareDevicePicker *self, int field, GtkWidget *row)
{
    g_autofree char *text = g_strstrip(g_strdup(gtk_editable_get_text(GTK_EDITABLE(row))));

    care_record_set_text(self->fresh, field, text);
}

static void
on_edited(CareDevicePicker *self)
{
    if (self->filling)
        return;
    gtk_widget_remove_css_class(self->name, "error");
    take_text(self, CARE_DEVICE_NAME, self->name);
    take_text(self, CARE_DEVICE_SERIAL, self->serial);
    take_text(self, CARE_DEVICE_KIND, self->kind);
    show_rows_of_new(self);
    g_signal_emit(self, signals[CHANGED], 0);
}

static void
care_device_picker_dispose(GObject *object)
{
    CareDevicePicker *self = CARE_DEVICE_PICKER(object);

    g_clear_object(&self->fresh);
    g_clear_object(&self->store);
    G_OBJECT_CLASS(care_device_picker_parent_class)->dispose(object);
}

static void
care_device_picker_finalize(GObject *object)
{
    g_ptr_array_unref(CARE_DEVICE_PICKER(object)->devices);
    G_OBJECT_CLASS(care_device_picker_parent_class)->finalize(object);
}

static void
care_device_picker_class_init(CareDevicePickerClass *klass)
{
    G_OBJECT_CLASS(klass)->dispose = care_device_picker_dispose;
    G_OBJECT_CLASS(klass)->finalize = care_device_picker_finalize;

    /** CareDevicePicker::changed: another device was chosen, or the new one was edited */
    signals[CHANGED] = g_signal_new("changed", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
}

static void
care_device_picker_init(CareDevicePicker *self)
{
    self->devices = g_ptr_array_new_with_free_func(g_object_unref);
    self->fresh = CARE_RECORD(care_device_new());
}

static GtkWidget *
add_entry(CareDevicePicker *self, GtkListBox *list, const char *title)
{
    GtkWidget *row = g_object_new(ADW_TYPE_ENTRY_ROW, "title", title, NULL);

    g_signal_connect_swapped(row, "changed", G_CALLBACK(on_edited), self);
    gtk_list_box_append(list, row);
    return row;
}

/* At the end of the row of the name: what is known may be its number alone. */
static GtkWidget *
more_button_new(CareDevicePicker *self)
{
    GtkWidget *more = gtk_toggle_button_new();

    gtk_button_set_icon_name(GTK_BUTTON(more), "pan-down-symbolic");
    gtk_widget_set_tooltip_text(more, _("Number and Kind"));
    gtk_widget_set_valign(more, GTK_ALIGN_CENTER);
    gtk_widget_add_css_class(more, "flat");
    adw_entry_row_add_suffix(ADW_ENTRY_ROW(self->name), more);
    g_signal_connect_swapped(more, "toggled", G_CALLBACK(show_rows_of_new), self);
    return more;
}

/* Appends its rows. Transfer none: it lives as long as the list. */
CareDevicePicker *
care_device_picker_new(GtkListBox *list, CareStore *store)
{
    CareDevicePicker *self = g_object_new(CARE_TYPE_DEVICE_PICKER, NULL);

    self->store = g_object_ref(store);
    self->choice = care_combo_row_new();
    adw_preferences_row_set_use_markup(ADW_PREFERENCES_ROW(self->choice), FALSE);
    self->icon = care_thing_icon_new("care-wrench-symbolic", CARE_TONE_NEUTRAL);
    /* the whole name, however narrow it is: they may have two that begin alike */
    adw_combo_row_set_use_subtitle(ADW_COMBO_ROW(self->choice), TRUE);
    gtk_widget_add_css_class(self->choice, "property");
    adw_action_row_add_prefix(ADW_ACTION_ROW(self->choice), self->icon);
    gtk_list_box_append(list, self->choice);
    self->name = add_entry(self, list, _("New Device"));
    self->more = more_button_new(self);
    self->serial = add_entry(self, list, _("Serial or Frame Number"));
    self->kind = add_entry(self, list, _("Kind (Bike, Phone…)"));
    g_signal_connect_swapped(self->choice, "notify::selected", G_CALLBACK(on_selected), self);
    show_state(self);
    g_object_set_data_full(G_OBJECT(list), "care-device-picker", self, g_object_unref);
    return self;
}

void
care_device_picker_set_customer(CareDevicePicker *self, CareId customer)
{
    g_autoptr(GtkStringList) names = gtk_string_list_new(NULL);
    g_autoptr(GPtrArray) found = NULL;

    g_return_if_fail(CARE_IS_DEVICE_PICKER(self));
    self->customer = customer;
    self->filling = TRUE;
    g_ptr_array_set_size(self->devices, 0);
    if (customer)
        found = care_store_query(self->store, &care_device_kind, NULL, "customers/devices", "i", customer);
    for (guint i = 0; found && i < found->len; i++) {
        g_ptr_array_add(self->devices, g_object_ref(found->pdata[i]));
        gtk_string_list_append(names, care_record_text(found->pdata[i], CARE_DEVICE_NAME));
    }
    gtk_string_list_append(names, _("Another device"));
    adw_combo_row_set_model(ADW_COMBO_ROW(self->choice), G_LIST_MODEL(names));
    /* what somebody has begun to write down stays chosen, whoever it turns out to belong to */
    adw_combo_row_set_selected(ADW_COMBO_ROW(self->choice), is_described(self) ? self->devices->len : 0);
    self->filling = FALSE;
    show_state(self);
}

CareId
care_device_picker_get_id(CareDevicePicker *self)
{
    CareRecord *device = chosen(self);

    return device ? care_record_id(device) : 0;
}

void
care_device_picker_set_id(CareDevicePicker *self, CareId device)
{
    g_return_if_fail(CARE_IS_DEVICE_PICKER(self));
    for (guint i = 0; i < self->devices->len; i++)
        if (care_record_id(self->devices->pdata[i]) == device)
            adw_combo_row_set_selected(ADW_COMBO_ROW(self->choice), i);
}

CareRecord *
care_device_picker_get_new(CareDevicePicker *self)
{
    return !chosen(self) && is_described(self) ? self->fresh : NULL;
}

gboolean
care_device_picker_check(CareDevicePicker *self)
{
    CareRecord *fresh;

    g_return_val_if_fail(CARE_IS_DEVICE_PICKER(self), FALSE);
    fresh = care_device_picker_get_new(self);
    if (!fresh || care_record_text(fresh, CARE_DEVICE_NAME))
        return TRUE;
    if (care_record_text(fresh, CARE_DEVICE_KIND)) {
        gtk_editable_set_text(GTK_EDITABLE(self->name), care_record_text(fresh, CARE_DEVICE_KIND));
        return TRUE;
    }
    gtk_widget_add_css_class(self->name, "error");
    gtk_widget_grab_focus(self->name);
    return FALSE;
}

GtkWidget *
care_device_picker_get_row(CareDevicePicker *self)
{
    g_return_val_if_fail(CARE_IS_DEVICE_PICKER(self), NULL);
    return chosen(self) || is_described(self) ? NULL : self->name;
}

static void
show_text(GtkWidget *row, CareRecord *device, int field)
{
    const char *text = care_record_text(device, field);

    gtk_editable_set_text(GTK_EDITABLE(row), text ? text : "");
}

/* Goes on with a new device of an earlier draft. */
void
care_device_picker_take_new(CareDevicePicker *self, CareRecord *device)
{
    g_return_if_fail(CARE_IS_DEVICE_PICKER(self));
    self->filling = TRUE;
    adw_combo_row_set_selected(ADW_COMBO_ROW(self->choice), self->devices->len);
    show_text(self->name, device, CARE_DEVICE_NAME);
    show_text(self->serial, device, CARE_DEVICE_SERIAL);
    show_text(self->kind, device, CARE_DEVICE_KIND);
    self->filling = FALSE;
    show_state(self);
    on_edited(self);
}
