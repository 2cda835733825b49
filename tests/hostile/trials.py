"""Takes one protection away at a time, and notes which tests fail: python3 tests/hostile/trials.py

Works on a copy of the tracked files in a folder of its own, given as the argument (its `target` is
reused if there is one), and appends the rows of docs/trials.md to `trials.txt` there; further
arguments choose trials by their names. Exits 1 if a trial fails no test
and is not one of those that are known to be invisible to tests of behaviour.
"""

import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
COPY = pathlib.Path(sys.argv[1]).resolve()
CORE = "webhook-core/src/"
TESTS = [word for name in ("hostile", "endpoint", "once", "signatures", "tracing") for word in ("--test", name)]

# What is taken away: the file, the text, its replacement, whether tests of behaviour can see it.
# `tests/documents/trials.rs` holds that each text still stands there, once.
TRIALS = json.loads((ROOT / "tests/hostile/trials.json").read_text(encoding="utf-8"))


def run(arguments):
    command = ["cargo", "test", "--offline", "--no-fail-fast", *arguments]
    # A session of its own, so that the test programs can be ended as well.
    tests = subprocess.Popen(command, cwd=COPY, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)
    try:
        out, errors = tests.communicate(timeout=900)
    except subprocess.TimeoutExpired:
        os.killpg(tests.pid, signal.SIGKILL)
        return ["(the tests do not end)"], ""
    if re.search(r"^error(\[E\d+\])?: (?!test failed|\d+ targets? failed|\d+ target failed)", errors, re.M) and "running" not in out:
        return None, errors
    failed = sorted(set(re.findall(r"^test (\S+)(?: - should panic)? \.\.\. FAILED", out, re.M)))
    if not failed and "signal: " in errors:
        failed = ["(the test program is ended by a signal)"]
    return failed, out


def main():
    chosen = sys.argv[2:]
    bad = 0
    for trial in TRIALS:
        what, file, before, after, visible = (trial[key] for key in ("taken", "file", "before", "after", "seen"))
        if chosen and what not in chosen:
            continue
        path = COPY / CORE / file
        source = (ROOT / CORE / file).read_text(encoding="utf-8")
        if source.count(before) != 1:
            print(f"{what}: the text stands {source.count(before)} times in {file}", file=sys.stderr)
            bad += 1
            continue
        path.write_text(source.replace(before, after), encoding="utf-8")
        started = time.time()
        failed, output = run(TESTS)
        if failed == []:
            failed, output = run(["-p", "webhook-core", "--lib", "--tests"])
        path.write_text(source, encoding="utf-8")
        if failed is None:
            print(f"{what}: does not compile\n{output[-1500:]}", file=sys.stderr)
            bad += 1
            continue
        bad += visible and not failed
        print(f"{what}: {len(failed)} tests ({time.time() - started:.0f} s)", flush=True)
        shown = ", ".join(f"`{name}`" for name in failed[:3])
        more = f" and {len(failed) - 3} more" if len(failed) > 3 else ""
        line = lambda text: " ".join(text.split()).replace("|", "\\|") or "(nothing)"
        with (COPY / "trials.txt").open("a", encoding="utf-8") as table:
            table.write(f"| {what} | `{file}`: `{line(before)}` → `{line(after)}` | {len(failed)} | {shown}{more} |\n")
    sys.exit(1 if bad else 0)


main()
