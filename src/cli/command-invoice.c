/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* invoice total, draft, issue, pay, cancel, export; verify. */
#include <string.h>

#include <glib/gi18n-lib.h>

#include "cli/command-paper.h"
#include "cli/commands.h"
#include "cli/json-members.h"
#include "cli/kind-hook.h"
#include "cli/output.h"
#include "cli/read-file.h"
#include "core/errors.h"
#include "model/customer.h"
#include "model/invoice.h"
#include "model/job.h"
#include "service/flow.h"
#include "exchange/json/invoice-json.h"
#include "service/invoices/invoice-check.h"
#include "service/invoices/invoice-document.h"
#include "service/invoices/invoice-draft.h"
#include "service/invoices/invoice-from-job.h"
#include "service/invoices/invoice-issue.h"
#include "service/invoices/invoice-number.h"
#include "service/invoices/verify.h"
#include "store/setting.h"
#include "exchange/json/record-json.h"
#include "store/schema-check.h"

static gboolean
run_total(CareCli *cli, char **arguments, JsonNode **result, GError **error)
{
    g_autoptr(JsonNode) in = NULL;

    if (!care_cli_expect(arguments, 1, error))
        return FALSE;
    in = care_cli_read_json(arguments[0], error);
    *result = in != NULL && care_invoice_json_check_members(in, error) ? care_invoice_json_total(in, error)
                                                                       : NULL;
    return *result != NULL;
}

static JsonObject *
new_answer(JsonNode **result)
{
    JsonObject *object = json_object_new();

    *result = json_node_init_object(json_node_alloc(), object);
    json_object_unref(object);
    return object;
}

static gboolean
draft_from_job(CareCli *cli, const char *id, CareRecord **draft, GError **error)
{
    g_autoptr(CareRecord) job = care_cli_get(cli, &care_job_kind, id, error);

    *draft = job != NULL
                 ? care_invoice_draft_from_job(care_store_reader(cli->store), care_record_id(job), error)
                 : NULL;
    return *draft != NULL;
}

static gboolean
draft_from_file(CareCli *cli, const char *id, const char *path, CareRecord **draft, GError **error)
{
    g_autoptr(CareRecord) customer = care_cli_get(cli, &care_customer_kind, id, error);
    g_autoptr(JsonNode) in = customer != NULL ? care_cli_read_json(path, error) : NULL;
    g_autofree char *prices = care_store_setting(cli->store, CARE_SETTING_PRICES);
    g_autoptr(CareBill) bill = in != NULL && care_invoice_json_check_members(in, error)
                                   ? care_invoice_json_read(in, prices, error)
                                   : NULL;

    if (bill == NULL)
        return FALSE;
    *draft = care_invoice_draft_new(care_store_reader(cli->store), care_record_id(customer));
    if (care_invoice_take_bill(*draft, bill, error))
        return TRUE;
    g_clear_object(draft);
    return FALSE;
}

static gboolean
run_draft(CareCli *cli, char **arguments, JsonNode **result, GError **error)
{
    g_autofree char *job = NULL;
    g_autofree char *customer = NULL;
    g_autofree char *path = NULL;
    g_autoptr(CareRecord) draft = NULL;
    g_autoptr(CareBill) bill = NULL;
    g_autoptr(CareBillTotals) totals = NULL;
    g_autofree char *id = NULL;
    JsonObject *object;

    if (!care_cli_take_option(arguments, "--job", &job, error)
        || !care_cli_take_option(arguments, "--customer", &customer, error)
        || !care_cli_take_option(arguments, "--file", &path, error) || !care_cli_expect(arguments, 0, error))
        return FALSE;
    if ((job == NULL) == (customer == NULL || path == NULL))
        return care_misunderstood(error, _("Give --job ID, or --customer ID and --file FILE.json."));
    if (job != NULL ? !draft_from_job(cli, job, &draft, error)
                    : !draft_from_file(cli, customer, path, &draft, error))
        return FALSE;
    if (!care_flow_save_now(cli->store, draft, NULL, error))
        return FALSE;
    bill = care_invoice_bill(draft);
    totals = care_bill_total(bill, error);
    if (totals == NULL)
        return FALSE;
    *result = care_invoice_json_write(bill, totals);
    object = json_node_get_object(*result);
    id = care_id_to_string(care_record_id(draft));
    json_object_set_string_member(object, "id", id);
    json_object_set_string_member(object, "state", "draft");
    return TRUE;
}

