/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/parts/call-dialog.h"

#include <glib/gi18n-lib.h>

#include "core/isolate.h"
#include "model/customer-email.h"
#include "model/customer-phone.h"
#include "model/customer.h"
#include "model/device.h"
#include "model/interaction.h"
#include "model/job.h"
#include "model/situation.h"
#include "ui/parts/contact-undo.h"
#include "ui/kit/dialog-focus.h"
#include "ui/kit/empty-state.h"
#include "ui/kit/plain-row.h"
#include "ui/kit/template.h"
#include "ui/kit/words.h"

struct _CareCallDialog {
    AdwDialog parent_instance;

    CareContext *context;
    CareDueItem *item; /* what it is about */
    CareRecord *customer;
    GtkWidget *window; /* weak: where the toast goes when the dialog is gone */

    AdwWindowTitle *title;
    AdwBanner *banner;
    GtkLabel *subject_label;
    AdwPreferencesGroup *numbers;
    AdwPreferencesGroup *script_group;
    AdwActionRow *script;
    AdwComboRow *how;
    AdwComboRow *outcome;
    AdwEntryRow *note;
    GtkButton *save_button;
};

G_DEFINE_FINAL_TYPE(CareCallDialog, care_call_dialog, ADW_TYPE_DIALOG)

static const char *const channels[] = { "phone", "sms", "email", "letter", "counter" };

/* How a call ends, and whether it settles what it was about. */
static const struct {
    const char *label;
    gboolean settled;
} outcomes[] = {
    { N_("Reached them"), TRUE },
    { N_("Left a message"), TRUE },
    { N_("Nobody answered"), FALSE },
};

static const char *
channel(CareCallDialog *self)
{
    guint selected = adw_combo_row_get_selected(self->how);

    return selected < G_N_ELEMENTS(channels) ? channels[selected] : channels[0];
}

static gboolean
is_call(CareCallDialog *self)
{
    return g_str_equal(channel(self), "phone");
}

static guint
chosen_outcome(CareCallDialog *self)
{
    guint selected = adw_combo_row_get_selected(self->outcome);

    return is_call(self) && selected < G_N_ELEMENTS(outcomes) ? selected : 0;
}

static void
on_how_changed(CareCallDialog *self)
{
    gtk_widget_set_visible(GTK_WIDGET(self->outcome), is_call(self));
    gtk_widget_set_visible(GTK_WIDGET(self->script_group), is_call(self));
}

typedef struct {
    CareCallDialog *dialog;
    CareContactAbout about;
} Save;

static void
offer_undo(CareCallDialog *self, CareId interaction, const CareContactAbout *about)
{
    const char *name = care_record_text(self->customer, CARE_CUSTOMER_NAME);
    g_autofree char *message = g_strdup_printf(
        about->settled ? _("Logged: contact with %s") : _("Logged: %s was not reached"), name);

    care_contact_offer_undo(self->window, care_context_get_store(self->context), interaction, about, message);
}

static void
on_logged(GObject *source, GAsyncResult *result, gpointer data)
{
    Save *save = data;
    g_autoptr(CareCallDialog) self = save->dialog;
    g_autoptr(GError) error = NULL;
    CareId interaction = care_contact_log_finish(CARE_STORE(source), result, &error);

    if (interaction == 0) {
        care_banner_show_error(self->banner, error);
        gtk_widget_set_sensitive(GTK_WIDGET(self->save_button), TRUE);
    } else {
        if (self->window)
            offer_undo(self, interaction, &save->about);
        adw_dialog_force_close(ADW_DIALOG(self));
    }
    g_free(save);
}

