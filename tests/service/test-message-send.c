/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Handing a message over: links, and the e-mail portal on a bus of our own, where a recording portal answers. */
#include "service/outreach/message-send.h"

#include "common/case-table.h"
#include "core/errors.h"

#define PORTAL_XML                                                                                           \
    "<node><interface name='org.freedesktop.portal.Email'>"                                                  \
    "<method name='ComposeEmail'><arg type='s' direction='in'/><arg type='a{sv}' direction='in'/>"           \
    "<arg type='o' direction='out'/></method><property name='version' type='u' access='read'/>"              \
    "</interface></node>"

typedef struct {
    const char *name;
    const char *number;
    const char *uri;
} PhoneCase;

static const PhoneCase phone_cases[] = {
    { "national", "0157 335 21 78", "tel:01573352178" },
    { "international", "+49 (157) 335-2178", "tel:+491573352178" },
    { "plus-in-the-middle", "01 + 23", "tel:0123" },
    { "words", "ask Bea", "tel:" },
};

static void
test_phone(gconstpointer data)
{
    const PhoneCase *c = data;
    g_autofree char *uri = care_message_phone_uri(c->number);

    g_assert_cmpstr(uri, ==, c->uri);
}

static void
test_mail_uri(void)
{
    g_autofree char *uri
        = care_message_mail_uri("bea&co@example.com", "50 % & more?", "Dear Bea,\nyour e-bike");

    g_assert_cmpstr(uri, ==,
                    "mailto:bea%26co@example.com?subject=50%20%25%20%26%20more%3F&body=Dear%20Bea%2C%0D%0A"
                    "your%20e-bike");
}

static void
test_sms_uri(void)
{
    g_autofree char *uri = care_message_sms_uri("+49 157", "It is ready & waits");

    g_assert_cmpstr(uri, ==, "sms:+49157?body=It%20is%20ready%20%26%20waits");
}

/* The recording portal. */
typedef struct {
    GTestDBus *dbus;
    GDBusConnection *bus; /* the portal's own */
    guint owner;
    guint object;
    guint32 answer; /* what the portal says; G_MAXUINT32: refuses the call */
    char *address;
    char *subject;
    char *body;
    gboolean done;
    gboolean handed;
    GError *error;
} Desk;

static void
on_call(GDBusConnection *bus, const char *sender, const char *path, const char *interface, const char *method,
        GVariant *parameters, GDBusMethodInvocation *invocation, gpointer data)
{
    Desk *desk = data;
    g_autoptr(GVariant) options = g_variant_get_child_value(parameters, 1);
    g_autofree const char **addresses = NULL;
    g_autofree char *peer = g_strdelimit(g_strdup(sender + 1), ".", '_');
    g_autofree char *handle = NULL;
    const char *token = "";

    if (desk->answer == G_MAXUINT32) {
        g_dbus_method_invocation_return_dbus_error(invocation, "org.freedesktop.portal.Error.Failed", "no");
        return;
    }
    g_assert_true(g_variant_lookup(options, "addresses", "^a&s", &addresses));
    desk->address = g_strdup(addresses[0]);
    g_variant_lookup(options, "subject", "s", &desk->subject);
    g_variant_lookup(options, "body", "s", &desk->body);
    g_variant_lookup(options, "handle_token", "&s", &token);
    handle = g_strdup_printf("/org/freedesktop/portal/desktop/request/%s/%s", peer, token);
    g_dbus_method_invocation_return_value(invocation, g_variant_new("(o)", handle));
    g_dbus_connection_emit_signal(bus, sender, handle, "org.freedesktop.portal.Request", "Response",
                                  g_variant_new("(ua{sv})", desk->answer, NULL), NULL);
}

static GVariant *
on_get(GDBusConnection *bus, const char *sender, const char *path, const char *interface,
       const char *property, GError **error, gpointer data)
{
    return g_variant_new_uint32(4);
}

static void
on_owned(GDBusConnection *bus, const char *name, gpointer data)
{
    ((Desk *)data)->done = TRUE;
}

static void
wait_for(Desk *desk)
{
    while (!desk->done)
        g_main_context_iteration(NULL, TRUE);
    desk->done = FALSE;
}

