/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One error domain for the whole program. A code exists only where a caller branches on it; the command line
 * prints the code's nick (docs: cli). The message is always a sentence a shop owner can read. */
#define CARE_ERROR (care_error_quark())

typedef enum {
    CARE_ERROR_REFUSED,   /* a rule or constraint says no; nothing was changed */
    CARE_ERROR_NOT_FOUND, /* no such record */
    CARE_ERROR_BUSY,      /* another process holds the database */
    CARE_ERROR_CORRUPT,   /* the database or a file is damaged */
    CARE_ERROR_TOO_NEW,   /* written by a newer Aftercare */
    CARE_ERROR_FULL,      /* no room on the disk, or nothing can be written there */
    CARE_ERROR_INPUT,     /* what was typed or read makes no sense */
    CARE_ERROR_CONFLICT,  /* somebody else changed the same fields meanwhile; nothing was changed */
} CareError;

GQuark care_error_quark(void);
const char *care_error_nick(int code);

/* Sets the error to a sentence that is whole, whatever is in it. Always FALSE. */
gboolean care_refuse(GError **error, CareError code, const char *sentence);
/* Sets the error that says what was typed on a command line is not understood (G_OPTION_ERROR). Always FALSE. */
gboolean care_misunderstood(GError **error, const char *format, ...) G_GNUC_PRINTF(2, 3);

G_END_DECLS
