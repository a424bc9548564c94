/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A square of modules, one byte each: 1 is dark. The quiet zone around it is the drawer's business. */
typedef struct {
    int side;
    GBytes *modules;
} CareQrCode;

/* The smallest code of these bytes with error correction M, as payment codes ask for it; NULL if they are none or more
 * than a code holds. Any thread. Free with care_qr_code_free(). */
CareQrCode *care_qr_code_new(const char *data, gsize length);
void care_qr_code_free(CareQrCode *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareQrCode, care_qr_code_free)

G_END_DECLS
