"""Says on what was measured, as JSON."""

import datetime
import json
import os
import pathlib
import re
import subprocess
import sys


def said(*command):
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return "unknown"


def processor():
    text = pathlib.Path("/proc/cpuinfo").read_text()
    name = re.search(r"^model name\s*:\s*(.*)$", text, re.M)
    flags = re.search(r"^flags\s*:\s*(.*)$", text, re.M)
    flags = set(flags.group(1).split()) if flags else set()
    known = [flag for flag in ("sha_ni", "avx2", "avx512f") if flag in flags]
    return (name.group(1) if name else "unknown"), known


def versions(lock):
    """Of the crates that are compared, from the lock file."""
    wanted = {
        "async-stripe-webhook", "aws-lc-rs", "axum", "base64", "base64-simd", "base64ct", "const-hex",
        "hex", "hmac", "hyper", "ring", "serde", "serde_json", "sha2", "simd-json", "sonic-rs",
        "standardwebhooks", "svix", "webhook-kit", "webhook-verify",
    }
    found = re.findall(r'name = "([^"]+)"\nversion = "([^"]+)"', lock.read_text())
    return {name: version for name, version in found if name in wanted}


name, flags = processor()
print(json.dumps({
    "date": datetime.date.today().isoformat(),
    "commit": said("git", "rev-parse", "--short", "HEAD"),
    "processor": name,
    "flags": flags,
    "cores": os.cpu_count(),
    "system": f"{os.uname().sysname} {os.uname().release.split('-')[0]}, {os.uname().machine}",
    "rustc": said(os.environ.get("RUSTC", "rustc"), "--version"),
    "load": os.getloadavg()[0],
    "short": "--short" in sys.argv,
    "versions": versions(pathlib.Path("Cargo.lock")),
}, indent=2))
