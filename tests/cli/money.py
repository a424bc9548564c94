#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Money that comes in, goes back and is owed, in either direction and in any currency."""
import json
import subprocess
import sys

from cli import Shop, Tap


def words(path):
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True).stdout.decode()
    return " ".join(text.split())


def draft(shop, price, currency="EUR", **more):
    customers = shop.ask("list", "customer")
    customer = customers[0]["id"] if customers else shop.add("customer", name="Bea Koch", addresses=[
        {"street": "Am Tor 3", "postcode": "10969", "locality": "Berlin"}])
    body = json.dumps({"currency": currency, "prices": "gross", "lines": [
        {"name": "Work", "quantity": "1", "price": price, "category": "S", "rate": "19"}]} | more)
    return shop.ask("invoice", "draft", "--customer", customer, "--file", shop.write("bill.json", body))["id"]


def issue(shop, price, currency="EUR", **more):
    return shop.ask("invoice", "issue", draft(shop, price, currency, **more))["id"]


def pay(shop, invoice, amount, *more):
    return shop.ask("invoice", "pay", invoice, amount, *more)


def refused(shop, invoice, amount, *more):
    return shop.run("invoice", "pay", invoice, amount, *more).error in ("refused", "input")


def owed_back(shop):
    return [i["text"] for i in shop.ask("due")["items"] if i["rule"] == "pay-back"]


def money_of(shop, invoice):
    got = shop.get("invoice", invoice)
    return got["state"], got["paid"], got["open"], got["to_pay_back"]


def overpaid(tap):
    with Shop() as shop:
        a = issue(shop.open(), "100")
        tap.equal(pay(shop, a, "117.24"), {"id": a, "paid": "117.24", "open": "0.00", "to_pay_back": "17.24", "state": "paid"},
                  "what is too much is not open but owed to the customer")
        tap.ok("€17.24" in owed_back(shop)[0] and "Bea Koch" in owed_back(shop)[0], "Today says to whom", owed_back(shop))
        tap.ok(refused(shop, a, "-200"), "more than was paid cannot go back")
        pay(shop, a, "-17.24")
        tap.equal((money_of(shop, a), owed_back(shop)), (("paid", "100.00", "0.00", None), []), "paid back, nothing is owed")


def since_when(tap):
    """The shop owes from the day on which the debt arose, whatever came before or was paid back since."""
    def due(shop):
        return [i["due"] for i in shop.ask("due", today="2026-12-20")["items"] if i["rule"] == "pay-back"]

    with Shop() as shop:
        a = issue(shop.open(), "100")
        shop.ask("invoice", "pay", a, "100", today="2026-11-30")
        shop.ask("invoice", "pay", a, "5", today="2026-12-03")
        shop.ask("invoice", "pay", a, "5", today="2026-12-07")
        tap.equal(due(shop), ["2026-12-03"], "overpaid, from the first payment above it on")
        shop.ask("invoice", "pay", a, "-10", today="2026-12-08")
        shop.ask("invoice", "cancel", a, today="2026-12-10")
        tap.equal(due(shop), ["2026-12-10"], "cancelled, from the credit note on")


def cancelled(tap):
    with Shop() as shop:
        a = issue(shop.open(), "100")
        pay(shop, a, "40")
        note = shop.ask("invoice", "cancel", a)["id"]
        tap.equal(money_of(shop, a), ("cancelled", "40.00", "0.00", "40.00"), "what was paid on a cancelled invoice is owed back")
        tap.ok(refused(shop, a, "60"), "nothing more is paid on it")
        tap.ok(refused(shop, note, "41"), "no more goes back than was paid")
        answer = pay(shop, note, "40")
        tap.equal((answer["paid"], answer["open"]), ("40.00", "0.00"), "on its credit note money goes back")
        tap.equal(answer["state"], "paid", "which is paid, the rest of it being set off")
        payment = [p for p in shop.ask("list", "payment") if p["invoice"] == note][0]
        tap.equal(payment["amount"], "-40.00", "and is written down as gone")
        tap.equal((money_of(shop, a)[3], owed_back(shop)), (None, []), "then nothing is owed")
        shop.ask("remove", "payment", payment["id"])
        tap.equal(money_of(shop, a)[3], "40.00", "a refund that is deleted is owed again")
        unpaid = shop.ask("invoice", "cancel", issue(shop, "10"))["id"]
        tap.ok(refused(shop, unpaid, "10"), "of what was never paid nothing goes back")


