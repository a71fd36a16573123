#!/usr/bin/env python3
"""Holds the code beside this file to files of vectors: `vectors.py FILES...`. One line a file; then the first case that
differs, field by field, with its flags and their clauses. Status 0 if all are as expected, 3 if one differs, 4 if a file
cannot be used."""

import sys

import cases
from cases import Refused
from replay import UNFIT, Unusable, differences, lines, main
from wire import Malformed


def judged_case(function, group, case):
    """The lines that say how this case differs: none if it does not."""
    of_type = getattr(cases, f"{function}_{group['type']}".replace("-", "_"), None)
    if not of_type:
        raise Unusable(f"no such function and type: {function}, {group['type']}")
    if function == "answer":
        return of_type(group, case)
    names = list(case)
    outputs = {name: case[name] for name in names[names.index("result") + 1:] if name != "reading"}
    expected = {"result": "invalid" if case["result"] == "invalid" else "valid", **outputs}
    try:
        found = {"result": "valid", **of_type(group, case)}
    except Malformed as flaw:
        found = {"result": "invalid", "reason": flaw.reason}
    except Refused as refusal:
        found = {"result": "invalid", **refusal.said}
    return list(differences(expected, found, "case"))


def held(name):
    """Counts of passed and failed, and the first difference; Unusable in words."""
    passed, failed, first = 0, 0, None
    try:
        (_, file), = lines(name, whole=True)
        has = sum(len(group["cases"]) for group in file["groups"])
        if has != file["cases"]:
            raise Unusable(f"it has {has} cases, and says that there are {file['cases']}")
        for group in file["groups"]:
            for case in group["cases"]:
                flaws = judged_case(file["function"], group, case)
                passed, failed = passed + (not flaws), failed + bool(flaws)
                if flaws and not first:
                    flags = [file["flags"][flag] for flag in case["flags"]]
                    clauses = sorted({clause for flag in flags for clause in flag["clauses"]})
                    first = [f"case {case['id']}: {case['comment']}", f"flags {', '.join(case['flags'])}",
                             f"clauses {', '.join(clauses)}", *[f"what goes wrong: {flag['effect']}" for flag in flags], *flaws]
    except UNFIT as flaw:
        raise Unusable(f"not of the form of a vector file: {type(flaw).__name__} {flaw}") from flaw
    return passed, failed, first


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], held, "cases"))
