#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Aftercare authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A part of a test that nothing calls holds nothing, and looks as if it did."""
import ast
import sys

from files import code
from sources import judge


def called_parts(files):
    trees = {path: ast.parse(text) for path, text in code(files, ".py", under=("tests/",)).items()}
    nodes = {path: list(ast.walk(tree)) for path, tree in trees.items()}
    elsewhere = {node.name if isinstance(node, ast.alias) else node.attr
                 for each in nodes.values() for node in each if isinstance(node, (ast.alias, ast.Attribute))}
    found = []
    for path, tree in sorted(trees.items()):
        here = {node.id for node in nodes[path] if isinstance(node, ast.Name)}
        found += [f"{path}:{part.lineno}: nothing calls {part.name}()" for part in tree.body
                  if isinstance(part, (ast.FunctionDef, ast.ClassDef)) and part.name not in here | elsewhere]
    return found


RULES = [("each part of a test is called", called_parts,
          {"tests/cli/a.py": "def left_out(tap):\n    pass\n\n\ndef main():\n    pass\n\n\nmain()\n"})]


if __name__ == "__main__":
    sys.exit(judge(RULES))
