"""Makes docs/benchmarks.md and its plots of the data of a run.

    python3 benches/report/report.py FOLDER [--quick]

With `--quick` it says what it would write.
"""

import json
import pathlib
import sys

import plot

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
DOCS = ROOT / "docs"


def load(folder, name):
    path = folder / f"{name}.json"
    return json.loads(path.read_text()) if path.exists() else []


def size(count):
    if count >= 1024 * 1024:
        return f"{count / 1024 / 1024:.0f} MiB"
    if count >= 1000:
        return f"{count / 1024:.0f} KiB"
    return f"{count} B"


def time(nanoseconds):
    for unit, factor in (("ms", 1e6), ("µs", 1e3)):
        if nanoseconds >= factor:
            return f"{nanoseconds / factor:.3g} {unit}"
    return f"{nanoseconds:.0f} ns"


def table(rows):
    """A table of rows that may have different contestants."""
    names = list(dict.fromkeys(one["name"] for row in rows for one in row["contestants"]))
    lines = ["| body | " + " | ".join(names) + " |", "|---" * (len(names) + 1) + "|"]
    for row in rows:
        by_name = {one["name"]: one for one in row["contestants"]}
        cells = []
        for name in names:
            one = by_name.get(name)
            if one is None:
                cells.append("")
            elif name == names[0]:
                cells.append(time(one["median"]))
            else:
                mark = "**" if name == "webhook-kit" else ""
                cells.append(f"{time(one['median'])} ({mark}{one['ratio']:.2f}{mark})")
        lines.append(f"| {row['label']} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def ratios(row):
    return [(one["name"], one["ratio"]) for one in row["contestants"]]


def by_name(rows):
    groups = {}
    for row in rows:
        groups.setdefault(row["name"], []).append(dict(row, label=size(row["size"])))
    return groups


def kit(row):
    return next((one["ratio"] for one in row["contestants"] if one["name"] == "webhook-kit"), None)


def goals(speed, http):
    """Each goal with the rows that miss it."""
    verify = [row for row in speed if row["group"] == "verify"]
    decode = [row for row in speed if row["group"] == "decode"]

    def over(rows, bound, wanted):
        return [(row, kit(row)) for row in rows if wanted(row) and kit(row) > bound]

    def behind(rows):
        found = []
        for row in rows:
            for one in row["contestants"]:
                if one["name"] not in ("floor", "webhook-kit") and one["ratio"] < kit(row):
                    found.append((row, kit(row), one))
        return found

    large = lambda row: row["size"] >= 1000
    small = lambda row: row["size"] < 1000
    first = lambda row: "tag first" in row["name"]
    last = lambda row: "tag last" in row["name"]
    checks = [
        ("verifying from 1 KiB up: at most 1.10 of the floor", over(verify, 1.10, large)),
        ("verifying less: at most 1.25 of the floor", over(verify, 1.25, small)),
        ("verifying: ahead of every other on every row", behind(verify)),
        ("decoding, tag first: at most 1.10 of the floor", over(decode, 1.10, first)),
        ("decoding, tag last: at most 1.20 of the floor", over(decode, 1.20, last)),
        ("decoding: ahead of serde's tagged enums on every row", behind(decode)),
    ]
    lines = []
    for goal, missed in checks:
        if not missed:
            lines.append(f"- {goal}: **met**.")
            continue
        what = "; ".join(
            f"{row['name']}, {size(row['size'])}: {ratio:.2f}"
            + (f" against {rest[0]['ratio']:.2f} of {rest[0]['name']}" if rest else "")
            for row, ratio, *rest in missed
        )
        lines.append(f"- {goal}: **missed** by {len(missed)} of the rows ({what}).")
    for row in http:
        usual = next(one["ratio"] for one in row["contestants"] if one["name"] == "usual")
        lines.append(
            f"- over HTTP, {size(row['size'])}: {1 / kit(row):.2f} of the floor's throughput, "
            f"{usual / kit(row):.2f} times the usual handler's. The goals are 0.95 and 2."
        )
    refuse = [row for row in speed if row["group"] == "refuse"]
    for row in refuse:
        costs = ", ".join(f"{one['name']} {one['ratio']:.2f}" for one in row["contestants"][1:])
        lines.append(f"- refusing, as a part of verifying 1 KiB: {costs}. The goal is 0.10, and 1.00 for a wrong signature.")
    return "\n".join(lines)


def page(folder):
    machine = load(folder, "machine")
    speed = load(folder, "speed")
    plots = {}

    def figure(name, title, groups, most=None, unit=" of the floor"):
        plots[name] = plot.bars(title, groups, most, unit)
        return f"![{title}](benchmarks/{name}.svg)"

    verify = by_name([row for row in speed if row["group"] == "verify"])
    schemes = {name: rows for name, rows in verify.items() if len(rows) > 1}
    providers = [rows[0] for rows in verify.values() if len(rows) == 1]
    decode = by_name([row for row in speed if row["group"] == "decode"])
    receive = by_name([row for row in speed if row["group"] == "receive"])
    http = load(folder, "http")
    alternatives = by_name(load(folder, "alternatives"))
    parts = [
        "# Benchmarks",
        "",
        "Made by `benches/run`; do not edit. "
        f"{machine['processor']} ({', '.join(machine['flags'])}), {machine['cores']} cores, "
        f"{machine['system']}, {machine['rustc']}, commit {machine['commit']}, {machine['date']}, "
        f"load before the run {machine['load']:.1f}."
        + (
            " **A short run on a machine that did other work meanwhile**: ratios within a row hold, times "
            "are longer than on a quiet one; verifying, HTTP, the alternatives and compile times were measured "
            "one after another, not in one go."
            if machine.get("short")
            else ""
        )
        + (
            ""
            if any(one["name"] == "webhook-verify" for row in speed for one in row["contestants"])
            else " The program was built without its feature `peers`: other crates were not part of this run."
        ),
        "",
        "The **floor** is the same work written by hand with nothing in it that need not be there: keys "
        "prepared once, the parts of the message fed to the hash, the signature decoded on the stack, one "
        "comparison; timestamps read and compared with the clock where the scheme has them. **usual** is "
        "the handler that one finds in tutorials: a key a request, `format!`, hex or base64 of the expected "
        "signature, `==`. All contestants of a row take turns within one run. A cell shows the median "
        "time, and in brackets the median of the ratios to the floor within the turns.",
        "",
        "## Goals",
        "",
        goals(speed, http),
        "",
        "## Verifying",
        "",
        "From a request's head and body to a delivery that is known to be genuine. "
        "`async-stripe-webhook` decodes what it verifies, and cannot do one without the other.",
        "",
    ]
    small = [
        (f"{name}, {row['label']}", ratios(row))
        for name, rows in schemes.items()
        for row in rows
        if row["label"] in ("64 B", "1 KiB")
    ]
    parts += [figure("verify", "Verifying small bodies", small, 4), ""]
    for name, rows in schemes.items():
        parts += [f"### {name}", "", table(rows), ""]
    labelled = [dict(row, label=f"{row['name']}, {row['size']} B") for row in providers]
    parts += [
        "### The catalogue's providers",
        "",
        "With a published sample each.",
        "",
        table(labelled),
        "",
        "## Decoding",
        "",
        "From a genuine delivery to the typed event. The floor knows the type beforehand, checks UTF-8 once "
        "and calls `serde_json::from_str`. `Value, then typed` is what hand-written handlers do.",
        "",
    ]
    some = [
        (f"{name}, {row['label']}", ratios(row))
        for name, rows in decode.items()
        for row in rows
        if row["label"] in ("4 KiB",)
    ]
    parts += [figure("decode", "Decoding 4 KiB", some, 3), ""]
    for name, rows in decode.items():
        parts += [f"### {name[0].upper()}{name[1:]}", "", table(rows), ""]
    for name, rows in receive.items():
        parts += [f"### {name[0].upper()}{name[1:]}", "", table(rows), ""]
    if http:
        labelled = [dict(row, label=size(row["size"])) for row in http]
        parts += [
            "## Whole requests over HTTP",
            "",
            "An axum server with one thread on one core, a client with eight connections on another: a "
            "request on each, then the eight answers. `nothing` reads the body and answers: what the kernel, "
            "hyper and axum take, whatever the handler does.",
            "",
            figure("http", "Eight requests over loopback", [(row["label"], ratios(row)) for row in labelled]),
            "",
            table(labelled),
            "",
        ]
    if alternatives:
        parts += [
            "## Alternatives",
            "",
            "What could be used instead of what is used, which stands first.",
            "",
        ]
        for name, rows in alternatives.items():
            parts += [f"### {name}", "", table(rows), ""]
    compiling = load(folder, "compile_times")
    if compiling:
        parts += [
            "## Compiling",
            "",
            "A debug build of an application with cargo's own number of jobs: all of it, the application "
            "again after a change to it, and what each further one of what is named adds to that.",
            "",
            "| application | crates | cold | again | each more |",
            "|---|---|---|---|---|",
            *(
                f"| {row['name']} | {row['crates']} | {row['cold']:.1f} s | {row['again']:.2f} s | "
                f"{row['each'] * 1000:.0f} ms |"
                for row in compiling
            ),
            "",
        ]
    parts += [
        "## Versions",
        "",
        ", ".join(f"{name} {version}" for name, version in sorted(machine["versions"].items())) + ".",
        "",
    ]
    return "\n".join(parts), plots


def main():
    folder = pathlib.Path(sys.argv[1])
    text, plots = page(folder)
    if "--quick" in sys.argv:
        print(text)
        return
    (DOCS / "benchmarks").mkdir(exist_ok=True)
    (DOCS / "benchmarks.md").write_text(text)
    for name, svg in plots.items():
        (DOCS / "benchmarks" / f"{name}.svg").write_text(svg)


main()