def brought_back(tap):
    """What is deleted comes back, whatever became of its invoice: the shop owes it."""
    with Shop() as shop:
        for first in ("cancel", "remove"):
            a = issue(shop.open(), "100")
            pay(shop, a, "40")
            payment = [p for p in shop.ask("list", "payment") if p["invoice"] == a][0]["id"]
            for act in (first, "cancel" if first == "remove" else "remove"):
                shop.ask(*(("invoice", "cancel", a) if act == "cancel" else ("remove", "payment", payment)))
            tap.equal(money_of(shop, a)[3], None, f"{first} first: of what is deleted nothing is owed")
            shop.ask("undelete", "payment", payment)
            tap.equal(money_of(shop, a), ("cancelled", "40.00", "0.00", "40.00"), f"{first} first: brought back, it is owed")
            tap.ok(refused(shop, a, "60"), "and nothing more is paid on it")
        tap.equal(shop.ask("verify")["problems"], [], "the books are in order")


def settled_together(tap):
    """A credit note is paid when nothing of its account goes back any more, on whichever of the two the money went."""
    def calm(words):
        tap.equal(shop.ask("verify")["problems"], [], f"{words}: verify is content")

    def states():
        return shop.get("invoice", a)["state"], shop.get("invoice", note)["state"]

    with Shop() as shop:
        a, b, c = (issue(shop.open(), price) for price in ("100", "15", "100"))
        pay(shop, a, "40")
        note = shop.ask("invoice", "cancel", a)["id"]
        calm("cancelled")
        pay(shop, note, "20")
        tap.equal(states(), ("cancelled", "part"), "of the credit note a part went back")
        carried = shop.ask("payment", "carry", a, b)["id"]
        calm("some of the rest was used for another invoice")
        shop.ask("payment", "refund", a, "5")
        tap.equal((states(), money_of(shop, a)[3]), (("cancelled", "paid"), None), "the rest went back of the invoice: both are settled")
        calm("the rest went back")
        shop.ask("remove", "payment", carried)
        tap.equal((states(), money_of(shop, a)[3]), (("cancelled", "part"), "15.00"), "what comes back opens both")
        calm("what was used is taken back")
        shop.ask("undelete", "payment", carried)
        tap.equal(states(), ("cancelled", "paid"), "and is settled again")
        calm("and brought back")
        pay(shop, c, "30")
        a, first = c, [p["id"] for p in shop.ask("list", "payment") if p["invoice"] == c][0]
        note = shop.ask("invoice", "cancel", c)["id"]
        pay(shop, note, "30")
        tap.equal(shop.run("set", "payment", first, "amount=20").error, "refused", "what went back came in")
        refund = [p["id"] for p in shop.ask("list", "payment") if p["invoice"] == note][0]
        shop.ask("set", "payment", refund, "amount=-10")
        tap.equal(states(), ("cancelled", "part"), "less went back after all")
        shop.ask("set", "payment", refund, "amount=-30")
        tap.equal(states(), ("cancelled", "paid"), "or all of it")
        calm("put right")
        export = shop.path("shop.json")
        shop.ask("export", export)
        with Shop() as other:
            tap.equal(other.ask("import", export)["refused"], 0, "all of it is taken over by another shop")
            tap.equal(other.ask("verify")["problems"], [], "whose verify is content, too")


def more_than_owed(tap):
    """Nobody is paid back into a debt, by whatever door."""
    with Shop() as shop:
        a = issue(shop.open(), "100")
        pay(shop, a, "60")
        for door in (("payment", "refund", a, "1"), ("invoice", "pay", a, "-1"), ("add", "payment", f"invoice={a}", "amount=-1")):
            tap.equal(shop.run(*door).error, "refused", f"{' '.join(door[:2])}: of what is owed by the customer nothing goes back")
        pay(shop, a, "50")
        answer = shop.run("payment", "refund", a, "11")
        tap.ok(answer.error == "refused" and "10.00" in answer.json["error"]["message"], "of what was paid too much, no more than that", answer)
        shop.ask("payment", "refund", a, "10")
        tap.equal(money_of(shop, a), ("paid", "100.00", "0.00", None), "that may go")
        refund = [p["id"] for p in shop.ask("list", "payment") if p["amount"] == "-10.00"][0]
        tap.equal(shop.run("set", "payment", refund, "amount=-12").error, "refused", "it does not grow beyond it")


