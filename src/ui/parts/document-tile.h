/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

/* One photo or file as a small picture over its name, with a button that activates documents.remove with the tile's
 * place in its flow box. */
#define CARE_TYPE_DOCUMENT_TILE (care_document_tile_get_type())
G_DECLARE_FINAL_TYPE(CareDocumentTile, care_document_tile, CARE, DOCUMENT_TILE, GtkFlowBoxChild)

/* side: of the picture, in pixels. place: what it belongs to, in a few words, or NULL. */
GtkWidget *care_document_tile_new(CareContext *context, CareRecord *document, int side, const char *place);
CareRecord *care_document_tile_get_document(CareDocumentTile *self);

G_END_DECLS
