/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/early-keys.h"

#include "ui/kit/has-cursor.h"

#define KEY "care-early-keys"
/* In ms, from when it is on screen. By then nothing gives the cursor to it once more. */
#define SETTLED 1000

typedef struct {
    AdwDialog *dialog;        /* not owned: the widget is of it */
    GtkEventController *keys; /* the dialog's; NULL once that is gone */
    gboolean typed;           /* something, since the dialog was opened */
    gboolean over;    /* nothing is kept any more; the controller may be the one that is heard just now */
    gboolean settled; /* it is on screen, and has the cursor if it is to have it */
    guint rooting;    /* an idle source */
    guint settling;   /* another */
    guint ending;     /* a timeout source */
} EarlyKeys;

static void
early_keys_free(gpointer data)
{
    EarlyKeys *self = data;

    g_clear_handle_id(&self->rooting, g_source_remove);
    g_clear_handle_id(&self->settling, g_source_remove);
    g_clear_handle_id(&self->ending, g_source_remove);
    if (self->keys) {
        gtk_widget_remove_controller(gtk_event_controller_get_widget(self->keys), self->keys);
        g_clear_weak_pointer(&self->keys);
    }
    g_free(self);
}

static EarlyKeys *
early_keys_of(GtkWidget *widget)
{
    return g_object_get_data(G_OBJECT(widget), KEY);
}

static void
insert(GtkWidget *widget, const char *text)
{
    int behind = -1;

    if (GTK_IS_TEXT_VIEW(widget)) {
        gtk_text_buffer_insert_interactive_at_cursor(gtk_text_view_get_buffer(GTK_TEXT_VIEW(widget)), text,
                                                     -1, TRUE);
        return;
    }
    gtk_editable_insert_text(GTK_EDITABLE(widget), text, -1, &behind);
    gtk_editable_set_position(GTK_EDITABLE(widget), -1);
}

/* It moves no cursor and is no letter; an accent that comes before its letter is lost, and the letter is not. */
static gboolean
is_silent(guint key)
{
    return (key >= GDK_KEY_Shift_L && key <= GDK_KEY_Hyper_R) /* the modifiers */
           || (key >= GDK_KEY_ISO_Lock && key <= GDK_KEY_ISO_Last_Group_Lock)
           || (key >= GDK_KEY_Kanji && key <= GDK_KEY_Hangul_Special) /* of input methods */
           || (key >= GDK_KEY_dead_grave && key <= GDK_KEY_dead_longsolidusoverlay)
           || key == GDK_KEY_Multi_key || key == 0 || key == GDK_KEY_Mode_switch || key == GDK_KEY_Num_Lock
           || key == GDK_KEY_Scroll_Lock;
}

static void
leave(GtkWidget *widget, AdwDialog *dialog)
{
    if (GTK_IS_SEARCH_ENTRY(widget))
        g_signal_emit_by_name(widget, "stop-search");
    else
        adw_dialog_close(dialog);
}

/* It takes keys itself: text that is not on screen yet takes none, though it has the cursor. */
static gboolean
hears(EarlyKeys *self, GtkWidget *widget)
{
    return self->settled || (care_has_cursor(widget) && gtk_widget_get_mapped(widget));
}

static gboolean
on_escape(EarlyKeys *self, GtkWidget *widget)
{
    if (hears(self, widget)) {
        self->over = TRUE;
        return FALSE;
    }
    leave(widget, self->dialog);
    return TRUE;
}

/* As the text itself would say it; one that saves the whole dialog is none that was seen. */
static gboolean
activate(GtkWidget *widget)
{
    if (GTK_IS_SEARCH_ENTRY(widget))
        g_signal_emit_by_name(widget, "activate");
    else if (ADW_IS_ENTRY_ROW(widget) && !adw_entry_row_get_activates_default(ADW_ENTRY_ROW(widget)))
        g_signal_emit_by_name(widget, "entry-activated");
    else
        return FALSE;
    return TRUE;
}

/* Behind nothing it is that which opened the dialog, and is still held. */
static gboolean
on_enter(EarlyKeys *self, GtkWidget *widget)
{
    if (hears(self, widget) || !GTK_IS_EDITABLE(widget)
        || *gtk_editable_get_text(GTK_EDITABLE(widget)) == '\0')
        return FALSE;
    return activate(widget);
}

static gboolean
on_letter(EarlyKeys *self, GtkWidget *widget, gunichar letter)
{
    char text[7] = { 0 };

    self->typed = TRUE;
    if (hears(self, widget))
        return FALSE;
    g_unichar_to_utf8(letter, text);
    insert(widget, text);
    return TRUE;
}

