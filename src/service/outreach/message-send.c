/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/outreach/message-send.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"

#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define PORTAL_EMAIL "org.freedesktop.portal.Email"
#define PORTAL_LINK "org.freedesktop.portal.OpenURI"
#define PORTAL_REQUEST "org.freedesktop.portal.Request"
#define ASK_TIMEOUT_MS 5000

/* The digits of a number, with the + before them if there is one. */
static char *
dialled(const char *number)
{
    GString *out = g_string_new(NULL);

    for (const char *c = number; *c != '\0'; c++)
        if (g_ascii_isdigit(*c) || (*c == '+' && out->len == 0))
            g_string_append_c(out, *c);
    return g_string_free(out, FALSE);
}

/* Mail knows lines that end in CR LF only. */
static char *
escaped(const char *text)
{
    g_auto(GStrv) lines = g_strsplit(text != NULL ? text : "", "\n", -1);
    g_autofree char *wired = g_strjoinv("\r\n", lines);

    return g_uri_escape_string(wired, NULL, FALSE);
}

char *
care_message_mail_uri(const char *address, const char *subject, const char *body)
{
    g_autofree char *to = g_uri_escape_string(address, "@", FALSE);
    g_autofree char *about = escaped(subject);
    g_autofree char *text = escaped(body);

    return g_strdup_printf("mailto:%s?subject=%s&body=%s", to, about, text);
}

char *
care_message_phone_uri(const char *number)
{
    g_autofree char *digits = dialled(number);

    return g_strconcat("tel:", digits, NULL);
}

char *
care_message_sms_uri(const char *number, const char *body)
{
    g_autofree char *digits = dialled(number);
    g_autofree char *text = escaped(body);

    return g_strdup_printf("sms:%s?body=%s", digits, text);
}

static gboolean
in_sandbox(void)
{
    return g_file_test("/.flatpak-info", G_FILE_TEST_EXISTS);
}

/* One hand-over on its way. */
typedef struct {
    GDBusConnection *bus;
    char *parent;
    char *address;
    char *subject;
    char *body;
    char *uri;
    guint signal;
} Sending;

static void
sending_free(gpointer data)
{
    Sending *sending = data;

    if (sending->signal != 0)
        g_dbus_connection_signal_unsubscribe(sending->bus, sending->signal);
    g_clear_object(&sending->bus);
    g_free(sending->parent);
    g_free(sending->address);
    g_free(sending->subject);
    g_free(sending->body);
    g_free(sending->uri);
    g_free(sending);
}

static const char *
refusal(const char *uri)
{
    if (g_str_has_prefix(uri, "mailto:"))
        return _("No mail program could be opened. Nothing was sent and the text is kept: copy or save it.");
    if (g_str_has_prefix(uri, "tel:"))
        return _("No program here makes calls. Dial the number yourself; the text is kept.");
    return _("No program here sends text messages. Nothing was sent and the text is kept: copy it.");
}

static void
fail(GTask *task, const char *sentence)
{
    g_task_return_new_error(task, CARE_ERROR, CARE_ERROR_REFUSED, "%s", sentence);
    g_object_unref(task);
}

/* After somebody closed the dialog there is nobody to tell. */
static gboolean
is_cancelled(GTask *task)
{
    if (!g_task_return_error_if_cancelled(task))
        return FALSE;
    g_object_unref(task);
    return TRUE;
}

static void
on_link_opened(GObject *source, GAsyncResult *result, gpointer data)
{
    GTask *task = data;
    Sending *sending = g_task_get_task_data(task);

    if (is_cancelled(task))
        return;
    if (!g_app_info_launch_default_for_uri_finish(result, NULL)) {
        fail(task, refusal(sending->uri));
        return;
    }
    g_task_return_boolean(task, TRUE);
    g_object_unref(task);
}

/* GLib asks for a handler by itself, but says so in words for programmers. */
static void
open_link(GTask *task)
{
    Sending *sending = g_task_get_task_data(task);
    g_autofree char *scheme = g_uri_parse_scheme(sending->uri);
    g_autoptr(GAppInfo) handler = g_app_info_get_default_for_uri_scheme(scheme);

    if (handler == NULL && !in_sandbox())
        fail(task, refusal(sending->uri));
    else
        g_app_info_launch_default_for_uri_async(sending->uri, NULL, g_task_get_cancellable(task),
                                                on_link_opened, task);
}

/* The portal's answer: 0 handed over, 1 the person changed their mind, 2 it went wrong. */
static void
on_response(GDBusConnection *bus, const char *sender, const char *path, const char *interface,
            const char *signal, GVariant *parameters, gpointer data)
{
    GTask *task = data;
    Sending *sending = g_task_get_task_data(task);
    guint32 response = 2;

    if (sending->signal == 0)
        return;
    g_dbus_connection_signal_unsubscribe(bus, sending->signal);
    sending->signal = 0;
    if (g_variant_is_of_type(parameters, G_VARIANT_TYPE("(ua{sv})")))
        g_variant_get(parameters, "(u@a{sv})", &response, NULL);
    if (is_cancelled(task))
        return;
    if (response == 0) {
        g_task_return_boolean(task, TRUE);
        g_object_unref(task);
    } else if (response == 1) {
        g_task_return_new_error(task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", "");
        g_object_unref(task);
    } else {
        fail(task, refusal(sending->uri));
    }
}

static void
on_composed(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GTask) held = data; /* the answer may have come first and ended the task */
    GTask *task = held;
    Sending *sending = g_task_get_task_data(task);
    g_autoptr(GVariant) reply = g_dbus_connection_call_finish(G_DBUS_CONNECTION(source), result, NULL);

    if (reply != NULL || sending->signal == 0)
        return;
    g_dbus_connection_signal_unsubscribe(sending->bus, sending->signal);
    sending->signal = 0;
    if (!is_cancelled(task))
        fail(task, refusal(sending->uri));
}

