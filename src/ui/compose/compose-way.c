/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/compose/compose-way.h"

#include <glib/gi18n-lib.h>

#include "core/isolate.h"
#include "model/channel.h"
#include "model/customer-email.h"
#include "model/customer-phone.h"
#include "model/customer.h"
#include "ui/kit/choice-row.h"
#include "ui/kit/template.h"

struct _CareComposeWay {
    AdwPreferencesGroup parent_instance;

    CareRecord *customer;

    AdwComboRow *how;
    AdwComboRow *to;
};

G_DEFINE_FINAL_TYPE(CareComposeWay, care_compose_way, ADW_TYPE_PREFERENCES_GROUP)

enum {
    CHANGED,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
needs_phone(CareComposeWay *self)
{
    return care_compose_way_is(self, CARE_CHANNEL_SMS) || care_compose_way_is(self, CARE_CHANNEL_PHONE);
}

/* NULL: it goes without one, or there is none. */
static const char *
address_at(CareComposeWay *self, guint i)
{
    gboolean mail = care_compose_way_is(self, CARE_CHANNEL_EMAIL);
    int list = mail ? CARE_CUSTOMER_EMAILS : CARE_CUSTOMER_PHONES;
    int field = mail ? CARE_CUSTOMER_EMAIL_ADDRESS : CARE_CUSTOMER_PHONE_NUMBER;

    if ((!mail && !needs_phone(self)) || i >= care_record_list_length(self->customer, list))
        return NULL;
    return care_record_text(care_record_list_item(self->customer, list, i), field);
}

static void
fill_addresses(CareComposeWay *self)
{
    g_autoptr(GtkStringList) list = gtk_string_list_new(NULL);
    gboolean mail = care_compose_way_is(self, CARE_CHANNEL_EMAIL);
    gboolean phone = needs_phone(self);
    const char *address;
    gboolean any;

    for (guint i = 0; (address = address_at(self, i)); i++) {
        g_autofree char *shown = care_isolate_number(address);

        gtk_string_list_append(list, shown);
    }
    any = g_list_model_get_n_items(G_LIST_MODEL(list)) > 0;
    /* it says what is chosen, unless there is nothing to choose */
    adw_combo_row_set_use_subtitle(self->to, any);
    adw_combo_row_set_model(self->to, G_LIST_MODEL(list));
    if (!any)
        adw_action_row_set_subtitle(ADW_ACTION_ROW(self->to), mail ? _("There is no e-mail address yet.")
                                                                   : _("There is no phone number yet."));
    gtk_widget_set_visible(GTK_WIDGET(self->to), mail || phone);
}

static void
show_wish(CareComposeWay *self)
{
    const char *wish = care_record_text(self->customer, CARE_CUSTOMER_CHANNEL);
    /* Translators: %s is a way to get in touch, "Phone call" */
    g_autofree char *other
        = g_strdup_printf(_("They prefer: %s"), care_choice_label(&care_channel_set, wish ? wish : ""));

    adw_action_row_set_subtitle(ADW_ACTION_ROW(self->how),
                                !wish ? ""
                                : g_strcmp0(care_compose_way_get_channel(self), wish) == 0
                                    ? _("As they prefer")
                                    : other);
}

static void
on_how(CareComposeWay *self)
{
    if (!self->customer)
        return;
    show_wish(self);
    fill_addresses(self);
    g_signal_emit(self, signals[CHANGED], 0);
}

static void
care_compose_way_dispose(GObject *object)
{
    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_COMPOSE_WAY);
    g_clear_object(&CARE_COMPOSE_WAY(object)->customer);
    G_OBJECT_CLASS(care_compose_way_parent_class)->dispose(object);
}

static void
care_compose_way_class_init(CareComposeWayClass *klass)
{
    G_OBJECT_CLASS(klass)->dispose = care_compose_way_dispose;
    signals[CHANGED] = g_signal_new("changed", CARE_TYPE_COMPOSE_WAY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
    CARE_TEMPLATE(klass, "compose/compose-way.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareComposeWay, how, to);
    CARE_TEMPLATE_CALLBACKS(klass, on_how);
}

static void
care_compose_way_init(CareComposeWay *self)
{
    static const int channels[] = { CARE_CHANNEL_EMAIL, CARE_CHANNEL_SMS, CARE_CHANNEL_PHONE,
                                    CARE_CHANNEL_LETTER, CARE_CHANNEL_COUNTER };

    gtk_widget_init_template(GTK_WIDGET(self));
    care_choice_row_fill(self->how, &care_channel_set, channels, G_N_ELEMENTS(channels));
}

void
care_compose_way_set_customer(CareComposeWay *self, CareRecord *customer)
{
    g_return_if_fail(CARE_IS_COMPOSE_WAY(self));
    g_set_object(&self->customer, customer);
    on_how(self);
}

void
care_compose_way_set_channel(CareComposeWay *self, const char *channel)
{
    g_return_if_fail(CARE_IS_COMPOSE_WAY(self));
    care_choice_row_set(self->how, channel);
}

const char *
care_compose_way_get_channel(CareComposeWay *self)
{
    return care_choice_row_get(self->how);
}

const char *
care_compose_way_get_address(CareComposeWay *self)
{
    return self->customer ? address_at(self, adw_combo_row_get_selected(self->to)) : NULL;
}

gboolean
care_compose_way_is(CareComposeWay *self, CareChannel channel)
{
    return care_channel_is(care_compose_way_get_channel(self), channel);
}

gboolean
care_compose_way_has_subject(CareComposeWay *self)
{
    return care_compose_way_is(self, CARE_CHANNEL_EMAIL) || care_compose_way_is(self, CARE_CHANNEL_LETTER);
}

const char *
care_compose_way_get_verb(CareComposeWay *self)
{
    if (care_compose_way_is(self, CARE_CHANNEL_EMAIL))
        return _("Open in Mail");
    if (care_compose_way_is(self, CARE_CHANNEL_SMS))
        return _("Open in Messages");
    if (care_compose_way_is(self, CARE_CHANNEL_PHONE))
        return _("Call");
    if (care_compose_way_is(self, CARE_CHANNEL_LETTER))
        return _("Print…");
    return _("Log It");
}

const char *
care_compose_way_get_refusal(CareComposeWay *self)
{
    if (care_compose_way_get_address(self))
        return NULL;
    if (care_compose_way_is(self, CARE_CHANNEL_EMAIL))
        return _("There is no e-mail address to send it to. Add one to the customer, or choose another way.");
    if (needs_phone(self))
        return _("There is no phone number to use. Add one to the customer, or choose another way.");
    return NULL;
}
