/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preferences/shop-page.h"

#include <glib/gi18n-lib.h>

#include "document/image.h"
#include "document/postal-address.h"
#include "store/file-store.h"
#include "ui/kit/toast.h"
#include "ui/preferences/region-row.h"
#include "ui/preferences/setting-choice.h"
#include "ui/preferences/setting-row.h"
#include "ui/preferences/setting-value.h"

typedef struct {
    const char *key;
    const char *title;
} Entry;

static const Entry name_entries[] = {
    { CARE_SETTING_SHOP_NAME, N_("Name") },
    { CARE_SETTING_SHOP_TAGLINE, N_("Tagline") },
    { NULL },
};
static const Entry reach_entries[] = {
    { CARE_SETTING_SHOP_STREET, N_("Street") },   { CARE_SETTING_SHOP_POSTCODE, N_("Postcode") },
    { CARE_SETTING_SHOP_LOCALITY, N_("Town") },   { CARE_SETTING_SHOP_REGION, N_("State") },
    { CARE_SETTING_SHOP_PHONE, N_("Phone") },     { CARE_SETTING_SHOP_EMAIL, N_("E-Mail") },
    { CARE_SETTING_SHOP_WEBSITE, N_("Website") }, { NULL },
};
static const Entry invoice_entries[] = {
    { CARE_SETTING_SHOP_VAT_ID, N_("VAT Number") },
    { CARE_SETTING_SHOP_TAX_NUMBER, N_("Tax Number") },
    { CARE_SETTING_SHOP_IBAN, N_("IBAN") },
    { CARE_SETTING_SHOP_BIC, N_("BIC") },
    { CARE_SETTING_SHOP_BANK, N_("Bank") },
    { CARE_SETTING_THANKS, N_("Thanks Below an Invoice") },
    { NULL },
};
const char *
care_shop_page_title(const char *key)
{
    static const Entry *const groups[] = { name_entries, reach_entries, invoice_entries };

    for (gsize i = 0; i < G_N_ELEMENTS(groups); i++)
        for (const Entry *entry = groups[i]; entry->key != NULL; entry++)
            if (g_str_equal(entry->key, key))
                return _(entry->title);
    return NULL;
}

/* Where addresses name one. */
static void
show_state(GtkWidget *row, const CareTaxPreset *preset)
{
    gtk_widget_set_visible(row, preset != NULL && care_postal_address_names_region(preset->region));
}

static void
show_vat_number(GtkWidget *row, const CareTaxPreset *preset)
{
    gtk_widget_set_visible(row, preset == NULL || !preset->sales_tax);
}

static GtkWidget *
entry_row_new(CareStore *store, const Entry *entry)
{
    GtkWidget *row = care_setting_entry_row_new(store, entry->key, _(entry->title));

    if (g_str_equal(entry->key, CARE_SETTING_SHOP_REGION))
        return care_region_row_follow(row, store, show_state);
    if (g_str_equal(entry->key, CARE_SETTING_SHOP_VAT_ID))
        return care_region_row_follow(row, store, show_vat_number);
    return row;
}

static AdwPreferencesGroup *
add_group(AdwPreferencesPage *page, CareStore *store, const char *title, const char *description,
          const Entry *entries)
{
    AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP(adw_preferences_group_new());

    if (title != NULL)
        adw_preferences_group_set_title(group, title);
    if (description != NULL)
        adw_preferences_group_set_description(group, description);
    for (guint i = 0; entries[i].key != NULL; i++)
        adw_preferences_group_add(group, entry_row_new(store, &entries[i]));
    adw_preferences_page_add(page, group);
    return group;
}

/* The row with the logo: it lives with the dialog. */
typedef struct {
    AdwPreferencesDialog *dialog;
    CareStore *store;
    CareSettingValue *value;
    GtkWidget *row;
    GtkImage *image;
    GtkWidget *clear;
} Logo;

static void
logo_free(gpointer data)
{
    Logo *self = data;

    g_signal_handlers_disconnect_by_data(self->value, self);
    g_object_unref(self->value);
    g_object_unref(self->store);
    g_free(self);
}

static void
show_logo(Logo *self)
{
    const char *sha256 = care_setting_value_get(self->value);
    g_autofree char *path
        = sha256 != NULL ? care_file_store_path(care_store_data_dir(self->store), sha256) : NULL;

    if (path != NULL)
        gtk_image_set_from_file(self->image, path);
    else
        gtk_image_set_from_icon_name(self->image, "care-store-symbolic");
    gtk_widget_set_visible(self->clear, sha256 != NULL);
    adw_action_row_set_subtitle(ADW_ACTION_ROW(self->row), sha256 != NULL
                                                               ? _("Shown on every document")
                                                               : _("None yet: a PNG or JPEG picture"));
}

