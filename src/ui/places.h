/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* One line of the sidebar. */
typedef struct {
    const char *id;    /* for --place, win.place and the settings */
    const char *title; /* translatable */
    const char *icon_name;
    const char *kinds; /* the kinds of record that open here, between spaces */
    gboolean urgent;   /* its badge takes the accent colour */
    GType (*get_type)(void);
} CarePlaceInfo;

const CarePlaceInfo *care_places_get(guint *n_places);
const CarePlaceInfo *care_places_find(const char *id);
const CarePlaceInfo *care_places_for_kind(const char *kind);
/* Kinds that have no page of their own there: they open as a dialog, over whatever is in front. */
gboolean care_places_has_dialog_for(const char *kind);

G_END_DECLS
