#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A message to a customer: nothing unfilled goes out; what goes out is logged, once, and can be taken back."""
import json
import os
import re
import subprocess
import sys
import tempfile
import time

from desk import TODAY, App, cli, key, showing, text_of, type_keys, wait, walk
from tap import Tap


def make_shop(build, data):
    cli(build, data, "add", "customer", record={"name": "Bea Koch", "birthday": "1986-11-26", "channel": "email",
                                                "emails": [{"address": "bea@example.com"}]})
    cli(build, data, "add", "customer", record={"name": "Cem Arslan", "birthday": "1990-11-27", "channel": "phone",
                                                "phones": [{"number": "030 1234567"}]})
    cli(build, data, "add", "customer", record={"name": "Dora Vogt", "birthday": "1980-11-28", "channel": "sms",
                                                "emails": [{"address": "dora@example.com"}]})
    cli(build, data, "add", "text", "name=Birthday", "situation=occasion", "subject=All the best, {first_name}",
        "body=Dear {first_name}, enjoy your {occasion}. Bring your {device}.")


def sent(log):
    with open(log, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def count(build, data):
    return len(cli(build, data, "list", "interaction"))


def refusals(app):
    """Under the text one stands from the start; a press adds one above."""
    return sum(showing(node) and "{device} has no value here" in node.get_name() + text_of(node)
               and node.get_role_name() == "label" for node in walk(app.root))


def flow(tap, app, build, data, log):
    # Nothing is looked for within the dialog: its accessible is another one once it is on screen.
    with tap.point("the message is filled in from the customer and the occasion"):
        app.click("button", "Write")
        app.find("dialog", "Write to Bea Koch")
        wait("the text", lambda: text_of(app.find("text", "Message")) == "Dear Bea, enjoy your birthday. Bring your {device}.")
    with tap.point("which no Ctrl+Z takes away: what was typed behind it goes, and it stays"):
        body = app.find("text", "Message")
        filled = text_of(body)
        wait("the cursor in it", lambda: app.focused() and app.focused().get_name() == "Message")
        key("ctrl+z")
        time.sleep(0.5)
        assert text_of(body) == filled, text_of(body)
        key("ctrl+End")
        type_keys(" Bye")
        wait("what was typed", lambda: text_of(body) == filled + " Bye")
        for _ in range(5):
            key("ctrl+z")
        time.sleep(0.5)
        assert text_of(body) == filled, text_of(body)
    with tap.point("and says where it goes"):
        to = app.find("combo box", re.compile("^To"))
        assert "bea@example.com" in to.get_name() + to.get_description(), (to.get_name(), to.get_description())
    with tap.point("a placeholder without a value is named, and nothing goes out"):
        app.click("button", "Open in Mail")
        wait("the refusal", lambda: refusals(app) > 1)
        assert sent(log) == [] and count(build, data) == 0
    with tap.point("nor is it copied, or saved, as long as something is missing"):
        for button in ("Copy", "Save…"):
            app.set_text(app.find("text", "Message"), "Dear Bea.")  # what was said before goes
            wait("no refusal", lambda: refusals(app) == 0)
            app.set_text(app.find("text", "Message"), f"Dear Bea, {button} what your {{device}} needs.")
            wait("no refusal yet", lambda: refusals(app) == 1)
            app.click("button", button)
            wait("the refusal", lambda: refusals(app) > 1)
            assert sent(log) == [] and count(build, data) == 0 and not app.has("label", "Text copied")
    with tap.point("written out, it goes to the mail program as it reads"):
        app.set_text(app.find("text", "Message"), "Dear Bea, enjoy your birthday.")
        app.click("button", "Open in Mail")
        app.wait_gone("dialog", "Write to Bea Koch")
        message, = sent(log)
        assert message["addresses"] == ["bea@example.com"], message
        assert message["subject"] == "All the best, Bea", message
        assert message["body"] == "Dear Bea, enjoy your birthday.", message
    with tap.point("it is logged once, and the toast says so"):
        app.wait_text("Logged: E-mail to Bea Koch")
        wait("the log", lambda: count(build, data) == 1)
    with tap.point("Undo takes it out of the log"):
        app.click("button", "Undo")
        wait("an empty log", lambda: count(build, data) == 0)
    with tap.point("another way than the customer's own asks first"):
        app.click("button", "Write")
        app.find("dialog", "Write to Bea Koch")
        app.set_text(app.find("text", "Message"), "All the best!")
        how = app.find("combo box", re.compile("^Channel"))
        app.point_and_click(how)
        app.wait_text("Text message")  # the ways are listed; the last one is in person
        key("End")
        key("Return")
        app.click("button", "Log It")
        app.wait_text("Bea Koch asked to be reached like this: E-mail")
        app.click("button", "Go Back")
        assert count(build, data) == 0
    wait("it is left", lambda: key("Escape") or not app.has("dialog"))
    with tap.point("but not where the customer's own cannot reach them: one is as good as the other then"):
        app.press(app.all("button", "Write")[1])
        app.find("dialog", "Write to Dora Vogt")
        app.set_text(app.find("text", "Message"), "All the best!")
        app.point_and_click(app.find("combo box", re.compile("^Channel")))
        app.wait_text("Text message")
        key("End")
        key("Return")
        app.click("button", "Log It")
        app.wait_gone("dialog", "Write to Dora Vogt")
        wait("the log", lambda: count(build, data) == 1)
        app.undo(re.compile("^Logged: .*Dora Vogt"))
        wait("an empty log", lambda: count(build, data) == 0)
    with tap.point("who wishes to be called is called"):
        app.press(app.find("button", "Call"))
        app.find("dialog", "Call Cem Arslan")
        app.wait_text("Cem Arslan turns 36")
    key("Escape")


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as data:
        log = os.path.join(data, "mail.jsonl")
        open(log, "w", encoding="utf-8").close()
        make_shop(build, data)
        portal = subprocess.Popen([sys.executable, os.path.join(os.path.dirname(__file__), "mail_portal.py"), log],
                                  stdout=subprocess.PIPE, text=True)
        try:
            portal.stdout.readline()
            with App(build, data, "--today", TODAY, "--place", "occasions") as app:
                app.find("frame", "Aftercare")
                flow(tap, app, build, data, log)
            tap.equal(app.complaints(), [], "the log is free of warnings")
        finally:
            portal.terminate()
            portal.wait()
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
