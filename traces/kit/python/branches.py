#!/usr/bin/env python3
"""Which branches of the code beside this file the given files run through: `branches.py FILES...`, of steps and of vectors.
A branch is one of the two ways out of a conditional jump of the bytecode, so that `and`, `or`, conditional expressions,
filters and the ends of loops count too. Prints those that were not taken; status 0 if 95 of 100 were. CPython 3.11 or 3.12."""

import contextlib
import dis
import io
import os
import sys
import types

HERE = os.path.dirname(os.path.abspath(__file__))
GOAL = 95
JUDGES = ["replay.py", "vectors.py"]  # of these the rest is for what differs and for files that cannot be used


def conditional(instruction):
    return instruction.opname == "FOR_ITER" or "JUMP" in instruction.opname and "_IF_" in instruction.opname


def jumps_of(code, into):
    """All conditional jumps of a code object and those in it: (code, offset before it) to (line, target)."""
    listed = list(dis.get_instructions(code))
    line = code.co_firstlineno
    for at, one in enumerate(listed):
        line = one.starts_line if isinstance(one.starts_line, int) and one.starts_line > 1 else line
        if conditional(one):
            into[code, one.offset] = (line, one.argval)
            if at and listed[at - 1].opname == "EXTENDED_ARG":
                into[code, listed[at - 1].offset] = into[code, one.offset]
    for inner in code.co_consts:
        if isinstance(inner, types.CodeType):
            jumps_of(inner, into)


class Taken:
    """The ways out of jumps that a run took."""

    def __init__(self):
        self.jumps, self.ways = {}, set()

    def __call__(self, frame, event, argument):
        code = frame.f_code
        if os.path.dirname(code.co_filename) != HERE or code.co_filename == os.path.abspath(__file__):
            return None
        if code not in self.jumps:
            self.jumps[code] = {}
            jumps_of(code, self.jumps[code])
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        jumps, last = self.jumps[code], None

        def inside(frame, event, argument):
            nonlocal last
            if event == "opcode":
                if (code, last) in jumps:
                    line, target = jumps[code, last]
                    self.ways.add((code.co_filename, code.co_qualname, line, target, frame.f_lasti == target))
                last = frame.f_lasti
            return inside
        return inside


def run(names):
    sys.path.insert(0, HERE)
    import replay
    import vectors
    for name in names:
        replay.main([name], *((replay.replayed, "steps") if ".steps." in name else (vectors.held, "cases")))


def main(names):
    if not names:
        print(f"usage: {sys.argv[0]} FILES...")
        return 4
    taken, said = Taken(), io.StringIO()
    sys.settrace(taken)
    try:
        with contextlib.redirect_stdout(said):
            run(names)
    finally:
        sys.settrace(None)
    all_ways, all_taken = 0, 0
    for name in sorted(n for n in os.listdir(HERE) if n.endswith(".py") and n != os.path.basename(__file__)):
        path = os.path.join(HERE, name)
        jumps = {}
        with open(path, encoding="utf-8") as file:
            jumps_of(compile(file.read(), path, "exec"), jumps)
        ways = {(path, code.co_qualname, line, target, way) for (code, _), (line, target) in jumps.items()
                for way in (True, False) if code.co_name != "<module>"}
        print(f"{name}: {len(ways & taken.ways)} of {len(ways)} branches")
        if name in JUDGES:
            continue
        for line, of in sorted({(where[2], where[1]) for where in ways - taken.ways}):
            print(f"    {line}: {of}")
        all_ways, all_taken = all_ways + len(ways), all_taken + len(ways & taken.ways)
    print(f"{all_taken} of {all_ways} branches, {100 * all_taken / all_ways:.1f} %, without {' and '.join(JUDGES)}")
    return 0 if 100 * all_taken >= GOAL * all_ways else 3


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
