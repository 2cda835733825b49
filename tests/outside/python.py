"""Runs what `webhook show --python` prints: it has to take what the provider would send, and to refuse
what was changed. For every provider that it is written for.

    bash .ci/outside-verifiers
"""

import json
import os
import subprocess
import sys

PROGRAM = os.environ["WEBHOOK"]
SECRET = "6d1d475adef242e59a648335288ee80b"
ADDRESS = "https://example.com/hooks?tenant=7"


def webhook(*args):
    env = dict(os.environ, WEBHOOK_SECRET=SECRET)
    return subprocess.run([PROGRAM, *args], env=env, capture_output=True)


def request(provider, *more):
    made = webhook("sign", provider, ADDRESS, "--json", *more)
    assert made.returncode == 0, (provider, made.stderr)
    made = json.loads(made.stdout)
    return dict(made["headers"]), made["body"].encode()


def main():
    listed = [json.loads(line) for line in webhook("providers", "--json").stdout.splitlines()]
    compared, left_out, failures = 0, [], []
    for provider in listed:
        name = provider["name"]
        shown = webhook("show", name, "--python")
        if shown.returncode == 2:
            left_out.append(name)
            continue
        assert shown.returncode == 0, (name, shown.stderr)
        module = {}
        exec(compile(shown.stdout, name, "exec"), module)
        verify = next(value for key, value in module.items() if key.startswith("verify_"))
        headers, body = request(name)
        expected = [
            ("genuine", verify(headers, body, SECRET, ADDRESS), True),
            ("another secret", verify(headers, body, SECRET.replace("6", "7"), ADDRESS), False),
            ("no headers", verify({}, body, SECRET, ADDRESS), False),
        ]
        # Where the signature covers no body, the declaration says why.
        if provider["unsigned"] is None and provider["algorithm"] not in ("token", "basic"):
            expected.append(("changed", verify(headers, body + b" ", SECRET, ADDRESS), False))
        if provider.get("tolerance_seconds"):
            old = request(name, "--at", f"-{provider['tolerance_seconds'] + 60}s")
            expected.append(("stale", verify(*old, SECRET, ADDRESS), False))
        for what, is_taken, should in expected:
            compared += 1
            if is_taken is not should:
                failures.append(f"{name}: {what} is {'taken' if is_taken else 'refused'}")
    print(f"{compared} comparisons over {len(listed) - len(left_out)} providers in Python, "
          f"{len(failures)} failures; not written for: {', '.join(left_out)}")
    print("".join(f"  {failure}\n" for failure in failures), end="")
    return 1 if failures or compared == 0 else 0


sys.exit(main())
