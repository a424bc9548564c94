#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A question is answered for what it showed: where another program changed that under it, nothing is issued, recorded or
moved, and it is asked again with what stands there now."""
import re
import sys
import tempfile

from desk import TODAY, App, cli, key, say_who_we_are, text_of, wait
from tap import Tap


def line(price, name="Work"):
    return {"name": name, "quantity": "1", "price": price}


class Shop:
    def __init__(self, build, data):
        self.build, self.data = build, data
        say_who_we_are(build, data)
        home = [{"street": "Lindenweg 2", "postcode": "10969", "locality": "Berlin"}]
        dora, nils, bea = (self.cli("add", "customer", record={"name": name, "addresses": home})["id"]
                           for name in ("Dora Vogt", "Nils Brandt", "Bea Koch"))
        self.bill = self.cli("add", "invoice", record={"customer": dora, "supply": TODAY, "lines": [line("119")]})["id"]
        self.chain, self.tire = (self.cli("add", "job", f"customer={nils}", f"fault={fault}")["id"]
                                 for fault in ("Chain off", "Flat tire"))
        self.cli("job", "move", self.tire, "ready")
        self.nils = nils
        agreed = self.cli("add", "job", record={"customer": bea, "fault": "Wheel", "lines": [line("80", "Wheel")],
                                                 "agreed_by": "Bea Koch", "agreed_how": "counter"})["id"]
        self.cli("job", "move", agreed, "ready")
        self.dearer = self.cli("invoice", "draft", "--job", agreed)["id"]
        self.cli("set", "invoice", self.dearer, record={"lines": [line("100", "Wheel")]})
        ute = self.cli("add", "customer", record={"name": "Ute Lang", "addresses": home})["id"]
        told = self.cli("add", "job", record={"customer": ute, "fault": "Lamp", "lines": [line("80", "Lamp")]})["id"]
        self.cli("job", "move", told, "ready")
        self.cli("set", "invoice", self.cli("invoice", "draft", "--job", told)["id"], record={"lines": [line("95", "Lamp")]})

    def cli(self, *arguments, **more):
        return cli(self.build, self.data, *arguments, **more)

    def get(self, kind, id_):
        return self.cli("get", kind, id_)

    def issued(self):
        return [row["number"] for row in self.cli("list", "invoice") if row.get("number")]

    def payments(self):
        return sorted(row["amount"] for row in self.cli("list", "payment"))


def leave_pages(app):
    """Back to the list."""
    def at_list():
        back = next(iter(app.all("button", "Back")), None)
        actions = back.get_action_iface() if back else None  # none: its page goes just now
        if actions and actions.get_n_actions():
            actions.do_action(0)
        return not back
    wait("the list", at_list)


def open_bill(app, who, which="Drafts"):
    key("ctrl+4")
    leave_pages(app)
    app.press(app.find("radio button", which))
    app.point_and_click(app.find("list item", re.compile("^" + who)))


def issuing(tap, app, shop):
    with tap.point("an Enter too many, behind that which asks, does not issue"):
        open_bill(app, "Dora Vogt")
        app.point_and_click(app.find("button", "Issue…"))
        for again in (True, False):
            app.wait_text("pays €119.00 by")
            key("Return")
            app.wait_gone("alert", "Issue This Invoice?")
            assert not shop.issued(), shop.issued()
            if again:
                key("Return")
    with tap.point("a draft that was changed under the question is not issued, and the question is asked anew"):
        open_bill(app, "Dora Vogt")
        app.press(app.find("button", "Issue…"))
        app.wait_text("pays €119.00 by")
        shop.cli("set", "invoice", shop.bill, record={"lines": [line("999")]})
        app.press(app.find("button", "Issue"))
        app.wait_text("This invoice was changed meanwhile. Nothing was issued")
        app.wait_text("pays €999.00 by")
        assert not shop.issued(), shop.issued()
    with tap.point("an Enter too many does not answer that question"):
        key("Return")
        app.wait_gone("alert", "Issue This Invoice?")
        assert not shop.issued(), shop.issued()
        app.press(app.find("button", "Issue…"))
        app.wait_text("pays €999.00 by")
    with tap.point("and the new answer issues what was shown then"):
        app.press(app.find("button", "Issue"))
        app.wait_text("Invoice 2026-0001 issued")
        assert shop.get("invoice", shop.bill)["gross"] == "999.00"


def paying(tap, app, shop):
    with tap.point("what was paid at another desk is seen in the dialog, and Save does not record it twice"):
        app.press(app.find("button", "Record Payment…"))
        dialog = app.find("dialog", "Record Payment")
        app.wait_text("This pays the invoice in full.")
        shop.cli("invoice", "pay", shop.bill, "900")
        app.wait_text("This is €900.00 more than is open.")
        app.press(app.find("button", "Save", within=dialog))
        app.wait_text("€99.00 is open now. Nothing was recorded")
        app.wait_text("This pays the invoice in full.")
        assert shop.payments() == ["900.00"], shop.payments()
    with tap.point("the rest stands there then, and is recorded"):
        app.press(app.find("button", "Save", within=dialog))
        wait("both", lambda: shop.payments() == ["900.00", "99.00"])  # a toast of the payment before may stand there still
        assert shop.get("invoice", shop.bill)["state"] == "paid"


def paying_what_is_shown(tap, app, shop):
    with tap.point("who types what is open by now has seen it, and it is recorded"):
        app.press(app.find("button", "Record Payment…"))
        dialog = app.find("dialog", "Record Payment")
        app.wait_text("This pays the invoice in full.")
        shop.cli("invoice", "pay", shop.bill, "900")
        app.wait_text("This is €900.00 more than is open.")
        app.set_text(app.find("text", re.compile("Amount"), within=dialog), "99")
        app.wait_text("This pays the invoice in full.")
        app.press(app.find("button", "Save", within=dialog))
        app.wait_text("Payment recorded")
        wait("both", lambda: shop.payments() == ["900.00", "99.00"])
    for row in shop.cli("list", "payment"):
        shop.cli("remove", "payment", row["id"])
    app.wait_gone("dialog", "Record Payment")


def cancelling(tap, app, shop):
    with tap.point("an invoice whose payments changed under the question is not cancelled before that is said"):
        app.choose("c")
        app.wait_text("€999.00 was paid for it.")
        rest, = [row["id"] for row in shop.cli("list", "payment") if row["amount"] == "99.00"]
        shop.cli("remove", "payment", rest)
        app.press(app.find("button", "Issue Credit Note"))
        app.wait_text("This invoice was changed meanwhile. It was not cancelled")
        app.wait_text("€900.00 was paid for it.")
        assert len(shop.issued()) == 1, shop.issued()
        app.press(app.find("button", "Issue Credit Note"))
        app.wait_text("Corrects invoice 2026-0001")


def paying_back(tap, app, shop):
    with tap.point("what was paid back at another desk is not paid back again"):
        app.press(app.find("button", "Pay Back…"))
        dialog = app.find("dialog", "Pay Back")
        app.wait_text("Then nothing is owed to the customer any more.")
        shop.cli("add", "payment", record={"invoice": shop.bill, "amount": "-300.00", "method": "cash"})
        app.wait_text("This is €300.00 more than is owed to the customer.")
        app.press(app.find("button", "Save", within=dialog))
        app.wait_text("€600.00 is owed to the customer now. Nothing was recorded")
        assert shop.payments() == ["-300.00", "900.00"], shop.payments()
        app.press(app.find("button", "Save", within=dialog))
        app.wait_text("Paid back")
        assert shop.payments() == ["-300.00", "-600.00", "900.00"], shop.payments()


def consenting(tap, app, shop):
    with tap.point("consent to a sum is none to another one, and what others wrote stays"):
        open_bill(app, "Bea Koch")
        app.press(app.find("button", "Record Consent…"))
        dialog = app.find("dialog", "Record Consent")
        app.wait_text("€100.00 instead of the agreed €80.00: €20.00 more.")
        shop.cli("set", "invoice", shop.dearer, record={"lines": [line("150", "Wheel")]})
        app.wait_text("€150.00")
        app.press(app.find("button", "Save", within=dialog))
        app.wait_text("This invoice was changed meanwhile. No consent was recorded")
        draft = shop.get("invoice", shop.dearer)
        assert draft["gross"] == "150.00" and not draft.get("consent_at"), draft
    with tap.point("and is recorded once it is asked of that"):
        app.wait_gone("dialog", "Record Consent")
        app.press(app.find("button", "Record Consent…"))
        app.wait_text("€150.00 instead of the agreed €80.00: €70.00 more.")
        app.press(app.find("button", "Save", within=app.find("dialog", "Record Consent")))
        app.wait_text("Their consent is recorded")
        wait("the consent", lambda: shop.get("invoice", shop.dearer).get("consent_at"))
        assert shop.get("invoice", shop.dearer)["gross"] == "150.00"


def above_the_price(tap, app, shop):
    with tap.point("where they were only told a price, it stands there, and by how much it is more"):
        open_bill(app, "Ute Lang")
        app.wait_text("€15.00 more than the price of the job, €80.00. Nobody has said yes")


def billed_of(shop, name, lines, **more):
    """A draft of a job of 80 euros, with other lines than that; of which some was billed before."""
    home = [{"street": "Lindenweg 2", "postcode": "10969", "locality": "Berlin"}]
    before, currency = more.pop("before", None), more.pop("currency", None)
    job = shop.cli("add", "job", record={"customer": shop.cli("add", "customer", record={"name": name, "addresses": home})["id"],
                                         "fault": "Bell", "lines": [line("80", "Bell")], **more})["id"]
    shop.cli("job", "move", job, "ready")
    if before:
        first = shop.cli("invoice", "draft", "--job", job)["id"]
        shop.cli("set", "invoice", first, record={"lines": [line(before, "Bell")]})
        shop.cli("invoice", "issue", first)
    draft = shop.cli("invoice", "draft", "--job", job)["id"]
    shop.cli("set", "invoice", draft, record={"lines": lines} | ({"currency": currency} if currency else {}))
    return draft


def what_was_agreed(tap, app, shop):
    """No price is said that nobody agreed to, and none that is not this invoice's."""
    yes = {"agreed_by": "Somebody", "agreed_how": "counter"}
    for name, price, more, asked in (
            ("Ada Lenz", "20", yes | {"before": "80"}, "This work was billed before, and with this it comes to more than was agreed."),
            ("Ben Kern", "20", {"before": "80"}, "This work was billed before. Take off what was billed"),
            ("Cleo Bast", "95", {}, "This is more than the price of the job, and nobody has said yes to it yet."),
            ("Dirk Holm", "95", yes | {"currency": "CHF"}, "The price of this job is in another currency."),
            ("Elsa Rau", "95", yes, "€95.00 instead of the agreed €80.00: €15.00 more.")):
        draft = billed_of(shop, name, [line(price, "Bell")], **more)
        open_bill(app, name)
        app.press(app.find("button", "Record Consent…"))
        for again in (False, True):
            with tap.point(f"{name} is asked in words that are true{', and shown them again' if again else ''}"):
                dialog = app.find("dialog", "Record Consent")
                app.find("label", re.compile("^" + re.escape(asked)), within=dialog)
                assert "instead of" in asked or not app.all("label", re.compile("instead of"), within=dialog)
            if not again:
                app.press(app.find("button", "Save", within=dialog))
                wait("the consent", lambda: shop.get("invoice", draft).get("consent_at"))
                app.wait_gone("dialog", "Record Consent")
                app.point_and_click(app.row("Consent"))
        key("Escape")
        app.wait_gone("dialog", "Record Consent")


