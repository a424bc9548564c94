/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The language of the messages as ICU names it. Owned by the C library or static; any thread. */
const char *care_messages_language(void);