static CareRecord *
make_interaction(CareCallDialog *self)
{
    CareRecord *interaction = CARE_RECORD(care_interaction_new());
    CareStore *store = care_context_get_store(self->context);
    g_autofree char *said = g_strstrip(g_strdup(gtk_editable_get_text(GTK_EDITABLE(self->note))));

    care_record_set_int(interaction, CARE_INTERACTION_CUSTOMER, self->item->customer);
    care_record_set_int(interaction, CARE_INTERACTION_JOB, self->item->job);
    care_record_set_text(interaction, CARE_INTERACTION_DIRECTION, "out");
    care_record_set_text(interaction, CARE_INTERACTION_CHANNEL, channel(self));
    care_record_set_text(interaction, CARE_INTERACTION_SUBJECT, self->item->text);
    care_record_set_text(interaction, CARE_INTERACTION_BODY, said);
    care_record_set_text(interaction, CARE_INTERACTION_CLASS, care_situation_class(self->item->situation));
    care_record_set_int(interaction, CARE_INTERACTION_STAFF, care_store_actor(store));
    if (is_call(self))
        care_record_set_text(interaction, CARE_INTERACTION_OUTCOME, _(outcomes[chosen_outcome(self)].label));
    return interaction;
}

static void
save_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareCallDialog *self = CARE_CALL_DIALOG(widget);
    g_autoptr(CareRecord) interaction = NULL;
    Save *save;

    if (!gtk_widget_get_sensitive(GTK_WIDGET(self->save_button)))
        return;
    interaction = make_interaction(self);
    save = g_new0(Save, 1);
    save->dialog = g_object_ref(self);
    save->about = (CareContactAbout){ .rule = self->item->rule,
                                      .record = self->item->record,
                                      .settled = outcomes[chosen_outcome(self)].settled };
    gtk_widget_set_sensitive(GTK_WIDGET(self->save_button), FALSE);
    care_contact_log_async(care_context_get_store(self->context), interaction, &save->about, on_logged, save);
}

static void
cancel_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    adw_dialog_close(ADW_DIALOG(widget));
}

static void
on_copy(GtkButton *button, gpointer user_data)
{
    const char *text = g_object_get_data(G_OBJECT(button), "care-text");

    gdk_clipboard_set_text(gtk_widget_get_clipboard(GTK_WIDGET(button)), text);
}

static void
add_address(CareCallDialog *self, const char *label, const char *text)
{
    GtkWidget *row = care_plain_row_new(text, label);
    GtkWidget *copy = gtk_button_new_from_icon_name("edit-copy-symbolic");

    gtk_widget_add_css_class(row, "numeric");
    gtk_widget_set_tooltip_text(copy, _("Copy"));
    gtk_widget_set_valign(copy, GTK_ALIGN_CENTER);
    gtk_widget_add_css_class(copy, "flat");
    g_object_set_data_full(G_OBJECT(copy), "care-text", g_strdup(text), g_free);
    g_signal_connect(copy, "clicked", G_CALLBACK(on_copy), NULL);
    adw_action_row_add_suffix(ADW_ACTION_ROW(row), copy);
    adw_preferences_group_add(self->numbers, row);
}

static void
add_addresses(CareCallDialog *self)
{
    guint phones = care_record_list_length(self->customer, CARE_CUSTOMER_PHONES);

    for (guint i = 0; i < phones; i++) {
        CareRecord *phone = care_record_list_item(self->customer, CARE_CUSTOMER_PHONES, i);

        add_address(self, care_record_text(phone, CARE_CUSTOMER_PHONE_LABEL),
                    care_record_text(phone, CARE_CUSTOMER_PHONE_NUMBER));
    }
    if (care_record_list_length(self->customer, CARE_CUSTOMER_EMAILS) > 0)
        add_address(self, NULL,
                    care_record_text(care_record_list_item(self->customer, CARE_CUSTOMER_EMAILS, 0),
                                     CARE_CUSTOMER_EMAIL_ADDRESS));
    if (phones == 0)
        adw_preferences_group_set_description(self->numbers, _("There is no phone number yet."));
}

/* What the phone call is about, as one would say it. */
static char *
script_text(CareCallDialog *self)
{
    const char *shop = care_context_get_shop_name(self->context);
    const char *person = care_context_get_person_name(self->context);
    g_autofree char *hello = !shop || !*shop ? g_strdup(_("Say who you are."))
                             : person && *person
                                 ? g_strdup_printf(_("“Good day, this is %s from %s.”"), person, shop)
                                 : g_strdup_printf(_("“Good day, this is %s.”"), shop);

    return g_strdup_printf("%s\n%s", hello, _(care_due_rule_info(self->item->rule)->script));
}

