/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/parts/writing-pad.h"

#include "ui/parts/placeholder-button.h"
#include "ui/kit/template.h"
#include "ui/kit/text-area.h"
#include "ui/kit/wrap.h"

struct _CareWritingPad {
    AdwBin parent_instance;

    AdwToggleGroup *mode;
    CarePlaceholderButton *placeholders;
    GtkStack *views;
    GtkTextView *body;
    GtkLabel *preview;
    GtkLabel *reader;
    GtkLabel *warning;
};

G_DEFINE_FINAL_TYPE(CareWritingPad, care_writing_pad, ADW_TYPE_BIN)

static void
on_mode(CareWritingPad *self)
{
    const char *name = adw_toggle_group_get_active_name(self->mode);

    if (name)
        gtk_stack_set_visible_child_name(self->views, name);
    gtk_widget_set_visible(GTK_WIDGET(self->placeholders), g_strcmp0(name, "write") == 0);
}

static void
care_writing_pad_class_init(CareWritingPadClass *klass)
{
    CARE_TEMPLATE_NEEDS(CARE_TYPE_PLACEHOLDER_BUTTON, CARE_TYPE_TEXT_AREA, CARE_TYPE_WRAP);
    CARE_TEMPLATE(klass, "parts/writing-pad.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareWritingPad, mode, placeholders, views, body, preview, reader, warning);
    CARE_TEMPLATE_CALLBACKS(klass, on_mode);
}

static void
care_writing_pad_init(CareWritingPad *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
    care_placeholder_button_set_view(self->placeholders, self->body);
}

GtkTextView *
care_writing_pad_get_view(CareWritingPad *self)
{
    return self->body;
}

char *
care_writing_pad_get_text(CareWritingPad *self)
{
    GtkTextBuffer *buffer = gtk_text_view_get_buffer(self->body);
    GtkTextIter start, end;

    gtk_text_buffer_get_bounds(buffer, &start, &end);
    return gtk_text_buffer_get_text(buffer, &start, &end, FALSE);
}

void
care_writing_pad_fill(CareWritingPad *self, const char *text)
{
    gtk_text_buffer_set_text(gtk_text_view_get_buffer(self->body), text, -1);
}

void
care_writing_pad_replace_text(CareWritingPad *self, const char *text)
{
    GtkTextBuffer *buffer = gtk_text_view_get_buffer(self->body);
    GtkTextIter start, end;

    gtk_text_buffer_begin_user_action(buffer);
    gtk_text_buffer_get_bounds(buffer, &start, &end);
    gtk_text_buffer_delete(buffer, &start, &end);
    gtk_text_buffer_insert(buffer, &start, text, -1);
    gtk_text_buffer_end_user_action(buffer);
}

static void
show_label(GtkLabel *label, const char *text)
{
    gtk_label_set_text(label, text ? text : "");
    gtk_widget_set_visible(GTK_WIDGET(label), text != NULL);
}

void
care_writing_pad_set_preview(CareWritingPad *self, const char *text, const char *reader)
{
    gtk_label_set_text(self->preview, text);
    show_label(self->reader, reader);
}

void
care_writing_pad_set_warning(CareWritingPad *self, const char *sentence)
{
    show_label(self->warning, sentence);
}

void
care_writing_pad_write(CareWritingPad *self)
{
    adw_toggle_group_set_active_name(self->mode, "write");
    gtk_widget_grab_focus(GTK_WIDGET(self->body));
}