static gboolean
is_enter(guint key)
{
    return key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter;
}

static gboolean
on_key(GtkWidget *widget, guint key, guint code, GdkModifierType state, GtkEventController *controller)
{
    EarlyKeys *self = early_keys_of(widget);
    gunichar letter = gdk_keyval_to_unicode(key);
    gboolean plain = !(state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK));

    if (self->over || is_silent(key))
        return FALSE;
    if (plain && key == GDK_KEY_Escape)
        return on_escape(self, widget);
    if (plain && is_enter(key))
        return on_enter(self, widget);
    if (plain && g_unichar_isprint(letter))
        return on_letter(self, widget, letter);
    self->over = TRUE; /* a cursor that goes on, or selects, knows where it is */
    return FALSE;
}

/* Whoever takes the focus selects what is there: right for what stood there, wrong for what was typed since. */
static void
on_selected(GtkEditable *text, GParamSpec *property, GtkWidget *widget)
{
    EarlyKeys *self = early_keys_of(widget);
    int start, behind;

    if (self && self->typed && !self->over && gtk_editable_get_selection_bounds(text, &start, &behind)
        && start == 0 && behind == (int)g_utf8_strlen(gtk_editable_get_text(text), -1))
        gtk_editable_set_position(text, -1);
}

/* Behind care_dialog_focus(), which takes the cursor back from whatever the dialog gave it to. */
static gboolean
on_settled(gpointer widget)
{
    EarlyKeys *self = early_keys_of(widget);

    self->settling = 0;
    self->settled = TRUE;
    return G_SOURCE_REMOVE;
}

static gboolean
on_end(gpointer widget)
{
    early_keys_of(widget)->ending = 0;
    g_object_set_data(widget, KEY, NULL);
    return G_SOURCE_REMOVE;
}

static void
on_map(GtkWidget *widget)
{
    EarlyKeys *self = early_keys_of(widget);

    if (!self || self->ending != 0)
        return;
    self->settling = g_idle_add_full(G_PRIORITY_LOW, on_settled, widget, NULL);
    self->ending = g_timeout_add(SETTLED, on_end, widget);
}

/* Before any key that waits is told: one for a dialog that is not realized goes nowhere. */
static gboolean
on_rooted(gpointer widget)
{
    EarlyKeys *self = early_keys_of(widget);

    self->rooting = 0;
    if (!gtk_widget_get_root(widget))
        return G_SOURCE_REMOVE;
    gtk_widget_realize(widget);
    if (!care_has_cursor(widget))
        gtk_widget_grab_focus(widget);
    return G_SOURCE_REMOVE;
}

static void
on_root(GtkWidget *widget)
{
    EarlyKeys *self = early_keys_of(widget);

    if (self && self->rooting == 0 && self->ending == 0 && gtk_widget_get_root(widget))
        self->rooting = g_idle_add_full(G_PRIORITY_HIGH, on_rooted, widget, NULL);
}

static void
listen(EarlyKeys *self, GtkWidget *widget)
{
    g_set_weak_pointer(&self->keys, gtk_event_controller_key_new());
    gtk_event_controller_set_propagation_phase(self->keys, GTK_PHASE_CAPTURE);
    g_signal_connect_object(self->keys, "key-pressed", G_CALLBACK(on_key), widget, G_CONNECT_SWAPPED);
    gtk_widget_add_controller(GTK_WIDGET(self->dialog), self->keys);
}

static void
follow(GtkWidget *widget)
{
    GtkEditable *text = GTK_IS_EDITABLE(widget) ? gtk_editable_get_delegate(GTK_EDITABLE(widget)) : NULL;

    g_signal_connect(widget, "map", G_CALLBACK(on_map), NULL);
    g_signal_connect(widget, "notify::root", G_CALLBACK(on_root), NULL);
    if (text)
        g_signal_connect_object(text, "notify::selection-bound", G_CALLBACK(on_selected), widget, 0);
}

void
care_early_keys_begin(AdwDialog *dialog, GtkWidget *widget)
{
    EarlyKeys *self;

    if (!GTK_IS_EDITABLE(widget) && !GTK_IS_TEXT_VIEW(widget))
        return;
    self = g_new0(EarlyKeys, 1);
    self->dialog = dialog;
    g_object_set_data_full(G_OBJECT(widget), KEY, self, early_keys_free);
    listen(self, widget);
    follow(widget);
    if (gtk_widget_get_root(widget))
        on_root(widget);
}
