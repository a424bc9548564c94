/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/record.h"

G_BEGIN_DECLS

/* Getting in touch, from wherever a person or a number stands. Main thread. */

/* win.call opens the call dialog for a customer (and about a job; 0: none). */
#define CARE_CALL_ACTION "win.call"
#define CARE_CALL_TYPE "(xx)"

/* What is dialled first; NULL where there is no number. Transfer none. */
const char *care_reach_first_phone(CareRecord *customer);
/* A flat button that begins a call and says whom; NULL where there is no number. Transfer floating. */
GtkWidget *care_reach_call_button_new(CareRecord *customer, CareId job);

/* Buttons at the end of a row, called by the text that they are about: it is dialled (where no program here makes
 * calls, that is said), a message is begun by an action that takes the way, it is copied. */
void care_reach_row_add_dial(AdwActionRow *row, const char *number);
void care_reach_row_add_write(AdwActionRow *row, const char *address, const char *action,
                              const char *channel);
void care_reach_row_add_copy(AdwActionRow *row, const char *text);

G_END_DECLS
