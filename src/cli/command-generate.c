/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* generate */
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "cli/commands.h"
#include "sample/generate.h"
#include "sample/sample.h"

static void
show_progress(guint done, guint total, gpointer data)
{
    if (isatty(2))
        g_printerr("\r%u / %u%s", done, total, done == total ? "\n" : "");
}

static gboolean
parse(const char *text, const char *option, guint64 fallback, guint64 most, guint64 *out, GError **error)
{
    *out = fallback;
    return text == NULL || g_ascii_string_to_unsigned(text, 10, 0, most, out, NULL)
           || care_misunderstood(error, _("%s needs a whole number."), option);
}

static gboolean
run_generate(CareCli *cli, char **arguments, JsonNode **result, GError **error)
{
    g_autofree char *customers_text = NULL;
    g_autofree char *seed_text = NULL;
    guint64 customers, seed;

    if (!care_cli_take_option(arguments, "--customers", &customers_text, error)
        || !care_cli_take_option(arguments, "--seed", &seed_text, error)
        || !care_cli_expect(arguments, 0, error))
        return FALSE;
    if (customers_text == NULL)
        return care_misunderstood(error, _("How many? Give --customers N."));
    if (!parse(customers_text, "--customers", 0, G_MAXUINT, &customers, error)
        || !parse(seed_text, "--seed", 1, G_MAXUINT64, &seed, error)
        || !care_generate(cli->store, (guint)customers, seed, show_progress, NULL, error))
        return FALSE;
    *result = json_node_new(JSON_NODE_OBJECT);
    json_node_take_object(*result, json_object_new());
    json_object_set_int_member(json_node_get_object(*result), "customers", (gint64)customers);
    json_object_set_int_member(json_node_get_object(*result), "seed", (gint64)seed);
    return TRUE;
}

static gboolean
run_sample(CareCli *cli, char **arguments, JsonNode **result, GError **error)
{
    g_autofree char *seed_text = NULL;
    guint64 seed;

    if (!care_cli_take_option(arguments, "--seed", &seed_text, error) || !care_cli_expect(arguments, 0, error)
        || !parse(seed_text, "--seed", 1, G_MAXUINT64, &seed, error) || !care_sample(cli->store, seed, error))
        return FALSE;
    *result = json_node_new(JSON_NODE_OBJECT);
    json_node_take_object(*result, json_object_new());
    json_object_set_int_member(json_node_get_object(*result), "seed", (gint64)seed);
    return TRUE;
}

const CareCommand care_generate_commands[] = {
    { "sample", "[--seed S]", N_("Fill an empty shop with the sample shop"), 0, run_sample, NULL },
    { "generate", "--customers N [--seed S]", N_("Fill an empty shop with made-up customers, for measuring"),
      0, run_generate, NULL },
    { 0 },
};
