/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/parts/paper-dialog.h"

#include "ui/kit/template.h"
#include "ui/kit/wrap.h"

struct _CarePaperDialog {
    AdwDialog parent_instance;

    CareContext *context;
    const CarePaperKind *kind;
    CareRecord *record; /* a copy */
    CarePaper *paper;

    CarePaperView *view;
    GtkWidget *calendar;
};

G_DEFINE_FINAL_TYPE(CarePaperDialog, care_paper_dialog, ADW_TYPE_DIALOG)

static void
on_print(CarePaperDialog *self)
{
    care_paper_print(GTK_WIDGET(self), self->paper, NULL, NULL, NULL);
}

static void
on_save_pdf(CarePaperDialog *self)
{
    care_paper_save(GTK_WIDGET(self), self->context, self->kind, self->record, "pdf");
}

static void
on_save_calendar(CarePaperDialog *self)
{
    care_paper_save(GTK_WIDGET(self), self->context, self->kind, self->record, "ics");
}

static void
care_paper_dialog_finalize(GObject *object)
{
    CarePaperDialog *self = CARE_PAPER_DIALOG(object);

    g_clear_object(&self->paper);
    g_clear_object(&self->record);
    g_clear_object(&self->context);
    G_OBJECT_CLASS(care_paper_dialog_parent_class)->finalize(object);
}

static void
care_paper_dialog_class_init(CarePaperDialogClass *klass)
{
    G_OBJECT_CLASS(klass)->finalize = care_paper_dialog_finalize;
    CARE_TEMPLATE_NEEDS(CARE_TYPE_WRAP, CARE_TYPE_PAPER_VIEW);
    CARE_TEMPLATE(klass, "parts/paper-dialog.ui");
    CARE_TEMPLATE_CHILDREN(klass, CarePaperDialog, view, calendar);
    CARE_TEMPLATE_CALLBACKS(klass, on_print, on_save_pdf, on_save_calendar);
}

static void
care_paper_dialog_init(CarePaperDialog *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
}

void
care_paper_dialog_present(GtkWidget *parent, CareContext *context, const CarePaperKind *kind,
                          CareRecord *record)
{
    g_autoptr(CarePaper) paper = care_paper_of(parent, context, kind, record);
    CarePaperDialog *self;

    if (!paper)
        return;
    self = g_object_new(CARE_TYPE_PAPER_DIALOG, NULL);
    self->context = g_object_ref(context);
    self->kind = kind;
    self->record = care_record_copy(record);
    self->paper = g_steal_pointer(&paper);
    adw_dialog_set_title(ADW_DIALOG(self), care_paper_get_title(self->paper));
    gtk_widget_set_visible(self->calendar, kind->calendar != NULL);
    care_paper_show(self->view, self->paper);
    adw_dialog_present(ADW_DIALOG(self), parent);
}