static void
set_money(JsonObject *object, const char *name, CareRecord *invoice, CareMoney amount)
{
    care_cli_set_money(object, name, amount, care_record_text(invoice, CARE_INVOICE_CURRENCY));
}

static void
fill_issued(JsonObject *object, CareRecord *invoice)
{
    static const int texts[]
        = { CARE_INVOICE_NUMBER, CARE_INVOICE_STATE,  CARE_INVOICE_ISSUED, CARE_INVOICE_DUE_DATE,
            CARE_INVOICE_TYPE,   CARE_INVOICE_SHA256, CARE_INVOICE_CHAIN };

    care_cli_set_id(object, "id", care_record_id(invoice));
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++)
        care_cli_set_text(object, care_invoice_kind.fields[texts[i]].name,
                          care_record_text(invoice, texts[i]));
    care_cli_set_id(object, "corrects", care_record_int(invoice, CARE_INVOICE_CORRECTS));
    set_money(object, "gross", invoice, care_record_int(invoice, CARE_INVOICE_GROSS));
}

static void
add_lack(JsonArray *array, const char *field, const char *sentence, gboolean hint)
{
    JsonObject *object = json_object_new();

    care_cli_set_text(object, "field", field);
    care_cli_set_text(object, "sentence", sentence);
    json_object_set_boolean_member(object, "hint", hint);
    json_array_add_object_element(array, object);
}

static void
add_lacks(JsonArray *array, GPtrArray *lacks, gboolean hint)
{
    for (guint i = 0; i < lacks->len; i++) {
        const CareInvoiceLack *lack = lacks->pdata[i];

        add_lack(array, lack->field, lack->sentence, hint);
    }
}

static gboolean
list_lacks(CareCli *cli, CareRecord *draft, JsonArray *array, GError **error)
{
    CareConnection *connection = care_store_reader(cli->store);
    CareDate today = care_clock_today(cli->clock);
    CareIssueCheck check = care_invoice_check(connection, draft, today, error);
    g_autoptr(GPtrArray) lacks
        = check != CARE_ISSUE_UNREADABLE ? care_invoice_lacks(connection, draft, today, error) : NULL;
    g_autoptr(GPtrArray) hints = care_invoice_hints(connection, draft);

    if (lacks == NULL)
        return FALSE;
    if (check != CARE_ISSUE_EMPTY && care_issue_check_sentence(check) != NULL)
        add_lack(array, care_issue_check_field(check), care_issue_check_sentence(check), FALSE);
    add_lacks(array, lacks, FALSE);
    add_lacks(array, hints, TRUE);
    return TRUE;
}

static gboolean
run_check(CareCli *cli, char **arguments, JsonNode **result, GError **error)
{
    g_autoptr(JsonArray) array = json_array_new();
    g_autoptr(CareRecord) draft = NULL;

    if (!care_cli_expect(arguments, 1, error))
        return FALSE;
    draft = care_cli_get(cli, &care_invoice_kind, arguments[0], error);
    if (draft == NULL)
        return FALSE;
    if (care_record_is_set(draft, CARE_INVOICE_NUMBER)) {
        g_set_error_literal(error, CARE_ERROR, CARE_ERROR_REFUSED,
                            _("This invoice has been issued already; nothing can be added to it."));
        return FALSE;
    }
    if (!list_lacks(cli, draft, array, error))
        return FALSE;
    *result = json_node_init_array(json_node_alloc(), array);
    return TRUE;
}

/* Somebody looked at the clock. */
static gboolean
take_day(CareCli *cli, char **arguments, GError **error)
{
    return !care_cli_take_flag(arguments, "--date-is-right")
           || care_store_write(cli->store, care_invoice_confirm_day, NULL, error);
}

static gboolean
run_issue(CareCli *cli, char **arguments, JsonNode **result, GError **error)
{
    g_autoptr(CareRecord) draft = NULL;
    g_autoptr(CareRecord) issued = NULL;

    if (!take_day(cli, arguments, error) || !care_cli_expect(arguments, 1, error))
        return FALSE;
    draft = care_cli_get(cli, &care_invoice_kind, arguments[0], error);
    issued = draft != NULL ? care_invoice_issue_now(cli->store, care_record_id(draft), error) : NULL;
    if (issued == NULL)
        return FALSE;
    fill_issued(new_answer(result), issued);
    return TRUE;
}

