# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules about what knows what: layers, rooms, modules and the functions that they offer each other."""
import fnmatch
import os
import re

from files import code, includes, without_comments

PLACES = ["today", "customers", "jobs", "invoices", "occasions", "feedback", "outreach", "insights",
          "preferences", "import"]

# The arrows inside one library: a file may include files of its own row and of rows above
# it in this table, never of a row below. First match counts; what no row names is in the
# last row of its folder.
ARROWS = {
    "store": [
        ["connection.*", "statement*.*", "named-query.*", "kind-query.*", "taken-back.*", "snapshot.*",
         "change-set.*", "collator.*", "id-diff.*", "worker.*", "under-way.*", "file-store.*", "swap-moves.*",
         "shop-folder.*", "folder-lock.*", "draft-changes.*", "draft-owner.*", "made-files.*"],
        ["record-*.*", "query.*", "where.*", "setting.*", "actor.*", "search*.*", "migrate*.*", "schema*.*", "stand-in.*", "derived-check.*",
         "watch.*", "change-log.*", "sort-walk.*", "phone-walk.*", "rebuild.*", "swap.*", "swap-note.*",
         "file-head.*"],
        ["transaction*.*"],
        ["store.*"],
        ["*"],
    ],
    "ui": [
        ["kit/*", "context.*", "place.*", "settings.*"],
        ["parts/*", "staff/staff-dialog.*"],
        [place + "/*" for place in PLACES],
        ["*"],
    ],
}


# The register of all kinds knows each of them, and a record asks it for its children's kind;
# the door through which records are saved knows every flow, and a flow saves through it;
# the registers of papers and readers know each of them, and each says that it is one.
REGISTERS = ["model/kind", "service/flow", "service/paper", "exchange/import/reader"]


def no_upward_paths(files):
    return [f"{path}:{number}: {name}" for path, number, name in includes(code(files, ".c", ".h"))
            if ".." in name.split("/")]


def from_the_root(files):
    """Includes are written from the root, so that the layer stands in the line."""
    tops = ("core", "model", "store", "document", "chart", "service", "exchange", "sample", "cli", "ui")
    return [f"{path}:{number}: {name}" for path, number, name in includes(code(files, ".c", ".h", under=("src/",)))
            if "/" not in name and not any(other.endswith("/" + name + ".in") for other in files)
            and name.split("/")[0] not in tops]


def place_of(path):
    match = re.match(r"(?:src/)?ui/([^/]+)/", path)
    return match[1] if match and match[1] in PLACES else None


def places_apart(files):
    return [f"{path}:{number}: {name}" for path, number, name in includes(code(files, ".c", ".h", under=("src/ui/",)))
            if place_of(path) and place_of(name) and place_of(path) != place_of(name)]


def kit_knows_no_kind(files):
    """The kit draws any record; what knows one kind and is shared by places is in parts."""
    allowed = ("model/record.h", "model/field.h", "model/kind.h", "model/merge.h", "model/channel.h",
               "model/choice.h")
    return [f"{path}:{number}: {name}" for path, number, name in includes(code(files, ".c", ".h", under=("src/ui/kit/",)))
            if name.startswith("model/") and name not in allowed]


def rooms(files):
    """A folder of service/ bears the name of a place: what happens there is found by what is seen there."""
    return sorted({os.path.dirname(path) for path in files
                   if path.startswith("src/service/") and path.count("/") > 2
                   and path.split("/")[2] not in PLACES[:8]})


def row_of(layer, inner):
    for number, row in enumerate(ARROWS[layer]):
        if any(fnmatch.fnmatch(inner, pattern) for pattern in row):
            return number
    return len(ARROWS[layer])


def arrows(files):
    found = []
    for path, number, name in includes(code(files, ".c", ".h", under=("src/",))):
        layer, _, inner = path.removeprefix("src/").partition("/")
        into, _, target = name.partition("/")
        if layer == into and layer in ARROWS and row_of(layer, target) > row_of(layer, inner):
            found.append(f"{path}:{number}: {name} lies above")
    return found


def module(path):
    """A header and its source are one module."""
    return re.sub(r"^src/|\.[ch]$", "", path)


def cycles(files):
    """Modules that need each other, one ring each time."""
    needs = {}
    files = {path: text for path, text in files.items() if not path.endswith("-private.h")}
    for path, _number, name in includes(code(files, ".c", ".h", under=("src/",))):
        if module(path) not in REGISTERS and module(name) != module(path):
            needs.setdefault(module(path), set()).add(module(name))
    found, done = [], set()

    def visit(node, trail):
        if node in trail:
            found.append(" -> ".join(trail[trail.index(node):] + [node]))
        elif node not in done:
            for other in sorted(needs.get(node, ())):
                visit(other, trail + [node])
            done.add(node)

    for node in sorted(needs):
        visit(node, [])
    return found


# What a test must see of a widget or a model and the program has no use for, with the reason.
SEAMS = {
    "care_chart_card_get_view": "the view inside a card is its own business",
    "care_chart_view_get_cursor": "where the keyboard is in a chart is drawn, not asked for",
    "care_chart_view_get_cursor_label": "what is said there goes to the screen reader",
    "care_query_model_is_loading": "views follow items-changed",
}


def public_functions(sources):
    """{name: (header, where its declaration begins, where its name does)}"""
    found = {}
    for path, body in sources.items():
        if path.endswith(".h"):
            for match in re.finditer(r"^(?![#\s]|typedef|static)[^;{}()#]*?\b(care_\w+)\s*\([^;{}]*\)[^;{}]*;", body, re.M):
                found.setdefault(match[1], (path, match.start(1)))
    return found


def callers(files):
    """A public function that only its own definition names, or only a test, is dead code."""
    sources = {path: without_comments(path, text) for path, text in code(files, ".c", ".h", under=("src/",)).items()}
    declared, used = public_functions(sources), set()
    for path, body in sources.items():
        for match in re.finditer(r"\bcare_\w+", body):
            name, at = match[0], match.start()
            defined = (at == 0 or body[at - 1] == "\n") and body[match.end():match.end() + 1] == "("
            if not defined and declared.get(name) != (path, at):
                used.add(name)
    blueprints = " ".join(code(files, ".blp", under=("src/",)).values())
    dead = {name for name in set(declared) - used if not name.endswith("_get_type") and name not in blueprints}
    return ([f"{declared[name][0]}: {name} has no caller" for name in sorted(dead - set(SEAMS))] +
            [f"{name} needs no pardon any more" for name in sorted(set(SEAMS) & set(declared) - dead)])


RULES = [
    ("no include climbs out of its folder", no_upward_paths, {"src/a.c": '#include "../b.h"\n'}),
    ("includes are written from the root", from_the_root, {"src/core/a.c": '#include "b.h"\n'}),
    ("a place never includes another place", places_apart,
     {"src/ui/jobs/a.c": '#include "ui/invoices/b.h"\n'}),
    ("the kit knows no kind of record", kit_knows_no_kind,
     {"src/ui/kit/a.c": '#include "model/customer.h"\n'}),
    ("a folder of service/ is named like a place", rooms, {"src/service/misc/a.c": ""}),
    ("the arrows inside a library point down", arrows, {"src/ui/parts/a.c": '#include "ui/window.h"\n'}),
    ("no two modules need each other", cycles,
     {"src/core/a.c": '#include "core/b.h"\n', "src/core/b.h": '#include "core/a.h"\n'}),
    ("every public function has a caller", callers,
     {"src/core/a.h": "int care_a(void);\n", "src/core/a.c": "int\ncare_a(void)\n{\n}\n"}),
]