static void
toast(AdwPreferencesDialog *dialog, const char *text)
{
    adw_preferences_dialog_add_toast(dialog, care_toast_new(text));
}

static void
on_logo_chosen(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GtkWidget) row = data;
    Logo *self = g_object_get_data(G_OBJECT(row), "care-logo");
    g_autoptr(GFile) file = gtk_file_dialog_open_finish(GTK_FILE_DIALOG(source), result, NULL);
    g_autofree char *path = file != NULL ? g_file_get_path(file) : NULL;
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = NULL;
    g_autofree char *sha256 = NULL;

    if (path == NULL)
        return;
    bytes = care_image_load_file(path, CARE_IMAGE_LOGO_SIDE, &error);
    if (bytes != NULL)
        sha256 = care_file_store_put(care_store_data_dir(self->store), bytes, &error);
    if (sha256 == NULL) {
        toast(self->dialog, error->message);
        return;
    }
    care_setting_value_set(self->value, sha256);
    show_logo(self);
}

static void
on_choose_logo(Logo *self)
{
    g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new();

    gtk_file_dialog_set_title(dialog, _("Choose a Logo"));
    gtk_file_dialog_open(dialog, GTK_WINDOW(gtk_widget_get_root(self->row)), NULL, on_logo_chosen,
                         g_object_ref(self->row));
}

static void
on_clear_logo(Logo *self)
{
    care_setting_value_set(self->value, NULL);
    show_logo(self);
}

static GtkWidget *
logo_row_new(AdwPreferencesDialog *dialog, CareStore *store)
{
    Logo *self = g_new0(Logo, 1);
    GtkWidget *choose = gtk_button_new_with_mnemonic(_("_Choose…"));

    self->dialog = dialog;
    self->store = g_object_ref(store);
    self->value = care_setting_value_new(store, CARE_SETTING_SHOP_LOGO, _("Logo"));
    self->row = adw_action_row_new();
    self->image = GTK_IMAGE(gtk_image_new());
    self->clear = gtk_button_new_from_icon_name("edit-clear-symbolic");
    adw_preferences_row_set_title(ADW_PREFERENCES_ROW(self->row), _("Logo"));
    gtk_image_set_pixel_size(self->image, 32);
    gtk_widget_set_tooltip_text(self->clear, _("Take the Logo Away"));
    gtk_widget_set_valign(self->clear, GTK_ALIGN_CENTER);
    gtk_widget_set_valign(choose, GTK_ALIGN_CENTER);
    gtk_widget_add_css_class(self->clear, "flat");
    adw_action_row_add_prefix(ADW_ACTION_ROW(self->row), GTK_WIDGET(self->image));
    adw_action_row_add_suffix(ADW_ACTION_ROW(self->row), self->clear);
    adw_action_row_add_suffix(ADW_ACTION_ROW(self->row), choose);
    adw_action_row_set_activatable_widget(ADW_ACTION_ROW(self->row), choose);
    g_object_set_data_full(G_OBJECT(self->row), "care-logo", self, logo_free);
    g_signal_connect_swapped(choose, "clicked", G_CALLBACK(on_choose_logo), self);
    g_signal_connect_swapped(self->clear, "clicked", G_CALLBACK(on_clear_logo), self);
    g_signal_connect_swapped(self->value, "changed", G_CALLBACK(show_logo), self);
    g_signal_connect_swapped(self->value, "refused", G_CALLBACK(show_logo), self);
    show_logo(self);
    return self->row;
}

static GtkWidget *
paper_row_new(CareStore *store)
{
    static const char *const sizes[] = { "a4", "letter", NULL };
    const char *const titles[] = { _("A4"), _("US Letter"), NULL };

    return care_setting_choice_row_new(store, CARE_SETTING_PAPER_SIZE, _("Paper"), sizes, titles);
}

AdwPreferencesPage *
care_shop_page_new(AdwPreferencesDialog *dialog, CareContext *context)
{
    CareStore *store = care_context_get_store(context);
    AdwPreferencesPage *page = g_object_new(ADW_TYPE_PREFERENCES_PAGE, "title", _("My Shop"), "icon-name",
                                            "care-store-symbolic", NULL);
    AdwPreferencesGroup *group
        = add_group(page, store, NULL, _("Shown on invoices, cards and messages."), name_entries);

    adw_preferences_group_add(group, logo_row_new(dialog, store));
    add_group(page, store, _("Contact"), NULL, reach_entries);
    group = add_group(page, store, _("On Invoices"), NULL, invoice_entries);
    adw_preferences_group_add(group, paper_row_new(store));
    return page;
}