def open_job(app, what):
    key("ctrl+3")
    leave_pages(app)
    app.point_and_click(app.row(what))
    app.find("heading", "History")


def cancelling_a_job(tap, app, shop):
    with tap.point("a job that moved on under the question is not cancelled, and what was written stands there again"):
        open_job(app, "Chain off")
        app.press(app.find("button", "Cancel Job"))
        app.find(None, "Cancel This Job?")
        app.set_text(app.all("text", "Cancelled, Because")[-1], "too dear")
        shop.cli("job", "move", shop.chain, "working")
        key("Return")
        app.wait_text("This job was moved meanwhile: In work. Nothing was changed here")
        assert text_of(app.all("text", "Cancelled, Because")[-1]) == "too dear"
        assert shop.get("job", shop.chain)["status"] == "working"
        key("Return")
        app.wait_text("Job moved: Cancelled")
        assert shop.get("job", shop.chain)["no_plan_reason"] == "too dear"


def handing_over(tap, app, shop):
    with tap.point("nobody is told why there is no aftercare where there is some by now"):
        open_job(app, "Flat tire")
        app.press(app.find("button", "Hand Over"))
        app.find(None, "No Aftercare?")
        app.set_text(app.all("text", "No Aftercare, Because")[-1], "moves away")
        shop.cli("add", "followup", f"customer={shop.nils}", f"job={shop.tire}", "kind=check", "title=whether it holds",
                 "due=2026-12-04", "channel=phone")
        key("Return")
        app.wait_text("This job has its aftercare by now. Nothing was changed")
        job = shop.get("job", shop.tire)
        assert job["status"] == "ready" and not job.get("no_plan_reason"), job


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as data:
        shop = Shop(build, data)
        with App(build, data, "--today", TODAY) as app:
            app.find("frame", "Aftercare")
            for part in (issuing, paying_what_is_shown, paying, cancelling, paying_back, consenting, above_the_price, what_was_agreed,
                         cancelling_a_job, handing_over):
                part(tap, app, shop)
        tap.equal(app.complaints(), [], "the log is free of warnings")
        tap.equal(cli(build, data, "verify")["ok"], True, "and the shop is whole")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
