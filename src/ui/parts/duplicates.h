/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/store.h"

G_BEGIN_DECLS

/* Another customer with the same phone number or e-mail address. Asked about when saving, never decided alone: a
 * couple may share a phone. */

/* Transfer full; NULL when there is none. why is the number or address they share, transfer full. */
CareRecord *care_duplicates_find(CareStore *store, CareRecord *customer, char **why);

typedef enum {
    CARE_DUPLICATE_BACK, /* to the editor */
    CARE_DUPLICATE_OPEN, /* the other one is meant */
    CARE_DUPLICATE_SAVE, /* both are right */
} CareDuplicateAnswer;

typedef void (*CareDuplicateFunc)(CareDuplicateAnswer answer, CareId other, gpointer user_data);

/* What the answers are called where it is asked, translated; %s in the first is the other one's name. */
typedef struct {
    const char *open;
    const char *save;
} CareDuplicateWords;

/* user_data is a GObject that is kept alive until the answer. */
void care_duplicates_ask(GtkWidget *parent, CareRecord *other, const char *why,
                         const CareDuplicateWords *words, CareDuplicateFunc answered, gpointer user_data);

G_END_DECLS