def more_back(tap):
    """Whichever way a payment goes or shrinks, no more was paid back than came in."""
    with Shop() as shop:
        a, b = issue(shop.open(), "2"), issue(shop, "20")
        pay(shop, a, "10")
        shop.ask("payment", "refund", a, "8")
        first, refund = (p["id"] for p in sorted(shop.ask("list", "payment"), key=lambda p: p["amount"], reverse=True))
        answer = shop.run("set", "payment", first, "amount=1")
        tap.ok(answer.error == "refused" and "paid back already" in answer.json["error"]["message"],
               "a payment stays as high as what went back of it", answer)
        tap.equal(shop.run("remove", "payment", first).error, "refused", "it is not removed from under its refund")
        tap.equal(shop.run("set", "payment", first, f"invoice={b}").error, "refused", "nor moved to another invoice")
        tap.equal(shop.run("set", "payment", refund, f"invoice={b}").error, "refused", "nor the refund to an unpaid one")
        answer = shop.run("set", "payment", refund, "amount=-9")
        tap.ok(answer.error == "refused" and "8.00" in answer.json["error"]["message"], "no refund grows beyond it", answer)
        tap.equal(money_of(shop, a)[1], "2.00", "what was paid stands")
        shop.ask("set", "payment", first, "amount=8")
        tap.equal(money_of(shop, a)[1], "0.00", "down to the refund it may go")
        shop.ask("remove", "payment", refund)
        shop.ask("remove", "payment", first)
        tap.equal(shop.run("undelete", "payment", refund).error, "refused", "a refund comes back only onto money that is there")
        shop.ask("undelete", "payment", first)
        tap.equal(shop.run("undelete", "payment", refund).error, "refused", "nor onto so much less that the customer would owe it")
        shop.ask("set", "payment", first, "amount=10")
        shop.ask("undelete", "payment", refund)
        shop.ask("invoice", "cancel", a)
        tap.equal(shop.run("remove", "payment", first).error, "refused", "nor is it taken from a cancelled one")


def back_into_debt(tap):
    """What a refund came out of may be used for something else while it is deleted."""
    with Shop() as shop:
        a, b = issue(shop.open(), "100"), issue(shop, "50")
        pay(shop, a, "150")
        shop.ask("payment", "refund", a, "50")
        refund = next(p["id"] for p in shop.ask("list", "payment") if p["amount"] == "-50.00")
        shop.ask("remove", "payment", refund)
        shop.ask("undelete", "payment", refund)
        tap.equal(money_of(shop, a)[3], None, "a refund that was deleted comes back")
        shop.ask("remove", "payment", refund)
        shop.ask("payment", "carry", a, b)
        tap.equal(shop.run("undelete", "payment", refund).error, "refused", "but not where the same money has paid something since")
        tap.equal((money_of(shop, a)[0], month(shop)["outstanding"]), ("paid", "0.00"), "and nobody owes it")
        tap.equal(shop.ask("verify")["problems"], [], "as verify says")
    with Shop() as shop:
        a, b = issue(shop.open(), "100"), issue(shop, "50")
        pay(shop, a, "150")
        shop.ask("payment", "refund", a, "50")
        refund = next(p["id"] for p in shop.ask("list", "payment") if p["amount"] == "-50.00")
        shop.ask("remove", "payment", refund, today="2026-12-24")
        shop.ask("payment", "carry", a, b)
        tap.equal(shop.run("undelete", "payment", refund).error, "refused", "nor where it was deleted under a clock that was ahead")
        tap.equal((money_of(shop, a)[0], money_of(shop, a)[2]), ("paid", "0.00"), "and nobody owes it")
    with Shop() as shop:
        a = issue(shop.open(), "2")
        pay(shop, a, "10")
        shop.ask("payment", "refund", a, "8")
        first, refund = (p["id"] for p in sorted(shop.ask("list", "payment"), key=lambda p: p["amount"], reverse=True))
        shop.ask("set", "payment", first, "amount=8")
        shop.ask("remove", "payment", refund)
        tap.equal(shop.run("undelete", "payment", refund).error, "refused", "nor onto a payment that was less than it seemed")
        shop.ask("set", "payment", first, "amount=10")
        shop.ask("undelete", "payment", refund)
        shop.ask("set", "payment", first, "amount=8")
        tap.equal(money_of(shop, a)[1:3], ("0.00", "2.00"), "in the order in which it happened, it can be written down again")


def deleted_elsewhere(tap):
    """A refund that an export brings as deleted is asked like any when it is brought back, whatever its stamps say."""
    with Shop() as shop:
        a = issue(shop.open(), "100")
        pay(shop, a, "100")
        shop.ask("export", shop.path("shop.json"))
        with open(shop.path("shop.json"), encoding="utf-8") as file:
            data = json.load(file)
        for day in ("2026-11-24", "2027-11-24"):
            row = dict(data["payment"][0], id="777", amount="-100.00", deleted=f"{day}T12:00:00Z")
            changed = shop.write("deleted.json", json.dumps(data | {"payment": data["payment"] + [row]}))
            for first in ([shop.path("shop.json")], []):
                with Shop() as other:
                    for path in first + [changed]:
                        other.ask("import", path)
                    tap.equal((other.run("undelete", "payment", "777").error, other.get("invoice", a)["open"]), ("refused", "0.00"),
                              f"deleted on {day}: not brought back into a debt")


