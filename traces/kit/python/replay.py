#!/usr/bin/env python3
"""Holds the roles beside this file to files of steps: `replay.py FILES...` (.jsonl, .jsonl.gz). One line a file; then the
first difference, field by field. Status 0 if all steps are as expected, 3 if one differs, 4 if a file cannot be used."""

import gzip
import json
import signal
import sys
import time
import zlib

from baseline import Baseline
from maker import Maker
from peerx import PeerX
from peery import PeerY
from taker import Taker

ROLES = {"maker": Maker, "baseline": Baseline, "taker": Taker, "peerX": PeerX, "peerY": PeerY}


# what comes of fields that are missing, or of another type or range than they should be
UNFIT = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)


class Unusable(Exception):
    pass


def number_alone(found):
    return found["number"] if "number" in found and found.keys() <= {"number", "name"} else found


def lines(name, whole=False):
    """Numbers and objects, one for each line, or one for the whole file."""
    opened = gzip.open if name.endswith(".gz") else open
    try:
        with opened(name, "rt", encoding="utf-8") as file:
            for at, line in enumerate([file.read()] if whole else file, 1):
                try:
                    found = json.loads(line, object_hook=number_alone)
                except (ValueError, RecursionError) as flaw:
                    raise Unusable(f"{'it' if whole else f'line {at}'} is no JSON: {flaw}") from None
                if not isinstance(found, dict):
                    raise Unusable(f"{'it' if whole else f'line {at}'} is no object")
                yield at, found
    except UnicodeDecodeError:
        raise Unusable("it is no UTF-8") from None
    except (OSError, EOFError, zlib.error) as flaw:
        raise Unusable(getattr(flaw, "strerror", None) or str(flaw)) from None


def differences(expected, found, where):
    """Field by field; where both are arrays of one length, element by element."""
    if isinstance(expected, dict) and isinstance(found, dict):
        for name in sorted(expected.keys() | found.keys()):
            yield from differences(expected.get(name, "nothing"), found.get(name, "nothing"), f"{where}.{name}")
    elif isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        for at, (one, other) in enumerate(zip(expected, found)):
            yield from differences(one, other, f"{where}[{at}]")
    elif expected != found:
        yield f"{where}: expected {json.dumps(expected)}, is {json.dumps(found)}"


def judged(role, policy, state, event, expected):
    """The lines that say how this step differs: none if it does not."""
    next_state, effects, because = role(policy, state).step(event)
    next_expected, effects_expected, because_expected = expected
    if next_expected is state and next_state is not state:
        yield "next: expected the very same state, is another object"
    if next_state != next_expected or effects != effects_expected or because != because_expected:
        yield from differences(next_expected, next_state, "next")
        yield from differences(effects_expected, effects, "effects")
        missing, more = sorted(because_expected - because), sorted(because - because_expected)
        if missing or more:
            yield f"because: missing {missing}, too much {more}"


def replayed(name):
    """Counts of passed and failed, and the first difference; Unusable in words."""
    states, passed, failed, first, role, policy, header = {}, 0, 0, None, None, None, None
    before = []
    for at, found in lines(name):
        try:
            if at == 1:
                if found.get("format") != "steps in octets, 1":
                    raise Unusable("its first line does not say \"steps in octets, 1\"")
                if found.get("role") not in ROLES:
                    raise Unusable(f"no such role: {found.get('role')}")
                role, policy, header = ROLES[found["role"]], found["policy"], found
            elif "value" in found:
                states[found["state"]] = found["value"]
                before.append((found["value"], json.dumps(found["value"])))
            else:
                state, following = states[found["from"]], states[found["to"]]
                flaws = list(judged(role, policy, state, found["event"],
                                    (following, found["effects"], set(found["because"]))))
                passed, failed = passed + (not flaws), failed + bool(flaws)
                if flaws and not first:
                    first = [f"step {found['step']} of {header['model']}: {json.dumps(found['event'])}",
                             f"in state {found['from']}: {json.dumps(state)}",
                             f"clauses {', '.join(found['because']) or 'none'}", *flaws]
        except UNFIT as flaw:
            raise Unusable(f"line {at}: {type(flaw).__name__} {flaw}") from flaw
    has = (len(states), passed + failed)
    if not header or has != (header.get("states"), header.get("steps")):
        raise Unusable(f"it has {has[0]} states and {has[1]} steps, and its first line says otherwise" if header else "it is empty")
    if any(json.dumps(state) != was for state, was in before):
        first, failed = first or ["a step changed a state that was handed in"], failed + 1
    return passed, failed, first


def main(names, run, what):
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    if not names:
        print(f"usage: {sys.argv[0]} FILES...")
        return 4
    status = 0
    for name in names:
        begun = time.perf_counter()
        try:
            passed, failed, first = run(name)
        except Unusable as flaw:
            print(f"{name}: {flaw}")
            return 4
        print(f"{name}: {passed} {what} passed, {failed} failed, {time.perf_counter() - begun:.2f} s")
        if first:
            print("\n".join("    " + line for line in first))
            status = 3
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], replayed, "steps"))