static gboolean
run_cancel(CareCli *cli, char **arguments, JsonNode **result, GError **error)
{
    g_autoptr(CareRecord) invoice = NULL;
    g_autoptr(CareRecord) note = NULL;

    if (!take_day(cli, arguments, error) || !care_cli_expect(arguments, 1, error))
        return FALSE;
    invoice = care_cli_get(cli, &care_invoice_kind, arguments[0], error);
    note = invoice != NULL ? care_invoice_cancel_now(cli->store, care_record_id(invoice), error) : NULL;
    if (note == NULL)
        return FALSE;
    fill_issued(new_answer(result), note);
    return TRUE;
}

/* After a restore: which number was the last, whoever gave it out. */
static gboolean
run_last(CareCli *cli, char **arguments, JsonNode **result, GError **error)
{
    g_autofree char *known = NULL;

    if (!care_cli_expect(arguments, 1, error)
        || !care_store_write(cli->store, care_invoice_say_last, arguments[0], error))
        return FALSE;
    known = care_invoice_last_number(care_store_reader(cli->store));
    care_cli_set_text(new_answer(result), "known", known);
    return TRUE;
}

/** care_cli_extend_invoice: the members of an invoice that follow from its rows. */
gboolean
care_cli_extend_invoice(CareCli *cli, CareRecord *invoice, JsonObject *object, GError **error)
{
    set_money(object, "open", invoice, care_invoice_open(invoice));
    return TRUE;
}

static gboolean
check_issued(CareRecord *invoice, GError **error)
{
    if (care_record_is_set(invoice, CARE_INVOICE_NUMBER))
        return TRUE;
    g_set_error_literal(error, CARE_ERROR, CARE_ERROR_REFUSED,
                        _("A draft has no final paper yet. Issue the invoice first."));
    return FALSE;
}

static gboolean
run_export(CareCli *cli, char **arguments, JsonNode **result, GError **error)
{
    g_autofree char *path = NULL;
    g_autoptr(CareRecord) invoice = NULL;
    JsonObject *object;

    if (!care_cli_take_option(arguments, "--pdf", &path, error) || !care_cli_expect(arguments, 1, error))
        return FALSE;
    if (path == NULL)
        return care_misunderstood(error, _("Say where the paper goes: --pdf FILE.pdf."));
    invoice = care_cli_get(cli, &care_invoice_kind, arguments[0], error);
    if (invoice == NULL || !check_issued(invoice, error)
        || !care_cli_write_paper(cli, &care_invoice_paper_kind, invoice, NULL, path, error))
        return FALSE;
    object = new_answer(result);
    care_cli_set_id(object, "id", care_record_id(invoice));
    care_cli_set_text(object, "pdf", path);
    care_cli_set_text(object, "sha256", care_record_text(invoice, CARE_INVOICE_SHA256));
    return TRUE;
}

static JsonArray *
out_of_order_array(const CareSeries *series)
{
    JsonArray *array = json_array_new();

    for (guint i = 0; i < series->out_of_order->len; i++) {
        JsonObject *row = json_object_new();

        care_cli_set_text(row, "number", series->out_of_order->pdata[i]);
        care_cli_set_text(row, "reason",
                          _("the one before it bears a later day, and this day was said to be right"));
        json_array_add_object_element(array, row);
    }
    return array;
}

static JsonObject *
series_object(const CareSeries *series)
{
    JsonObject *object = json_object_new();
    JsonArray *gaps = json_array_new();

    for (guint i = 0; i < series->gaps->len; i++) {
        const CareGap *gap = series->gaps->pdata[i];
        JsonObject *row = json_object_new();

        json_object_set_int_member(row, "from", gap->from);
        json_object_set_int_member(row, "to", gap->to);
        care_cli_set_text(row, "reason", gap->reason);
        json_array_add_object_element(gaps, row);
    }
    care_cli_set_text(object, "series", series->series);
    care_cli_set_text(object, "first", series->first);
    care_cli_set_text(object, "last", series->last);
    json_object_set_array_member(object, "gaps", gaps);
    json_object_set_array_member(object, "out_of_order", out_of_order_array(series));
    return object;
}

