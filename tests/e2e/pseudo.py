# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A language that nobody speaks, made of the program's own sentences: each in brackets and in letters that are no plain
English ones, so that what nobody can translate stands out; with vowels doubled, as long as a longer language.

    language = Pseudo(folder)              # from left to right; mirrored=True: from right to left
    language.say("Save")                   # "⟦Sáávéé⟧"
    App(build, data, env=language.env)

Dates are named in Russian: what is data in these tests is Cyrillic, too.
"""
import functools
import os
import re
import struct
import subprocess

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
ACCENTED = dict(zip("abcdefghijklmnopqrstuvwxyz", "áƀçđéƒǧħíĵķļɱñóƥɋŕšţúṽŵẋýž"))
ACCENTED |= {plain.upper(): letter.upper() for plain, letter in ACCENTED.items()} | {"F": "Ƒ"}
HEBREW = dict(zip("abcdefghijklmnopqrstuvwxyz", "אבכדעפגהיזקלמנוףקרסתושוחיז"))
HEBREW |= {plain.upper(): letter for plain, letter in HEBREW.items()}
VOWELS = "aeiouAEIOU"
# What is no word: a printf or strftime directive, an underlined letter, an element, what stands in braces, an entity.
KEPT = re.compile(r"%(?:\d+\$)?[-+#0_^]*(?:\d+|\*)?(?:\.(?:\d+|\*))?(?:hh|h|ll|l|z|j|t|O|E)?[a-zA-Z%]|_[A-Za-z]|<[^>]*>|\{[^}]*\}"
                  r"|&\w+;|\\.")
LOCALE = """LC_IDENTIFICATION
title "A language of tests"
END LC_IDENTIFICATION
LC_CTYPE
copy "en_GB"
END LC_CTYPE
LC_COLLATE
copy "iso14651_t1"
END LC_COLLATE
LC_TIME
copy "ru_RU"
END LC_TIME
""" + "".join(f'{part}\ncopy "en_GB"\nEND {part}\n' for part in (
    "LC_MONETARY", "LC_NUMERIC", "LC_MESSAGES", "LC_PAPER", "LC_NAME", "LC_ADDRESS", "LC_TELEPHONE", "LC_MEASUREMENT"))
KEYWORDS = ("_", "N_", "C_:1c,2", "NC_:1c,2", "ngettext:1,2", "g_dgettext:2", "g_dpgettext2:2c,3")


def run(*command, **options):
    done = subprocess.run(command, capture_output=True, cwd=ROOT, **options)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


@functools.cache
def messages():
    """Every sentence of the sources: {what it is looked up by: [the sentence, its plural]}, as bytes of UTF-8."""
    with open(os.path.join(ROOT, "po", "POTFILES"), encoding="utf-8") as stream:
        files = re.findall(r"^src/\S+\.(?:c|h|blp)$", stream.read(), re.M)
    pot = run("xgettext", "--from-code=UTF-8", "--language=C", *(f"--keyword={k}" for k in KEYWORDS), "-o", "-", *files)
    catalogue = run("msgfmt", "-o", "-", "-", input=run("msgen", "-", input=pot))
    _, _, count, originals, translations = struct.unpack_from("<5I", catalogue)

    def text(table, index):
        length, start = struct.unpack_from("<2I", catalogue, table + 8 * index)
        return catalogue[start:start + length]
    return {text(originals, i): text(translations, i) for i in range(count)}


def written(catalogue):
    """As a .mo file is laid out (GNU gettext manual, "The Format of GNU MO Files")."""
    rows, texts, at = sorted(catalogue.items()), b"", 28 + 16 * len(catalogue)
    tables = ([], [])
    for row in rows:
        for table, text in zip(tables, row):
            table.append(struct.pack("<2I", len(text), at + len(texts)))
            texts += text + b"\0"
    return struct.pack("<7I", 0x950412DE, 0, len(rows), 28, 28 + 8 * len(rows), 0, 0) + b"".join(tables[0] + tables[1]) + texts


class Pseudo:
    def __init__(self, build, folder, mirrored=False):
        self.letters = HEBREW if mirrored else ACCENTED
        name = "he_XB.UTF-8" if mirrored else "en_XA.UTF-8"
        source = os.path.join(folder, "locale")
        with open(source, "w", encoding="utf-8") as stream:
            stream.write(LOCALE)
        subprocess.run(["localedef", "-c", "-i", source, "-f", "UTF-8", os.path.join(folder, name)], capture_output=True)
        assert os.path.isdir(os.path.join(folder, name)), "localedef made no language"
        words = os.path.join(folder, name, "LC_MESSAGES")
        os.makedirs(words, exist_ok=True)
        with open(os.path.join(words, "aftercare.mo"), "wb") as stream:
            stream.write(written({key: self._translate(key, said) for key, said in messages().items()}))
        self.env = {"LOCPATH": folder, "LC_ALL": name, "LOOKER_CATALOGUES": folder,
                    "LD_PRELOAD": os.path.join(build, "tests", "e2e", "looker.so")}

    def _translate(self, key, said):
        if not key:
            return b"Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=n != 1;\n"
        return b"\0".join(self.say(each.decode()).encode() for each in said.split(b"\0"))

    def word(self, text):
        """The letters of a text that is no whole sentence."""
        out, at = "", 0
        for kept in [*KEPT.finditer(text), None]:
            plain = text[at:kept.start() if kept else None]
            out += "".join(self.letters.get(c, c) * (2 if c in VOWELS else 1) for c in plain) + (kept[0] if kept else "")
            at = kept.end() if kept else at
        return out

    def say(self, text):
        if text == "default:LTR":
            return "default:RTL" if self.letters is HEBREW else text
        return f"⟦{self.word(text)}⟧"

    def pattern(self, regex):
        """The same pattern for what is said in this language, where an underlined letter stays as it is; in it, letters are
        those of the program's words."""
        def letter(match):
            other = self.letters.get(match[0])
            return {"^": "^⟦*", "$": "⟧*$"}.get(match[0]) or (f"(?:{match[0]}|{other}{{1,2}})" if other else match[0])
        return re.compile(re.sub(r"\\.|.", letter, regex.pattern), regex.flags)


def outside_brackets(text):
    """What of a text is in no brackets."""
    depth, out = 0, ""
    for letter in text:
        depth += {"⟦": 1, "⟧": -1}.get(letter, 0)
        out += letter if depth == 0 and letter != "⟧" else ""
    return out