static void
fill(CareCallDialog *self, const char *how)
{
    g_autoptr(GtkStringList) ways = gtk_string_list_new(NULL);
    g_autoptr(GtkStringList) ends = gtk_string_list_new(NULL);
    g_autofree char *script = script_text(self);
    guint selected = 0;

    for (guint i = 0; i < G_N_ELEMENTS(channels); i++) {
        gtk_string_list_append(ways, care_choice_word("channel", channels[i]));
        if (g_strcmp0(channels[i], how) == 0)
            selected = i;
    }
    for (guint i = 0; i < G_N_ELEMENTS(outcomes); i++)
        gtk_string_list_append(ends, _(outcomes[i].label));
    adw_combo_row_set_model(self->how, G_LIST_MODEL(ways));
    adw_combo_row_set_selected(self->how, selected);
    adw_combo_row_set_model(self->outcome, G_LIST_MODEL(ends));
    adw_preferences_row_set_title(ADW_PREFERENCES_ROW(self->script), script);
    gtk_label_set_text(self->subject_label, self->item->text);
    add_addresses(self);
    on_how_changed(self);
}

static void
care_call_dialog_dispose(GObject *object)
{
    CareCallDialog *self = CARE_CALL_DIALOG(object);

    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_CALL_DIALOG);
    g_clear_weak_pointer(&self->window);
    g_clear_object(&self->context);
    g_clear_object(&self->customer);
    G_OBJECT_CLASS(care_call_dialog_parent_class)->dispose(object);
}

static void
care_call_dialog_finalize(GObject *object)
{
    g_clear_pointer(&CARE_CALL_DIALOG(object)->item, care_due_item_free);
    G_OBJECT_CLASS(care_call_dialog_parent_class)->finalize(object);
}

static void
care_call_dialog_class_init(CareCallDialogClass *klass)
{
    GObjectClass *object_class = G_OBJECT_CLASS(klass);
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS(klass);

    object_class->dispose = care_call_dialog_dispose;
    object_class->finalize = care_call_dialog_finalize;
    CARE_TEMPLATE(klass, "parts/call-dialog.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareCallDialog, title, banner, subject_label, numbers, script_group, script,
                           how, outcome, note, save_button);
    CARE_TEMPLATE_CALLBACKS(klass, on_how_changed);
    gtk_widget_class_install_action(widget_class, "call.save", NULL, save_action);
    gtk_widget_class_install_action(widget_class, "call.cancel", NULL, cancel_action);
}

static void
care_call_dialog_init(CareCallDialog *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
}

/* The dialog is called by both; in the header the name has a line of its own, since room is short where it is narrow. */
static void
show_title(CareCallDialog *self, gboolean call)
{
    g_autofree char *name = care_isolate(care_record_text(self->customer, CARE_CUSTOMER_NAME));
    g_autofree char *title = g_strdup_printf(call ? _("Call %s") : _("Answer %s"), name);

    adw_dialog_set_title(ADW_DIALOG(self), title);
    adw_window_title_set_title(self->title, call ? C_("dialog title", "Call") : C_("dialog title", "Answer"));
    adw_window_title_set_subtitle(self->title, name);
}

/* NULL when the customer is no longer there. */
static CareCallDialog *
call_dialog_new(CareContext *context, const CareDueItem *item)
{
    g_autoptr(CareRecord) customer
        = care_store_get(care_context_get_store(context), &care_customer_kind, item->customer, NULL);
    const char *how = item->channel ? item->channel : "phone";
    CareCallDialog *self;

    if (!customer)
        return NULL;
    self = g_object_new(CARE_TYPE_CALL_DIALOG, NULL);
    self->context = g_object_ref(context);
    self->customer = g_steal_pointer(&customer);
    self->item = care_due_item_copy(item);
    show_title(self, g_str_equal(how, "phone"));
    fill(self, how);
    return self;
}

void
care_call_dialog_present(CareContext *context, const CareDueItem *item, GtkWidget *parent)
{
    CareCallDialog *self = call_dialog_new(context, item);

    if (!self)
        return;
    g_set_weak_pointer(&self->window, GTK_WIDGET(gtk_widget_get_root(parent)));
    care_dialog_focus(ADW_DIALOG(self), GTK_WIDGET(self->note));
    adw_dialog_present(ADW_DIALOG(self), parent);
}
