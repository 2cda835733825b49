"""Times what webhook-kit costs an application to compile, beside crates that everybody knows.

    python3 benches/report/compile_times.py [FILE]    # writes JSON, and prints a table

Makes applications in a temporary folder, with the versions of `benches/Cargo.lock`. Cold: everything,
dependencies included, with cargo's own number of jobs. Again: the application alone, after a change to
it, which is what one waits for all day. `+20` is twenty more of the same thing in it.
"""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

BENCHES = pathlib.Path(__file__).resolve().parent.parent
KIT = f'webhook-kit = {{ path = "{BENCHES.parent}" }}'
SERDE = 'serde = { version = "1", features = ["derive"] }'
JSON = 'serde_json = "1"'
MAC = 'hmac = "0.13"\nsha2 = "0.11"\nhex = "0.4"'
AXUM_MACROS = 'axum = { version = "0.8", default-features = false, features = ["http1", "macros", "tokio"] }'

PROVIDER = """
#[derive(webhook_kit::Provider)]
#[provider(name = "p{n}", algo = "sha256", header = "X-Signature", event_type = "/event", payload = "/data")]
pub struct P{n};
"""
PAYLOAD = """
#[derive(serde::Deserialize)]
pub struct D{n} {{ pub id: u64, pub name: String, pub note: Option<String> }}
"""
EVENTS = PAYLOAD + """
#[derive(webhook_kit::WebhookEvent)]
#[event(provider = P0)]
pub enum E{n} {{
    #[event("a")] A(D{n}), #[event("b")] B(D{n}), #[event("c")] C(D{n}), #[event("d")] D(D{n}),
    #[event(other)] Other(webhook_kit::RawEvent),
}}
"""
HANDLER = """
#[webhook_kit::webhook(provider = P0)]
pub async fn h{n}(event: webhook_kit::RawEvent) {{ drop(event); }}
"""
TAGGED = PAYLOAD + """
#[derive(serde::Deserialize)]
#[serde(tag = "event", content = "data")]
pub enum E{n} {{ A(D{n}), B(D{n}), C(D{n}), D(D{n}) }}
"""
ERROR = """
#[derive(Debug, thiserror::Error)]
pub enum E{n} {{
    #[error("a {{0}}")] A(u64), #[error("b {{0}}")] B(String), #[error("c")] C, #[error("d")] D,
    #[error("e")] Io(#[from] std::io::Error),
}}
"""
DEBUGGED = """
#[axum::debug_handler]
pub async fn h{n}(body: axum::body::Bytes) {{ drop(body); }}
"""

# Dependencies, what is there once, what there is one or twenty-one of.
APPLICATIONS = {
    "nothing": ("", "", ""),
    "serde, serde_json": (f"{SERDE}\n{JSON}", "", TAGGED),
    "serde, serde_json, hmac, sha2, hex, http": (f'{SERDE}\n{JSON}\n{MAC}\nhttp = "1"', "", TAGGED),
    "webhook-kit: a provider": (KIT, "", PROVIDER),
    "webhook-kit: an enum of events": (f"{KIT}\n{SERDE}", PROVIDER.format(n=0), EVENTS),
    "webhook-kit: a handler": (KIT, PROVIDER.format(n=0), HANDLER),
    "thiserror: an error": ('thiserror = "2"', "", ERROR),
    "axum: a handler with `debug_handler`": (AXUM_MACROS, "", DEBUGGED),
}


def build(folder):
    begun = time.monotonic()
    subprocess.run(["cargo", "build", "--quiet", "--offline"], cwd=folder, check=True)
    return time.monotonic() - begun


def again(folder, source, times=5):
    """The median of some builds after a change to the application."""
    taken = []
    for change in range(times):
        (folder / "src/main.rs").write_text(source + f"\n// {change}, {time.monotonic()}\n")
        taken.append(build(folder))
    return sorted(taken)[times // 2]


def measure(folder, dependencies, once, each):
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "src").mkdir(parents=True)
    (folder / "Cargo.toml").write_text(
        '[package]\nname = "app"\nversion = "0.0.0"\nedition = "2024"\n\n[workspace]\n\n'
        f"[dependencies]\n{dependencies}\n"
    )
    shutil.copy(BENCHES / "Cargo.lock", folder / "Cargo.lock")

    def source(count):
        parts = [each.format(n=n) for n in range(count)]
        return "#![allow(dead_code)]\n" + once + "".join(parts) + "\nfn main() {}\n"

    (folder / "src/main.rs").write_text(source(1))
    subprocess.run(["cargo", "fetch", "--quiet"], cwd=folder, check=True)
    cold = build(folder)
    one = again(folder, source(1))
    many = again(folder, source(21))
    crates = subprocess.run(
        ["cargo", "tree", "--offline", "--prefix", "none", "--edges", "normal,build"],
        cwd=folder, check=True, capture_output=True, text=True,
    )
    count = len({line.split(" (")[0] for line in crates.stdout.splitlines() if line}) - 1
    return {"crates": count, "cold": cold, "again": one, "each": (many - one) / 20}


def main():
    measured = []
    with tempfile.TemporaryDirectory() as scratch:
        for name, (dependencies, once, each) in APPLICATIONS.items():
            row = {"name": name, **measure(pathlib.Path(scratch) / "app", dependencies, once, each)}
            measured.append(row)
            print(
                f"{name:<42} {row['crates']:>3} crates, cold {row['cold']:6.1f} s, "
                f"again {row['again']:5.2f} s, each more {row['each'] * 1000:5.1f} ms",
                flush=True,
            )
    if len(sys.argv) > 1:
        pathlib.Path(sys.argv[1]).write_text(json.dumps(measured, indent=2) + "\n")


if __name__ == "__main__":
    main()
