/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CARE_IMAGE_MAX_BYTES (20 * 1000 * 1000)
#define CARE_IMAGE_LOGO_SIDE 800
#define CARE_IMAGE_PHOTO_SIDE 2048
#define CARE_IMAGE_THUMBNAIL_SIDE 256

GBytes *care_image_normalise(GBytes *file, int max_side, GError **error);
GBytes *care_image_load_file(const char *path, int max_side, GError **error);
gboolean care_image_png_size(GBytes *png, int *out_width, int *out_height);

G_END_DECLS
