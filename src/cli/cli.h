/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdio.h>

#include <json-glib/json-glib.h>

#include "core/errors.h"
#include "store/store.h"

G_BEGIN_DECLS

/* What every command gets: the shop, open unless the command said that it needs none. */
typedef struct {
    char *data_dir;
    CareClock *clock;
    CareStore *store;
    gboolean changed; /* something in it, by this command */
    char *currency;   /* the shop's */
    gboolean json;
    FILE *out; /* for what a command writes itself: printed at once, as JSON when all of it is there */
    char *written;
    gsize written_length;
    int exit_code; /* 0; a command that has an answer and yet failed (verify) sets 1 */
} CareCli;

typedef enum {
    CARE_COMMAND_NO_STORE = 1 << 0, /* runs without opening the shop */
} CareCommandFlags;

/* A command. name may be two words ("job move"). run gets the arguments behind the name, NULL-terminated, and leaves
 * the answer in *result: one JSON value (transfer full), or nothing if it has written its output itself. A GError is
 * the end of it; care_misunderstood() makes the one that means "not understood". print shows the answer to people; without it
 * the value is laid out as plain text. */
typedef struct {
    const char *name;
    const char *arguments;
    const char *summary; /* N_() */
    CareCommandFlags flags;
    gboolean (*run)(CareCli *cli, char **arguments, JsonNode **result, GError **error);
    void (*print)(CareCli *cli, JsonNode *result);
} CareCommand;

/* For a command that runs without the shop and wants it after all. FALSE with *error where it cannot be opened. */
gboolean care_cli_open_shop(CareCli *cli, GError **error);
/* Every command, ended by one without a name. */
const CareCommand *care_cli_next_command(const CareCommand *previous);

gboolean care_cli_is_usage(const GError *error);
/* The n arguments that a command needs, no more and no fewer. */
gboolean care_cli_expect(char **arguments, guint n, GError **error);
/* Takes "--name VALUE" out of the arguments; FALSE with *error if the value is missing. *value is NULL if the option
 * is not there, else transfer full. */
gboolean care_cli_take_option(char **arguments, const char *name, char **value, GError **error);
gboolean care_cli_take_flag(char **arguments, const char *name);
const CareKind *care_cli_kind(const char *name, GError **error);
/* A record that is there and not deleted. Transfer full. */
CareRecord *care_cli_get(CareCli *cli, const CareKind *kind, const char *id, GError **error);
JsonNode *care_cli_id_node(CareId id); /* {"id": "…"} */

G_END_DECLS
