#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An answer of three opens a complaint; it is answered, settled and opened again; a customer answers alone."""
import re
import sys
import tempfile

from desk import TODAY, App, Atspi, cli, key, text_of, type_keys, wait
from tap import Tap


def choose(app, title, fragment):
    """Whom it is about, found by a fragment."""
    app.find("dialog", title)
    type_keys(fragment)
    app.find("list item", re.compile("^Bea Koch"), within=app.find("dialog", title))
    key("Return")


def add_answer(app):
    app.choose("a", "Add an Answer or a Complaint")  # _Answer…


def low_answer(app, tap, build, data):
    with tap.point("an answer is added for a customer found by a fragment"):
        app.click("button", "Add an Answer…")
        choose(app, "Who Answered?", "koch")
        dialog = app.find("dialog", "Answer of Bea Koch")
        app.press(app.find("toggle button", "3", within=dialog))
        app.set_text(app.find("text", "In their words", within=dialog), "The brake squeals again")
        app.press(app.find("button", "Save", within=dialog))
        app.wait_text("complaint opened")
        app.find("button", "Undo")  # of the very toast that says so
        answer, = cli(build, data, "list", "feedback")
        assert (answer["score"], answer["comment"]) == (3, "The brake squeals again"), answer
    with tap.point("a score of three stands first on Today, with the hour it wants an answer by"):
        key("ctrl+1")
        app.wait_text("“The brake squeals again”")
        assert cli(build, data, "due")["items"][0]["rule"] == "complaint"
        app.wait_text(re.compile("Answer by"))
        app.row("“The brake squeals again”", "Bea Koch", "Answer by")
        assert "Bea Koch" in app.find("button", "Call").get_name()
    with tap.point("and among the complaints"):
        key("ctrl+6")
        app.press(app.find("radio button", "Complaints"))
        app.find("list item", re.compile("^Bea Koch, Answer by .*The brake squeals again"))


def settle(app, tap, build, data):
    def complaint():
        return cli(build, data, "list", "complaint")[0]

    app.point_and_click(app.find("list item", re.compile("^Bea Koch, Answer by")))
    with tap.point("its page says what is owed; answering stops the clock"):
        app.press(app.find("button", "Answer…"))
        app.press(app.find("button", "Log It"))
        app.wait_text("Write down what you told them: it is your first answer.")
        assert not complaint()["acknowledged"]
        app.type_into(app.find("text", re.compile("^What Was Said")), "We come tomorrow")
        key("Return")
        app.wait_text("Logged: contact with Bea Koch")
        app.wait_text(re.compile("^After .*, by phone"))
        assert complaint()["acknowledged"]
        assert not [i for i in cli(build, data, "due")["items"] if i["rule"] == "complaint"]
    with tap.point("who is called once more has had the first answer: no words are asked for"):
        app.press(app.find("button", "Log Another Contact…"))
        app.press(app.find("button", "Log It"))
        app.wait_gone("button", "Log It")
        key("ctrl+z")
        app.wait_text("Taken back: Logged: contact with Bea Koch")
    with tap.point("it is not settled without a cause, nor without knowing how it ended"):
        app.press(app.find("button", "Settle…"))
        dialog = app.find("dialog", "Settle the Complaint")
        app.press(app.find("button", "Save", within=dialog))
        app.wait_text("Write down what caused it")
        app.type_into(app.find("text", "Cause, in a Word or Two"), "Pads not bedded in")
        app.press(app.find("button", "Save", within=dialog))
        app.wait_text("Say how you know")
        assert complaint()["resolved"] is None
    with tap.point("with both it is, and the customer is asked again in a week"):
        app.type_into(app.find("text", "What We Did"), "Bedded them in")
        app.type_into(app.find("text", "Cost of Goodwill"), "12.50")
        app.point_and_click(app.find("combo box", re.compile("^How Do You Know")))
        app.wait_text("No answer, although we tried")
        key("Down")
        key("Return")
        app.press(app.find("button", "Save", within=app.find("dialog", "Settle the Complaint")))
        app.wait_text("In a week you are asked to check once more")
        settled = complaint()
        assert (settled["cause"], settled["cost"], settled["confirmation"]) == \
            ("Pads not bedded in", "12.50", "confirmed"), settled
        assert [f["due"] for f in cli(build, data, "list", "followup")] == ["2026-12-01"]
    with tap.point("Undo opens it again and takes the question back"):
        app.undo("In a week you are asked to check once more")
        app.find("button", "Settle…")
        wait("open again", lambda: complaint()["resolved"] is None)
        assert cli(build, data, "list", "followup") == []
    with tap.point("and with it what was written there: one act, one Undo"):
        assert [complaint()[name] for name in ("cause", "resolution", "cost", "confirmation")] == [None] * 4, complaint()
    with tap.point("Redo settles it as it was"):
        key("ctrl+shift+z")
        wait("settled", lambda: complaint()["resolved"])
        assert [complaint()[name] for name in ("cause", "resolution", "cost")] == ["Pads not bedded in", "Bedded them in", "12.50"], complaint()
        key("ctrl+z")
        wait("open again", lambda: complaint()["resolved"] is None)
    with tap.point("Enter settles it"):
        app.press(app.find("button", "Settle…"))
        app.find("dialog", "Settle the Complaint")
        said = [text_of(app.find("text", row)) for row in ("Cause, in a Word or Two", "What We Did", "Cost of Goodwill")]
        assert said[:2] == ["", ""], said
        app.type_into(app.find("text", "Cause, in a Word or Two"), "Pads not bedded in")
        app.point_and_click(app.find("combo box", re.compile("^How Do You Know")))
        app.wait_text("No answer, although we tried")
        key("Down")
        key("Return")
        app.fill("What We Did", "Bedded them in, twice")
        key("Return")
        app.wait_gone("dialog", "Settle the Complaint")
        wait("settled", lambda: complaint()["resolution"] == "Bedded them in, twice" and complaint()["resolved"])
        key("ctrl+z")
        wait("open again", lambda: complaint()["resolved"] is None)