def paid_before(tap):
    with Shop() as shop:
        a = issue(shop.open(), "100", paid="40.00")
        tap.equal(shop.get("invoice", a)["payable"], "60.00", "what was paid before is off")
        pay(shop, a, "60")
        note = shop.ask("invoice", "cancel", a)["id"]
        got = shop.get("invoice", note)
        tap.equal((got["prepaid"], got["payable"]), ("0.00", "100.00"), "a credit note credits the whole")
        tap.equal(money_of(shop, a)[3], "100.00", "and all of it is owed back")


def days(tap):
    with Shop() as shop:
        a = issue(shop.open(), "100")
        tap.ok(refused(shop, a, "10", "--date", "2026-11-25"), "money is not written down before it moves")
        tap.ok(refused(shop, a, "10", "--date", "2026-11-23"), "nor on a day before its invoice")
        tap.equal(pay(shop, a, "10", "--date", "2026-11-24")["open"], "90.00", "on the day itself it is")
        other = issue(shop, "100", currency="CHF")
        payment = shop.ask("list", "payment")[0]["id"]
        tap.equal(shop.run("set", "payment", payment, f"invoice={other}").error, "refused", "euros pay no francs")


def back_on_its_day(tap):
    """Nothing goes back before it came in."""
    with Shop("2026-12-20") as shop:
        shop.open()
        a = shop.ask("invoice", "issue", draft(shop, "100"), today="2026-12-01")["id"]
        pay(shop, a, "110", "--date", "2026-12-10")
        early = shop.run("payment", "refund", a, "10", "--date", "2026-12-09")
        tap.ok(early.error == "input" and "not so much to pay back yet" in early.json["error"]["message"], "not on the day before", early)
        tap.ok(refused(shop, a, "-10", "--date", "2026-12-09"), "by no door")
        shop.ask("payment", "refund", a, "10", "--date", "2026-12-10")
        tap.equal(money_of(shop, a)[3], None, "on the day itself it does")
        last = [p["id"] for p in shop.ask("list", "payment") if p["amount"] == "-10.00"][0]
        tap.equal(shop.run("set", "payment", last, "date=2026-12-02").error, "input", "nor is its day moved there")
        first = next(p["id"] for p in shop.ask("list", "payment") if p["amount"] == "110.00")
        over = shop.run("set", "payment", first, "date=2026-12-14")
        tap.ok(over.error == "input" and "went back before" in over.json["error"]["message"], "nor the day on which it came in, over it", over)
        shop.ask("set", "payment", first, "date=2026-12-09")
        tap.equal(shop.run("set", "payment", first, "date=2026-12-10").code, 0, "up to it, it is")
        pay(shop, a, "20", "--date", "2026-12-15")
        tap.equal(shop.run("payment", "refund", a, "20", "--date", "2026-12-12").error, "input", "nor what came in later")
        shop.ask("payment", "refund", a, "20", "--date", "2026-12-16")
        tap.equal(money_of(shop, a)[3], None, "which goes back after it")
        middle = shop.ask("metrics", "--from", "2026-12-05", "--to", "2026-12-12")["months"]
        tap.equal([(m["invoiced"], m["paid"]) for m in middle], [("0.00", "100.00")], "a period in mid-month holds what happened in it")


def currencies(tap):
    with Shop() as shop:
        issue(shop.open(), "10000", currency="JPY")
        issue(shop, "100", currency="CHF")
        texts = [i["detail"] if "detail" in i else i["text"] for i in shop.ask("due", today="2027-01-10")["items"]
                 if i["rule"] == "overdue"]
        tap.equal(len(texts), 2, "debts in other currencies are due too")


def month(shop, today=None):
    return {k: v for k, v in shop.ask("metrics", today=today)["months"][-1].items() if k != "month"}


