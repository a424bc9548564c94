#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""    run.py BUILD-DIRECTORY [NAME...]

Breaks a copy of the code in named ways, one line each, and shows that the tests notice:
a mutant that lives means that nothing holds that line. First the unbroken copy has to pass
the same tests, or a failure would show nothing.
"""
import filecmp
import os
import shutil
import subprocess
import sys

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", ".."))
PARTS = ["src", "tests", "data", "po", "resources", "meson.build", "meson.options", "COPYING",
         "com.example.Aftercare.json", ".clang-format"]


class Mutant:
    def __init__(self, name, path, line, instead, *tests):
        self.name, self.path, self.line, self.instead, self.tests = name, path, line, instead, tests


MUTANTS = [
    Mutant("tax is rounded per line", "src/model/bill/bill-group.c",
           "        if (g_strcmp0(care_bill_group_category(group), category) == 0 && care_bill_group_rate(group) == rate)",
           "        if (category == NULL && care_bill_group_rate(group) == rate)", "bill", "invoice-total"),
    Mutant("halves are rounded down", "src/core/decimal.c",
           "    if (rest >= (denominator < 0 ? -denominator : denominator) - rest)",
           "    if (rest > (denominator < 0 ? -denominator : denominator) - rest)", "decimal", "bill"),
    Mutant("a recurrence counts from the last date", "src/core/recurrence.c",
           "    return care_date_add_months(anchor, every_months * k);",
           "    return k < 1 ? anchor : care_date_add_months(care_recurrence_nth(anchor, every_months, k - 1), every_months);",
           "recurrence"),
    Mutant("an issued invoice is not frozen", "src/store/sql/triggers.sql",
           "WHEN OLD.number IS NOT NULL AND NOT EXISTS (SELECT 1 FROM guard) AND (",
           "WHEN 0 AND (", "frozen"),
    Mutant("0 is read as no answer", "src/service/feedback/feedback-flow.c",
           "    return care_record_is_set(feedback, CARE_FEEDBACK_SCORE)\n           &&",
           "    return care_record_int(feedback, CARE_FEEDBACK_SCORE) != 0\n           &&", "feedback"),
    Mutant("an undone change is told", "src/store/transaction.c",
           "    care_change_set_clear(self->changes);\n    return NULL;",
           "    return NULL;", "changes"),
    Mutant("a fetched page is held weakly only", "src/store/query-model.c",
           "    if (g_queue_get_length(&self->pages) > PAGES_HELD)",
           "    if (g_queue_get_length(&self->pages) > 0)", "query-model"),
    Mutant("ł and ø are not folded", "src/core/fold.c",
           "    const char *plain = c < 0x80 ? NULL : plain_letter(c);",
           "    const char *plain = c > 0 ? NULL : plain_letter(c);", "fold"),
    Mutant("the chain of documents is not checked", "src/service/invoices/verify-chain.c",
           "    else if (follows && g_strcmp0(chain, care_record_text(invoice, CARE_INVOICE_CHAIN)) != 0)",
           "    else if (!follows && chain == NULL)", "invoice-flow"),
    Mutant("the warranty counts from a day nobody agreed", "src/service/jobs/aftercare.c",
           "    return months > 0 ? care_date_add_months(handover, months) : (CareDate){ 0 };",
           "    return months > 0 ? care_date_add_months(handover, months + 1) : (CareDate){ 0 };", "job-flow"),
    Mutant("more money goes back than came in", "src/service/invoices/payment-check.c",
           "           && (room >= 0 || refuse_refund(invoice, mine, room - mine, error));",
           "           && (room == room || refuse_refund(invoice, mine, room - mine, error));", "cli-money"),
    Mutant("a payment that was deleted still counts", "src/store/sql/queries/invoices/sum-of-payments.sql",
           "AND deleted_at IS NULL", "", "cli-money"),
    Mutant("what one paid too much is what another owes less", "src/service/insights/insights.c",
           "        || !care_owed_back_append(work->connection, insights->to, insights->currency, rows, error))",
           "        || rows == NULL)", "cli-money"),
    Mutant("a payment that is lost is forgotten at the next", "src/service/invoices/invoice-account.c",
           "    if (paid == (care_invoice_is_credit(invoice) ? -said : said))", "    if (said == said)", "cli-doors"),
    Mutant("an issued document goes to another customer", "src/service/invoices/invoice-flow.c",
           "    return care_record_field_equal(invoice, old, CARE_INVOICE_CUSTOMER)",
           "    return care_record_is_set(invoice, CARE_INVOICE_CUSTOMER)", "cli-doors"),
    Mutant("a name may show nothing", "src/core/seen.c",
           "    return g_unichar_isgraph(c);", "    return c != 0;", "cli-doors"),
    Mutant("a restored shop gives numbers out again", "src/service/invoices/invoice-number.c",
           "    return restored != NULL ? CARE_NUMBER_NEEDS_LAST",
           "    return restored != NULL && today.year == 0 ? CARE_NUMBER_NEEDS_LAST", "cli-trust"),
    Mutant("a number that the head of the chain knows is given out", "src/service/invoices/chain-head-keep.c",
           "    return (kept != NULL ? !knows_of_more(kept, now, series, sequence) :",
           "    return (kept != NULL ? kept->order >= 0 :", "cli-trust"),
    Mutant("more than was agreed needs nobody's yes", "src/service/invoices/promise.c",
           "        return all > promise->agreed;", "        return all > 99 * promise->agreed;", "invoice-flow"),
    Mutant("the yes to a price holds for a higher one", "src/service/invoices/promise.c",
           "    if (!care_promise_is_exceeded(&promise))\n        return TRUE;",
           "    if (promise.billed > 0)\n        return TRUE;", "cli-invoicing"),
    Mutant("the lock of the documents stands open and nobody tells", "src/service/invoices/verify-data.c",
           "    if (open != 0)", "    if (open > 99)", "cli-trust"),
    Mutant("documents cut off at the end are not missed", "src/service/invoices/verify-chain.c",
           "    if (kept->order > now->order)", "    if (kept->order > now->order + 99)", "cli-trust"),
    Mutant("the check before a warranty ends comes after it", "src/model/plan-lane.c",
           "hours, point->date, before ? -1 : 1);", "hours, point->date, before ? 1 : 1);", "job-flow"),
    Mutant("a birthday that was let go once never comes again", "src/service/today/due-deferral.c",
           "    return care_date_compare(made, item->time_from) >= 0;", "    return TRUE;", "cli-promises"),
    Mutant("an answer says that a warranty was checked", "src/service/today/due-merge.c",
           "    if (line != NULL && rank(line) >= RANK_DROPPABLE)", "    if (line != NULL)", "due-merge"),
    Mutant("what was done by hand is a contact's mark", "src/service/today/seen-to.c",
           "        if (done == care_seers_instant(seers->pdata[i]))", "        if (done != 0)", "cli-contacts"),
    Mutant("a job that somebody told of stays told when nobody was reached", "src/service/jobs/job-told.c",
           "    return care_interaction_has_reached(contact) && is_about_its_job(contact)",
           "    return is_about_its_job(contact)", "cli-contacts"),
]


def files_below(top):
    """Those that a build needs, as paths from the top."""
    found = set()
    for part in PARTS:
        whole = os.path.join(top, part)
        if os.path.isfile(whole):
            found.add(part)
        for folder, folders, names in os.walk(whole):
            folders[:] = [name for name in folders if name != "__pycache__"]
            found.update(os.path.relpath(os.path.join(folder, name), top) for name in names)
    return found


def copy_tree(tree):
    """What differs, with a new time: an old one would let a later build take an earlier mutant's object for it."""
    wanted = files_below(ROOT)
    for path in files_below(tree) - wanted:
        os.unlink(os.path.join(tree, path))
    for path in wanted:
        source, target = os.path.join(ROOT, path), os.path.join(tree, path)
        if not os.path.exists(target) or not filecmp.cmp(source, target, shallow=False):
            os.makedirs(os.path.dirname(target), exist_ok=True)
            shutil.copyfile(source, target)
            shutil.copymode(source, target)


