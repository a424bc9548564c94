/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/channel.h"
#include "model/record.h"

G_BEGIN_DECLS

/* CareComposeWay: by which way and to which address a message goes to one customer.
 *
 * Two rows; it says which way the customer prefers. "changed" is emitted when another way was chosen. Channels are
 * words of the field "channel". Main thread only. */
#define CARE_TYPE_COMPOSE_WAY (care_compose_way_get_type())
G_DECLARE_FINAL_TYPE(CareComposeWay, care_compose_way, CARE, COMPOSE_WAY, AdwPreferencesGroup)

void care_compose_way_set_customer(CareComposeWay *self, CareRecord *customer);
void care_compose_way_set_channel(CareComposeWay *self, const char *channel);
const char *care_compose_way_get_channel(CareComposeWay *self);
/* NULL: there is none, or the way needs none. Borrowed until another is chosen. */
const char *care_compose_way_get_address(CareComposeWay *self);

gboolean care_compose_way_is(CareComposeWay *self, CareChannel channel);
gboolean care_compose_way_has_subject(CareComposeWay *self);
/* What the button says that sends it this way. */
const char *care_compose_way_get_verb(CareComposeWay *self);
/* Why nothing can be sent this way, a sentence; NULL when it can. */
const char *care_compose_way_get_refusal(CareComposeWay *self);

G_END_DECLS