static JsonObject *
problem_object(const CareProblem *problem)
{
    JsonObject *object = json_object_new();

    care_cli_set_text(object, "kind", problem->kind);
    care_cli_set_id(object, "id", problem->id);
    care_cli_set_text(object, "number", problem->number);
    care_cli_set_text(object, "what", problem->what);
    return object;
}

/* What keeps the shop from being opened is what verify is asked for: its file alone is read then. NULL where that tells
 * nothing. */
static CareVerification *
verify_unopened(CareCli *cli)
{
    g_autofree char *path = g_build_filename(cli->data_dir, "aftercare.db", NULL);
    g_autoptr(CareConnection) connection = g_file_test(path, G_FILE_TEST_IS_REGULAR)
                                               ? care_connection_open(path, CARE_CONNECTION_READ, NULL)
                                               : NULL;
    g_autoptr(CareVerification) verification
        = connection != NULL && care_schema_is_ours(connection)
              ? care_verify_file(connection, cli->data_dir, care_clock_today(cli->clock), NULL)
              : NULL;

    return verification != NULL && verification->problems->len > 0 ? g_steal_pointer(&verification) : NULL;
}

static CareVerification *
verify_shop(CareCli *cli, GError **error)
{
    g_autoptr(GError) unopened = NULL;
    CareVerification *verification = NULL;

    if (care_cli_open_shop(cli, &unopened))
        return care_verify(cli->store, error);
    if (g_error_matches(unopened, CARE_ERROR, CARE_ERROR_CORRUPT)
        || g_error_matches(unopened, CARE_ERROR, CARE_ERROR_REFUSED))
        verification = verify_unopened(cli);
    if (verification == NULL)
        g_propagate_error(error, g_steal_pointer(&unopened));
    return verification;
}

static JsonArray *
problem_array(GPtrArray *problems)
{
    JsonArray *array = json_array_new();

    for (guint i = 0; i < problems->len; i++)
        json_array_add_object_element(array, problem_object(problems->pdata[i]));
    return array;
}

static gboolean
run_verify(CareCli *cli, char **arguments, JsonNode **result, GError **error)
{
    g_autoptr(CareVerification) verification = NULL;
    JsonArray *series;
    JsonObject *object;

    if (!care_cli_expect(arguments, 0, error))
        return FALSE;
    verification = verify_shop(cli, error);
    if (verification == NULL)
        return FALSE;
    series = json_array_new();
    for (guint i = 0; i < verification->series->len; i++)
        json_array_add_object_element(series, series_object(verification->series->pdata[i]));
    object = new_answer(result);
    json_object_set_array_member(object, "series", series);
    json_object_set_array_member(object, "problems", problem_array(verification->problems));
    json_object_set_array_member(object, "notes", problem_array(verification->notes));
    json_object_set_boolean_member(object, "ok", verification->problems->len == 0);
    json_object_set_int_member(object, "documents", verification->documents);
    cli->exit_code = verification->problems->len == 0 ? 0 : 1;
    return TRUE;
}

const CareCommand care_invoice_commands[] = {
    { "invoice total", "FILE.json", N_("Add up a document; nothing is stored"), CARE_COMMAND_NO_STORE,
      run_total, NULL },
    { "invoice draft", "--job ID | --customer ID --file FILE.json", N_("Make a draft"), 0, run_draft, NULL },
    { "invoice check", "ID", N_("List what a draft lacks before it can be issued"), 0, run_check, NULL },
    { "invoice issue", "ID [--date-is-right]", N_("Give a draft its number and freeze it"), 0, run_issue,
      NULL },
    { "invoice cancel", "ID [--date-is-right]", N_("Issue the full credit note"), 0, run_cancel, NULL },
    { "invoice last", "NUMBER | none",
      N_("Say which number was the last, where the shop came from a backup or an export"), 0, run_last,
      NULL },
    { "invoice export", "ID --pdf FILE", N_("Write the stored paper to a file"), 0, run_export, NULL },
    { "verify", "", N_("Check every issued document and the shop’s data"), CARE_COMMAND_NO_STORE, run_verify,
      NULL },
    { 0 },
};
