"""Checks tests/vectors/hmac with Python's hmac: exit 1 where a tag is not as recorded."""

import hashlib
import hmac
import json
import pathlib
import sys

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "vectors" / "hmac"
wrong = []


def load(name):
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


def tag(algorithm, key, msg):
    return hmac.new(bytes.fromhex(key), bytes.fromhex(msg), getattr(hashlib, algorithm)).hexdigest()


for name in ("rfc2202_md5.json", "rfc2202.json", "rfc4231.json"):
    document = load(name)
    count = 0
    for case in document["cases"]:
        for algorithm in document["algorithms"]:
            computed = tag(algorithm, case["key"], case["msg"])
            if "truncated_to_bits" in case:
                computed = computed[: case["truncated_to_bits"] // 4]
            count += 1
            if computed != case[algorithm]:
                wrong.append(f"{name}: case {case['case']}, {algorithm}: {computed}")
    print(f"{name}: {count} tags")

for algorithm in ("sha1", "sha256", "sha384", "sha512"):
    name = f"wycheproof_hmac_{algorithm}.json"
    document = load(name)
    count = {"valid": 0, "invalid": 0}
    for group in document["testGroups"]:
        for test in group["tests"]:
            computed = tag(algorithm, test["key"], test["msg"])[: group["tagSize"] // 4]
            count[test["result"]] += 1
            if (computed == test["tag"]) != (test["result"] == "valid"):
                wrong.append(f"{name}: test {test['tcId']}: {computed}")
    if sum(count.values()) != document["numberOfTests"]:
        wrong.append(f"{name}: {sum(count.values())} of {document['numberOfTests']} tests")
    print(f"{name}: {count['valid']} valid, {count['invalid']} invalid")

for line in wrong:
    print(line, file=sys.stderr)
print("as recorded" if not wrong else f"{len(wrong)} differ")
sys.exit(1 if wrong else 0)
