/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/sheet.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* The size of paper that this shop writes letters on: the one it chose, else A4, which is usual in each country that can
 * be a shop's. Any thread, with that thread's connection. */
const CareSheet *care_paper_size_of_shop(CareConnection *connection);

G_END_DECLS