def go_on(app, screen):
    button = app.find("button", "Next", within=screen)
    wait("an answer to go on from", lambda: is_sensitive(button))
    app.press(button)


def is_sensitive(node):
    return node.get_state_set().contains(Atspi.StateType.SENSITIVE)


def survey(app, tap, build, data):
    app.press(app.find("button", "Back"))
    add_answer(app)
    choose(app, "Who Answered?", "koch")
    with tap.point("the customer answers alone, one question a page"):
        app.point_and_click(app.find("button", "Let Them Answer on This Screen"))
        app.press(app.find("button", "Hand Over"))
        screen = app.find("frame", "Your Opinion")
        assert not is_sensitive(app.find("button", "Next", within=screen))
        wait("the question with the cursor", lambda: app.find("heading", re.compile("^How likely"), within=screen)
             .get_state_set().contains(Atspi.StateType.FOCUSED))
        app.find("button", re.compile("^Back to the shop, for staff"), within=screen)
        app.press(app.find("toggle button", "9", within=screen))
        go_on(app, screen)
        app.set_text(app.find("text", "Your words", within=screen), "Quick and kind")
        go_on(app, screen)
        app.press(app.find("toggle button", "Yes", within=screen))
        go_on(app, screen)
        app.find("heading", "Thank You", within=screen)
        wait("the answer", lambda: len(cli(build, data, "list", "feedback")) == 2)
        answer = next(f for f in cli(build, data, "list", "feedback") if f["score"] == 9)
        assert (answer["comment"], answer["quotable"], answer["channel"]) == ("Quick and kind", True, "counter"), answer
    with tap.point("no key of the shop reaches through"):
        for press in ("Escape", "ctrl+k", "ctrl+1", "ctrl+w", "alt+F4"):
            key(press)
        app.find("heading", "Thank You", within=app.find("frame", "Your Opinion"))
        assert not app.has("dialog", "Find Anything")
    with tap.point("the staff's key leads back"):
        key("ctrl+alt+q")
        app.wait_gone("frame", "Your Opinion")
        app.press(app.find("radio button", "Answers"))
        app.find("list item", re.compile("^Bea Koch, 9 of 10, “Quick and kind”"))


def taken_back(app, tap, build, data):
    """The screen is taken from somebody who has touched a number and not gone on."""
    add_answer(app)
    choose(app, "Who Answered?", "koch")
    with tap.point("an answer that was begun is kept, which is said, and taken back with its complaint"):
        before = [len(cli(build, data, "list", kind)) for kind in ("feedback", "complaint")]
        app.point_and_click(app.find("button", "Let Them Answer on This Screen"))
        app.press(app.find("button", "Hand Over"))
        screen = app.find("frame", "Your Opinion")
        app.press(app.find("toggle button", "2", within=screen))
        wait("a number", lambda: is_sensitive(app.find("button", "Next", within=screen)))
        key("ctrl+alt+q")
        app.wait_gone("frame", "Your Opinion")
        app.undo("The answer that was begun is kept, and a complaint is open now.")
        wait("nothing of it", lambda: [len(cli(build, data, "list", kind)) for kind in ("feedback", "complaint")] == before)


def about_the_job(app, tap, build, data):
    bea = cli(build, data, "list", "customer")[0]["id"]
    device = cli(build, data, "add", "device", f"customer={bea}", "name=E-bike Charger4", "kind=E-bike")["id"]
    job = cli(build, data, "add", "job", f"customer={bea}", f"device={device}", "fault=Brake squeals", "no_plan_reason=a gift")["id"]
    for status in ("ready", "collected"):
        cli(build, data, "job", "move", job, status)
    with tap.point("whoever answers alone is told in their words what it is about"):
        add_answer(app)
        choose(app, "Who Answered?", "koch")
        app.point_and_click(app.find("button", "Let Them Answer on This Screen"))
        app.press(app.find("button", "Hand Over"))
        app.find("frame", "Your Opinion")
        app.wait_text("About your e-bike Charger4")
        key("ctrl+alt+q")
        app.wait_gone("frame", "Your Opinion")
    with tap.point("a complaint of who had one job is about that job, unless somebody says otherwise"):
        app.choose("c", "Add an Answer or a Complaint")
        choose(app, "Who Complains?", "koch")
        dialog = app.find("dialog", "Complaint of Bea Koch")
        app.set_text(app.find("text", re.compile("^In their words", re.I), within=dialog), "Still squeals")
        app.press(app.find("button", "Save", within=dialog))
        app.wait_gone("dialog", "Complaint of Bea Koch")
        wait("the complaint", lambda: [c["job"] for c in cli(build, data, "list", "complaint") if c["words"] == "Still squeals"] == [job])


def main(build):
    tap = Tap()
    with tempfile.TemporaryDirectory() as data:
        cli(build, data, "add", "customer", "name=Bea Koch")
        with App(build, data, "--today", TODAY, "--place", "feedback") as app:
            app.find("frame", "Aftercare")
            low_answer(app, tap, build, data)
            settle(app, tap, build, data)
            survey(app, tap, build, data)
            taken_back(app, tap, build, data)
            about_the_job(app, tap, build, data)
        tap.equal(app.complaints(), [], "the log is free of warnings")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
