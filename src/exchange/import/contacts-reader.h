/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import/reader.h"

G_BEGIN_DECLS

/* Contacts from address books and tables, which become customers. */
extern const CareReaderKind care_contacts_reader_kind;

G_END_DECLS