static void
own_portal(Desk *desk)
{
    static const GDBusInterfaceVTable vtable = { on_call, on_get, NULL };
    g_autoptr(GDBusNodeInfo) info = g_dbus_node_info_new_for_xml(PORTAL_XML, NULL);

    desk->bus = g_dbus_connection_new_for_address_sync(g_test_dbus_get_bus_address(desk->dbus),
                                                       G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
                                                           | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                       NULL, NULL, NULL);
    g_assert_nonnull(desk->bus);
    desk->object = g_dbus_connection_register_object(desk->bus, "/org/freedesktop/portal/desktop",
                                                     info->interfaces[0], &vtable, desk, NULL, NULL);
    desk->owner = g_bus_own_name_on_connection(desk->bus, "org.freedesktop.portal.Desktop",
                                               G_BUS_NAME_OWNER_FLAGS_NONE, on_owned, NULL, desk, NULL);
    wait_for(desk);
}

static void
set_up(Desk *desk, gconstpointer data)
{
    desk->dbus = g_test_dbus_new(G_TEST_DBUS_NONE);
    g_test_dbus_up(desk->dbus);
    desk->answer = GPOINTER_TO_UINT(data);
    own_portal(desk);
}

static void
tear_down(Desk *desk, gconstpointer data)
{
    g_bus_unown_name(desk->owner);
    g_dbus_connection_unregister_object(desk->bus, desk->object);
    g_dbus_connection_close_sync(desk->bus, NULL, NULL);
    g_clear_object(&desk->bus);
    g_test_dbus_down(desk->dbus);
    g_clear_object(&desk->dbus);
    g_clear_error(&desk->error);
    g_free(desk->address);
    g_free(desk->subject);
    g_free(desk->body);
}

static void
on_sent(GObject *source, GAsyncResult *result, gpointer data)
{
    Desk *desk = data;

    desk->handed = care_message_mail_finish(result, &desk->error);
    desk->done = TRUE;
}

static void
send_mail(Desk *desk, GCancellable *cancellable)
{
    care_message_mail_async("", "bea@example.com", "Your e-bike", "Dear Bea,\nit is ready.", cancellable,
                            on_sent, desk);
    wait_for(desk);
}

static void
test_portal_gets_it_whole(Desk *desk, gconstpointer data)
{
    send_mail(desk, NULL);
    g_assert_no_error(desk->error);
    g_assert_true(desk->handed);
    g_assert_cmpstr(desk->address, ==, "bea@example.com");
    g_assert_cmpstr(desk->subject, ==, "Your e-bike");
    g_assert_cmpstr(desk->body, ==, "Dear Bea,\nit is ready.");
}

static void
test_changed_mind_is_no_error(Desk *desk, gconstpointer data)
{
    send_mail(desk, NULL);
    g_assert_error(desk->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_trouble_is_a_sentence(Desk *desk, gconstpointer data)
{
    send_mail(desk, NULL);
    g_assert_error(desk->error, CARE_ERROR, CARE_ERROR_REFUSED);
    g_assert_nonnull(g_strstr_len(desk->error->message, -1, "the text is kept"));
}

static void
test_closed_dialog_sends_nothing(Desk *desk, gconstpointer data)
{
    g_autoptr(GCancellable) cancellable = g_cancellable_new();

    g_cancellable_cancel(cancellable);
    send_mail(desk, cancellable);
    g_assert_error(desk->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    g_assert_null(desk->address);
}

static void
add(const char *path, guint32 answer, void (*func)(Desk *, gconstpointer))
{
    g_test_add(path, Desk, GUINT_TO_POINTER(answer), set_up, func, tear_down);
}

int
main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    CARE_TEST_ADD_TABLE("/send/phone", phone_cases, name, test_phone);
    g_test_add_func("/send/mail-uri", test_mail_uri);
    g_test_add_func("/send/sms-uri", test_sms_uri);
    add("/send/portal", 0, test_portal_gets_it_whole);
    add("/send/changed-mind", 1, test_changed_mind_is_no_error);
    add("/send/trouble", 2, test_trouble_is_a_sentence);
    add("/send/refused", G_MAXUINT32, test_trouble_is_a_sentence);
    add("/send/closed", 0, test_closed_dialog_sends_nothing);
    return g_test_run();
}
