/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/qr-code.h"

#include <qrencode.h>

#define MAX_BYTES 2331 /* of version 40 at level M */

CareQrCode *
care_qr_code_new(const char *data, gsize length)
{
    QRcode *code = length > 0 && length <= MAX_BYTES
                       ? QRcode_encodeData((int)length, (const unsigned char *)data, 0, QR_ECLEVEL_M)
                       : NULL;
    CareQrCode *self;
    guint8 *modules;
    gsize n;

    if (code == NULL)
        return NULL;
    n = (gsize)code->width * (gsize)code->width;
    modules = g_new(guint8, n);
    for (gsize i = 0; i < n; i++)
        modules[i] = code->data[i] & 1; /* the other bits say which pattern a module is of */
    self = g_new(CareQrCode, 1);
    *self = (CareQrCode){ code->width, g_bytes_new_take(modules, n) };
    QRcode_free(code);

    return self;
}

void
care_qr_code_free(CareQrCode *self)
{
    g_bytes_unref(self->modules);
    g_free(self);
}
