# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Papers as they are put into an envelope: the address by its country, the sheet of the shop, the code to pay."""
import os
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from cli import Shop, Tap  # noqa: E402

ADDRESSES = [
    ({"street": "Oranienplatz 3", "postcode": "10999", "locality": "Berlin", "country": "DE"},
     ["Bea Koch", "Oranienplatz 3", "10999 Berlin"], ["GERMANY", "DE"]),
    ({"street": "1100 Congress Ave", "postcode": "78701", "locality": "Austin", "region": "TX", "country": "US"},
     ["Bea Koch", "1100 Congress Ave", "Austin, TX 78701", "UNITED STATES"], ["78701 Austin"]),
    ({"street": "10 Downing Street", "postcode": "SW1A 2AA", "locality": "London", "country": "United Kingdom"},
     ["Bea Koch", "10 Downing Street", "LONDON", "SW1A 2AA", "UNITED KINGDOM"], ["SW1A 2AA London"]),
    ({"street": "丸の内1-1", "postcode": "100-0001", "locality": "千代田区", "region": "東京都", "country": "JP"},
     ["〒100-0001", "東京都千代田区丸の内1-1", "Bea Koch", "JAPAN"], []),
    ({"street": "Ring 1", "postcode": "1010", "locality": "Wien", "country": "Austria"},
     ["Bea Koch", "Ring 1", "1010 Wien", "AUSTRIA"], []),
]


def words(path):
    text = subprocess.run(["pdftotext", "-enc", "UTF-8", path, "-"], capture_output=True, check=True).stdout.decode()
    return text.replace("\u00a0", " ")


def size(path):
    info = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    width = next(line.split()[2] for line in info.splitlines() if line.startswith("Page size"))
    return {"595.28": "a4", "419.53": "a5", "612": "letter"}.get(width, width)


def letter(shop, customer):
    return shop.add("interaction", f"customer={customer}", "direction=out", "channel=letter", "at=2026-11-24T09:00:00Z",
                    "subject=Thank you", "body=Ride safely.")


def ready_job(shop, customer):
    job = shop.add("job", **{"customer": customer, "kind": "E-bike", "fault": "Squeals", "lines": [
        {"name": "Brakes", "quantity": "1", "price": "119"}]})
    shop.ask("job", "move", job, "ready")
    return job


def addresses(tap, shop):
    for address, lines, absent in ADDRESSES:
        customer = shop.add("customer", name="Bea Koch", addresses=[address])
        out = shop.path("letter.pdf")
        shop.ask("paper", "letter", letter(shop, customer), out)
        text = words(out).splitlines()
        at = text.index(lines[0]) if lines[0] in text else 0
        tap.equal(text[at:at + len(lines)], lines, f"an address in {address['country']}")
        tap.ok(not any(word in text for word in absent), "and nothing of another country's way", text)


def sheets(tap, shop):
    customer = shop.add("customer", name="Bea Koch", addresses=[{"street": "Am Tor 3", "postcode": "10999", "locality": "Berlin"}])
    job = ready_job(shop, customer)
    papers = {"order": job, "letter": letter(shop, customer), "care": job}
    first = shop.ask("invoice", "issue", shop.ask("invoice", "draft", "--job", job)["id"])["id"]
    for chosen, wanted in (("letter", "letter"), ("a4", "a4"), (None, "a4")):
        shop.ask("setting", "set", "paper-size", *([chosen] if chosen else [""]))
        for paper, record in papers.items():
            out = shop.path("paper.pdf")
            shop.ask("paper", paper, record, out)
            tap.equal(size(out), "a5" if paper == "care" else wanted, f"{paper} of a shop that chose {chosen}")
    shop.ask("setting", "set", "paper-size", "letter")
    second = shop.ask("invoice", "draft", "--job", ready_job(shop, customer))["id"]
    shop.ask("paper", "invoice", second, shop.path("draft.pdf"))
    shop.ask("invoice", "issue", second)
    shop.ask("setting", "set", "paper-size", "a4")
    for invoice, wanted in ((first, "a4"), (second, "letter")):
        shop.ask("invoice", "export", invoice, "--pdf", shop.path("i.pdf"))
        tap.equal(size(shop.path("i.pdf")), wanted, "an issued invoice stays on the sheet it was issued on")
    tap.equal(size(shop.path("draft.pdf")), "letter", "the draft shows the sheet it will be issued on")
    tap.equal(shop.run("setting", "set", "paper-size", "a3").error, "input", "no other sheet is taken")
    tap.equal(shop.ask("verify")["ok"], True, "and the chain holds")
    return first


def code(tap, shop, invoice):
    """Read back from the issued paper as a phone would."""
    pdf, png = shop.path("code.pdf"), shop.path("code")
    shop.ask("invoice", "export", invoice, "--pdf", pdf)
    subprocess.run(["pdftoppm", "-r", "150", "-png", "-singlefile", pdf, png], check=True)
    read = subprocess.run(["zbarimg", "--quiet", "--raw", "--oneshot", "-Sbinary", png + ".png"], capture_output=True)
    tap.equal(read.stdout.decode().splitlines(),
              ["BCD", "002", "1", "SCT", "PBNKDEFF", "Kettle & Spoke", "DE02100100100006820101", "EUR119.00", "", "",
               "Invoice 2026-0001"], "the code of a real invoice, read from its paper")
    text = words(pdf)
    tap.ok(all(word in text for word in ("Scan to pay", "Reference", "€119.00 by ", "Invoice 2026-0001")), "what it says is said in words, too", text)
    tap.ok("including 19% USt. on 100.00 net" in text and "19 %" not in text, "the tax in it, as English writes it", text)
    tap.ok("Total" not in text.split(), "one figure is said once", text)
    tap.ok("Page 1" not in text and "Date and delivery" in text, "no number on a single page, one day said once", text)


def main():
    tap = Tap()
    with Shop() as shop:
        shop.open()
        for key, value in (("shop-name", "Kettle & Spoke"), ("shop-street", "Lindenstraße 14"), ("shop-postcode", "10969"),
                           ("shop-iban", "DE02100100100006820101"), ("shop-bic", "PBNKDEFF"), ("shop-bank", "Postbank")):
            shop.ask("setting", "set", key, value)
        addresses(tap, shop)
        code(tap, shop, sheets(tap, shop))
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