/* The signal's path follows from our name and a token, so that no answer can come before we listen. */
static void
listen(GTask *task, const char *token)
{
    Sending *sending = g_task_get_task_data(task);
    g_autofree char *sender = g_strdup(g_dbus_connection_get_unique_name(sending->bus) + 1);
    g_autofree char *path = NULL;

    g_strdelimit(sender, ".", '_');
    path = g_strdup_printf("%s/request/%s/%s", PORTAL_PATH, sender, token);
    sending->signal
        = g_dbus_connection_signal_subscribe(sending->bus, PORTAL_NAME, PORTAL_REQUEST, "Response", path,
                                             NULL, G_DBUS_SIGNAL_FLAGS_NONE, on_response, task, NULL);
}

static void
compose_by_portal(GTask *task)
{
    Sending *sending = g_task_get_task_data(task);
    g_autofree char *token = g_strdup_printf("care%u", g_random_int());
    const char *const addresses[] = { sending->address, NULL };
    GVariantBuilder options;

    listen(task, token);
    g_variant_builder_init(&options, G_VARIANT_TYPE_VARDICT);
    g_variant_builder_add(&options, "{sv}", "handle_token", g_variant_new_string(token));
    g_variant_builder_add(&options, "{sv}", "addresses", g_variant_new_strv(addresses, -1));
    g_variant_builder_add(&options, "{sv}", "subject", g_variant_new_string(sending->subject));
    g_variant_builder_add(&options, "{sv}", "body", g_variant_new_string(sending->body));
    g_dbus_connection_call(sending->bus, PORTAL_NAME, PORTAL_PATH, PORTAL_EMAIL, "ComposeEmail",
                           g_variant_new("(sa{sv})", sending->parent, &options), G_VARIANT_TYPE("(o)"),
                           G_DBUS_CALL_FLAGS_NONE, -1, g_task_get_cancellable(task), on_composed,
                           g_object_ref(task));
}

static void
on_portal_asked(GObject *source, GAsyncResult *result, gpointer data)
{
    GTask *task = data;
    Sending *sending = g_task_get_task_data(task);
    g_autoptr(GVariant) version = g_dbus_connection_call_finish(G_DBUS_CONNECTION(source), result, NULL);
    gboolean mail = sending->address != NULL;

    if (is_cancelled(task))
        return;
    if (version != NULL && mail)
        compose_by_portal(task);
    else if (version != NULL || !in_sandbox())
        open_link(task);
    else
        fail(task, refusal(sending->uri));
}

static void
on_bus(GObject *source, GAsyncResult *result, gpointer data)
{
    GTask *task = data;
    Sending *sending = g_task_get_task_data(task);
    const char *portal = sending->address != NULL ? PORTAL_EMAIL : PORTAL_LINK;

    sending->bus = g_bus_get_finish(result, NULL);
    if (sending->bus != NULL)
        g_dbus_connection_call(sending->bus, PORTAL_NAME, PORTAL_PATH, "org.freedesktop.DBus.Properties",
                               "Get", g_variant_new("(ss)", portal, "version"), G_VARIANT_TYPE("(v)"),
                               G_DBUS_CALL_FLAGS_NONE, ASK_TIMEOUT_MS, g_task_get_cancellable(task),
                               on_portal_asked, task);
    else if (is_cancelled(task))
        return;
    else if (in_sandbox())
        fail(task, refusal(sending->uri));
    else
        open_link(task);
}

static void
start(Sending *sending, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
    GTask *task = g_task_new(NULL, cancellable, callback, user_data);

    g_task_set_task_data(task, sending, sending_free);
    /* Outside a sandbox a link needs no portal, so nobody is asked. */
    if (sending->address == NULL && !in_sandbox())
        open_link(task);
    else
        g_bus_get(G_BUS_TYPE_SESSION, cancellable, on_bus, task);
}

void
care_message_mail_async(const char *parent, const char *address, const char *subject, const char *body,
                        GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
    Sending *sending = g_new0(Sending, 1);

    sending->parent = g_strdup(parent);
    sending->address = g_strdup(address);
    sending->subject = g_strdup(subject);
    sending->body = g_strdup(body);
    sending->uri = care_message_mail_uri(address, subject, body);
    start(sending, cancellable, callback, user_data);
}

gboolean
care_message_mail_finish(GAsyncResult *result, GError **error)
{
    return g_task_propagate_boolean(G_TASK(result), error);
}

void
care_message_link_async(const char *uri, GCancellable *cancellable, GAsyncReadyCallback callback,
                        gpointer user_data)
{
    Sending *sending = g_new0(Sending, 1);

    sending->uri = g_strdup(uri);
    start(sending, cancellable, callback, user_data);
}

gboolean
care_message_link_finish(GAsyncResult *result, GError **error)
{
    return g_task_propagate_boolean(G_TASK(result), error);
}