def figures(tap):
    with Shop() as shop:
        a, b = issue(shop.open(), "100"), issue(shop, "30")
        pay(shop, a, "150")
        tap.equal(month(shop), {"invoiced": "130.00", "paid": "150.00", "outstanding": "30.00", "owed_back": "50.00"},
                  "what one paid too much is not what another owes less")
        pay(shop, b, "30")
        note = shop.ask("invoice", "cancel", b)["id"]
        tap.equal(month(shop)["owed_back"], "80.00", "what was paid and then credited is owed back")
        shop.ask("payment", "refund", note, "30")
        shop.ask("payment", "refund", a, "50")
        tap.equal(month(shop), {"invoiced": "100.00", "paid": "100.00", "outstanding": "0.00", "owed_back": "0.00"},
                  "money paid back is money gone")
        deposit = issue(shop, "100", paid="40.00")
        tap.equal(month(shop)["outstanding"], "60.00", "what was paid before is not open")
        pay(shop, deposit, "60")
        odd = issue(shop, "29.97", rounding="0.03")
        pay(shop, odd, "30")
        tap.equal(month(shop)["outstanding"], "0.00", "nor is a rounding, once it is paid")
        issue(shop, "100", currency="CHF")
        tap.equal(shop.ask("metrics")["other_currencies"], [{"currency": "CHF", "outstanding": "100.00", "owed_back": "0.00"}],
                  "debts in other currencies are told in their own")
        pay(shop, issue(shop, "20"), "50")
        bea = shop.ask("list", "customer")[0]["id"]
        balance = shop.ask("payment", "balance", bea)
        tap.equal((balance["owes"], balance["credit"], len(balance["open"])), ("0.00", "30.00", 2),
                  "a customer's debt and credit stand apart")


def centimes(tap):
    with Shop() as shop:
        shop.ask("setting", "set", "region", "CH")
        a = shop.get("invoice", issue(shop.open(), "99.99", currency="CHF"))
        tap.equal((a["gross"], a["rounding"], a["payable"]), ("99.99", "0.01", "100.00"), "in Switzerland 99.99 is paid as 100.00")
        tap.equal(shop.get("invoice", issue(shop, "99.97", currency="CHF"))["payable"], "99.95", "and 99.97 as 99.95")
        tap.equal(shop.get("invoice", issue(shop, "99.99"))["payable"], "99.99", "euros stay as they are")


def papers(tap):
    with Shop() as shop:
        a = issue(shop.open(), "119")
        out = shop.path("a.pdf")
        shop.ask("invoice", "export", a, "--pdf", out)
        tap.ok("net 100.00" in words(out), "a price with the tax in it stands there without it, too", words(out))
        large = issue(shop, "100000000.00")
        shop.ask("invoice", "export", large, "--pdf", out)
        tap.ok(words(out).count("100,000,000.00") >= 3, "no figure breaks, however long", words(out))


def carried(tap):
    """Money that pays another invoice is two payments, which go and come back together."""
    with Shop() as shop:
        a, b = issue(shop.open(), "100"), issue(shop, "30")
        tap.equal(shop.run("payment", "carry", a, b).error, "refused", "what is not owed pays nothing")
        pay(shop, a, "150")
        done = shop.ask("payment", "carry", a, b)
        tap.equal((done["amount"], done["from"]["to_pay_back"], done["to"]["state"]), ("30.00", "20.00", "paid"),
                  "what is too much pays what is open")
        tap.equal(month(shop), {"invoiced": "130.00", "paid": "150.00", "outstanding": "0.00", "owed_back": "20.00"},
                  "without a cent more or less")
        half = shop.get("payment", done["id"])["carried"]
        tap.equal(shop.get("payment", half)["amount"], "-30.00", "the other half went out")
        tap.equal(shop.run("set", "payment", half, "amount=-10").error, "refused", "which cannot be changed alone")
        for one, other in ((done["id"], half), (half, done["id"])):
            shop.ask("remove", "payment", one)
            tap.equal((money_of(shop, a)[3], money_of(shop, b)[2]), ("50.00", "30.00"), "taken back, both are as before")
            tap.ok(other not in [p["id"] for p in shop.ask("list", "payment")], "both halves are gone")
            shop.ask("undelete", "payment", one)
            tap.equal((money_of(shop, a)[3], money_of(shop, b)[2]), ("20.00", "0.00"), "and both come back")
        export = shop.path("shop.json")
        shop.ask("export", export)
        with Shop() as copy:
            tap.equal(copy.ask("import", export)["refused"], 0, "an export holds both")
            tap.equal(copy.get("payment", half)["carried"], done["id"], "and what holds them together")
        tap.equal(shop.ask("verify")["problems"], [], "the books are in order")


def main():
    tap = Tap()
    for part in (carried, overpaid, since_when, cancelled, brought_back, settled_together, more_than_owed,
                 more_back, back_into_debt, deleted_elsewhere, paid_before, days, back_on_its_day, currencies, figures, centimes, papers):
        with tap.point(f"{part.__name__} to the end"):
            part(tap)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
