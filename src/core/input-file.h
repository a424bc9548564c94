/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The whole of a file that somebody named: one that there is, or a pipe into which somebody writes. Nothing that would be
 * waited for or read for ever. Any thread. */

typedef struct {
    GBytes *bytes;
    gboolean is_pipe; /* it was read off, and can be read no other time */
} CareInput;

/* Of a file they are mapped, so that a large one costs no memory. most: in bytes; of a pipe, in memory, no more than
 * CARE_INPUT_PIPE_MOST either. FALSE with CARE_ERROR_INPUT and a sentence that has the name in it. */
gboolean care_input_read(const char *path, const char *name, guint64 most, CareInput *input, GError **error);
/* The same of what is open already, as stdin is, whatever it is: what comes of it is waited for. */
GBytes *care_input_read_open(int fd, const char *name, guint64 most, GError **error);

#define CARE_INPUT_PIPE_MOST (G_GUINT64_CONSTANT(1) << 30)

/* The sentences, for who reads by other means. */
gboolean care_input_refuse(const char *name, GError **error);
gboolean care_input_refuse_large(const char *name, guint64 most, GError **error);

G_END_DECLS