def quietly(*command):
    return subprocess.run(command, capture_output=True, text=True)


def known_tests(build):
    listed = quietly("meson", "test", "-C", build, "--list").stdout
    return {line.rpartition(" / ")[2].strip() for line in listed.splitlines()}


def run_tests(build, tests):
    """None if the code does not even build, else whether the tests pass."""
    done = quietly("meson", "test", "-C", build, *tests)
    if "Could not rebuild" in done.stdout or "Ok:" not in done.stdout:
        print("\n".join("# " + line for line in (done.stdout + done.stderr).splitlines()[-25:]))
        return None
    return done.returncode == 0


def try_mutant(tree, build, mutant):
    path = os.path.join(tree, mutant.path)
    with open(path, encoding="utf-8") as stream:
        whole = stream.read()
    if whole.count(mutant.line) != 1:
        return f"its line stands {whole.count(mutant.line)} times in {mutant.path}"
    with open(path, "w", encoding="utf-8") as stream:
        stream.write(whole.replace(mutant.line, mutant.instead))
    try:
        passed = run_tests(build, mutant.tests)
    finally:
        with open(path, "w", encoding="utf-8") as stream:
            stream.write(whole)
    if passed is None:
        return "it does not build"
    return "no test noticed" if passed else None


def main(build, *names):
    folder = os.path.join(os.path.dirname(os.path.abspath(build)), "mutants")
    tree, build = os.path.join(folder, "tree"), os.path.join(folder, "build")
    chosen = [mutant for mutant in MUTANTS if not names or mutant.name in names]
    copy_tree(tree)
    if not os.path.exists(os.path.join(build, "build.ninja")):
        made = quietly("meson", "setup", "-Doptimization=0", "-Dwerror=false", build, tree)
        if made.returncode:
            print(made.stdout)
            return 1
    everything = sorted({test for mutant in chosen for test in mutant.tests})
    unknown = [test for test in everything if test not in known_tests(build)]
    if unknown:
        print(f"no test is called {', '.join(unknown)}: nothing can be shown\n0 passed, 1 failed")
        return 1
    if not run_tests(build, everything):
        print("the unbroken code does not pass: nothing can be shown\n0 passed, 1 failed")
        return 1
    print(f"the unbroken code passes {' '.join(everything)}", flush=True)
    failed = 0
    for number, mutant in enumerate(chosen, 1):
        complaint = try_mutant(tree, build, mutant)
        failed += complaint is not None
        print(f"{'caught' if complaint is None else 'ALIVE '} {number:2} {mutant.name} ({mutant.path})"
              + (f": {complaint}" if complaint else ""), flush=True)
    print(f"{len(chosen) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
