/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

/* The job's agreed lines as rows of a list, before a given row: a click opens a line's editor. A job that is known is saved by
 * that; a new one is changed, which "changed" says. Lives as long as the list. */
#define CARE_TYPE_AGREED_LINES (care_agreed_lines_get_type())
G_DECLARE_FINAL_TYPE(CareAgreedLines, care_agreed_lines, CARE, AGREED_LINES, GObject)

/* add: the row "Add Line", before which the lines stand. */
CareAgreedLines *care_agreed_lines_new(GtkListBox *list, GtkWidget *add, CareRecord *job,
                                       CareContext *context);
/* Takes the rows of a job's lines out of the list, if there are any: another is shown there from now on, or none. */
void care_agreed_lines_drop(GtkListBox *list);
void care_agreed_lines_refresh(CareAgreedLines *self);
/* Keeps a line, while it is typed, under the key of a draft, and goes on with one that was left there. */
void care_agreed_lines_keep(CareAgreedLines *self, const char *draft);
void care_agreed_lines_continue(CareAgreedLines *self);

G_END_DECLS
