/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/typed-row.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "ui/kit/announce.h"
#include "ui/kit/has-cursor.h"
#include "ui/kit/row-sentence.h"

typedef struct {
    char *value;   /* exact form, NULL when empty */
    GError *error; /* what is wrong with the text, NULL when nothing is */
    gboolean required;
    gboolean setting; /* the text is ours, not typed */
    gboolean entered; /* the cursor is there, though another window may be in front */
} CareTypedRowPrivate;

enum {
    PROP_VALUE_TEXT = 1,
    PROP_VALID,
    PROP_REQUIRED,
    N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE(CareTypedRow, care_typed_row, ADW_TYPE_ENTRY_ROW)

static void
show_error(CareTypedRow *self, const GError *error)
{
    care_row_sentence_show(GTK_WIDGET(self), error ? error->message : NULL);
}

static void
take_value(CareTypedRow *self, const char *value, GError *error)
{
    CareTypedRowPrivate *priv = care_typed_row_get_instance_private(self);
    gboolean was_valid = priv->error == NULL;

    g_clear_error(&priv->error);
    priv->error = error;
    if (!error && g_set_str(&priv->value, value))
        g_object_notify_by_pspec(G_OBJECT(self), properties[PROP_VALUE_TEXT]);
    if (was_valid != (error == NULL))
        g_object_notify_by_pspec(G_OBJECT(self), properties[PROP_VALID]);
}

static void
read_text(CareTypedRow *self)
{
    CareTypedRowPrivate *priv = care_typed_row_get_instance_private(self);
    g_autofree char *text = g_strstrip(g_strdup(gtk_editable_get_text(GTK_EDITABLE(self))));
    g_autofree char *value = NULL;
    GError *error = NULL;

    if (*text)
        value = CARE_TYPED_ROW_GET_CLASS(self)->parse(self, text, &error);
    else if (priv->required)
        g_set_error_literal(&error, CARE_ERROR, CARE_ERROR_INPUT, _("Please fill this in."));
    take_value(self, value, error);
}

/* While somebody types only the praise is shown: a sentence that no longer holds goes away at once. */
static void
on_changed(CareTypedRow *self)
{
    CareTypedRowPrivate *priv = care_typed_row_get_instance_private(self);

    if (priv->setting)
        return;
    read_text(self);
    if (!priv->error || !care_row_sentence_is(GTK_WIDGET(self), priv->error->message))
        show_error(self, NULL);
}

static gboolean
is_edited(CareTypedRow *self)
{
    return gtk_widget_get_state_flags(GTK_WIDGET(gtk_editable_get_delegate(GTK_EDITABLE(self))))
           & GTK_STATE_FLAG_FOCUS_WITHIN;
}

static void
write_text(CareTypedRow *self, gboolean editing)
{
    CareTypedRowPrivate *priv = care_typed_row_get_instance_private(self);
    CareTypedRowClass *klass = CARE_TYPED_ROW_GET_CLASS(self);
    g_autofree char *text = NULL;

    if (priv->value)
        text = editing && klass->edit ? klass->edit(self, priv->value) : klass->show(self, priv->value);
    if (g_strcmp0(gtk_editable_get_text(GTK_EDITABLE(self)), text ? text : "") == 0)
        return;
    priv->setting = TRUE;
    gtk_editable_set_text(GTK_EDITABLE(self), text ? text : "");
    priv->setting = FALSE;
    if (editing)
        gtk_editable_select_region(GTK_EDITABLE(self), 0, -1);
}

static void
on_enter(CareTypedRow *self)
{
    CareTypedRowPrivate *priv = care_typed_row_get_instance_private(self);

    if (!priv->entered && !priv->error && priv->value && CARE_TYPED_ROW_GET_CLASS(self)->edit)
        write_text(self, TRUE);
    priv->entered = TRUE;
}

/* Who looks into another window comes back to what they were typing. An empty field that must be filled says so only
 * on saving. */
static void
on_leave(CareTypedRow *self)
{
    CareTypedRowPrivate *priv = care_typed_row_get_instance_private(self);
    const char *text = gtk_editable_get_text(GTK_EDITABLE(self));

    priv->entered = care_has_cursor(GTK_WIDGET(self));
    if (priv->entered)
        return;
    if (!priv->error)
        write_text(self, FALSE);
    else if (*text)
        show_error(self, priv->error);
}

static void
care_typed_row_get_property(GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
    CareTypedRow *self = CARE_TYPED_ROW(object);

    switch (id) {
    case PROP_VALUE_TEXT:
        g_value_set_string(value, care_typed_row_get_value_text(self));
        break;
    case PROP_VALID:
        g_value_set_boolean(value, care_typed_row_get_valid(self));
        break;
    case PROP_REQUIRED:
        g_value_set_boolean(value, care_typed_row_get_required(self));
        break;
    default:
        G_OBJECT_WARN_INVALID_PROPERTY_ID(object, id, pspec);
    }
}

static void
care_typed_row_set_property(GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
    CareTypedRow *self = CARE_TYPED_ROW(object);

    switch (id) {
    case PROP_VALUE_TEXT:
        care_typed_row_set_value_text(self, g_value_get_string(value));
        break;
    case PROP_REQUIRED:
        care_typed_row_set_required(self, g_value_get_boolean(value));
        break;
    default:
        G_OBJECT_WARN_INVALID_PROPERTY_ID(object, id, pspec);
    }
}

static void
care_typed_row_finalize(GObject *object)
{
    CareTypedRowPrivate *priv = care_typed_row_get_instance_private(CARE_TYPED_ROW(object));

    g_clear_pointer(&priv->value, g_free);
    g_clear_error(&priv->error);
    G_OBJECT_CLASS(care_typed_row_parent_class)->finalize(object);
}

static void
care_typed_row_class_init(CareTypedRowClass *klass)
{
    GObjectClass *object_class = G_OBJECT_CLASS(klass);
    const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

    object_class->get_property = care_typed_row_get_property;
    object_class->set_property = care_typed_row_set_property;
    object_class->finalize = care_typed_row_finalize;

    properties[PROP_VALUE_TEXT] = g_param_spec_string("value-text", NULL, NULL, NULL, flags);
    properties[PROP_VALID]
        = g_param_spec_boolean("valid", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
    properties[PROP_REQUIRED] = g_param_spec_boolean("required", NULL, NULL, FALSE, flags);
    g_object_class_install_properties(object_class, N_PROPS, properties);
}

static void
care_typed_row_init(CareTypedRow *self)
{
    GtkEventController *focus = gtk_event_controller_focus_new();
    GtkWidget *sentence = care_row_sentence_add(GTK_LIST_BOX_ROW(self));
    GtkAccessible *text;

    g_signal_connect(self, "changed", G_CALLBACK(on_changed), NULL);
    g_signal_connect_swapped(focus, "enter", G_CALLBACK(on_enter), self);
    g_signal_connect_swapped(focus, "leave", G_CALLBACK(on_leave), self);
    gtk_widget_add_controller(GTK_WIDGET(gtk_editable_get_delegate(GTK_EDITABLE(self))), focus);

    text = GTK_ACCESSIBLE(gtk_editable_get_delegate(GTK_EDITABLE(self)));
    gtk_accessible_update_relation(text, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, sentence, NULL, -1);
}

/* The last text that made sense, in exact form; NULL for none. Owned by the row. */
const char *
care_typed_row_get_value_text(CareTypedRow *self)
{
    CareTypedRowPrivate *priv = care_typed_row_get_instance_private(self);

    g_return_val_if_fail(CARE_IS_TYPED_ROW(self), NULL);
    return priv->value;
}

/* Takes a value in exact form and shows it as people write it; NULL or "" empties the row. */
void
care_typed_row_set_value_text(CareTypedRow *self, const char *value)
{
    CareTypedRowPrivate *priv = care_typed_row_get_instance_private(self);

    g_return_if_fail(CARE_IS_TYPED_ROW(self));
    if (value && !*value)
        value = NULL;
    /* what was bound comes back while somebody types; the text is theirs */
    if (!priv->error && g_strcmp0(priv->value, value) == 0)
        return;
    take_value(self, value, NULL);
    write_text(self, is_edited(self));
    show_error(self, NULL);
}

/* Shows what somebody has typed before, and what is wrong with it. */
void
care_typed_row_set_typed(CareTypedRow *self, const char *text)
{
    CareTypedRowPrivate *priv = care_typed_row_get_instance_private(self);

    g_return_if_fail(CARE_IS_TYPED_ROW(self));
    gtk_editable_set_text(GTK_EDITABLE(self), text);
    show_error(self, priv->error);
}

gboolean
care_typed_row_get_valid(CareTypedRow *self)
{
    CareTypedRowPrivate *priv = care_typed_row_get_instance_private(self);

    g_return_val_if_fail(CARE_IS_TYPED_ROW(self), FALSE);
    return priv->error == NULL;
}

/* The sentence about a text that makes no sense, NULL about one that does. Owned by the row. */
const char *
care_typed_row_get_problem(CareTypedRow *self)
{
    CareTypedRowPrivate *priv = care_typed_row_get_instance_private(self);

    g_return_val_if_fail(CARE_IS_TYPED_ROW(self), NULL);
    return priv->error ? priv->error->message : NULL;
}

gboolean
care_typed_row_get_required(CareTypedRow *self)
{
    CareTypedRowPrivate *priv = care_typed_row_get_instance_private(self);

    g_return_val_if_fail(CARE_IS_TYPED_ROW(self), FALSE);
    return priv->required;
}

void
care_typed_row_set_required(CareTypedRow *self, gboolean required)
{
    CareTypedRowPrivate *priv = care_typed_row_get_instance_private(self);

    g_return_if_fail(CARE_IS_TYPED_ROW(self));
    if (priv->required == required)
        return;
    priv->required = required;
    g_object_notify_by_pspec(G_OBJECT(self), properties[PROP_REQUIRED]);
}

/* Before saving: FALSE, with the sentence shown and the cursor in the row, when the text makes no sense. */
gboolean
care_typed_row_check(CareTypedRow *self)
{
    CareTypedRowPrivate *priv = care_typed_row_get_instance_private(self);

    g_return_val_if_fail(CARE_IS_TYPED_ROW(self), FALSE);
    read_text(self);
    show_error(self, priv->error);
    if (!priv->error)
        return TRUE;
    gtk_widget_grab_focus(GTK_WIDGET(self));
    care_announce(GTK_WIDGET(self), priv->error->message);
    return FALSE;
}
