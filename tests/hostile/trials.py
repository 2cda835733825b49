"""Takes one protection away at a time, and notes which tests fail: python3 tests/hostile/trials.py

Works on a copy of the tracked files in a folder of its own, given as the argument (its `target` is
reused if there is one), and appends the rows of docs/trials.md to `trials.txt` there; further
arguments choose trials by their names. Exits 1 if a trial fails no test
and is not one of those that are known to be invisible to tests of behaviour.
"""

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
TESTS = ["--test", "hostile", "--test", "endpoint", "--test", "signatures", "--test", "tracing"]

# What is taken away, the file, the text, its replacement, whether tests of behaviour can see it.
TRIALS = [
    ("the comparison of signatures", "verify/key.rs", "is_ok_and(|signature| *tag == CtOutput::new(signature))", "is_ok_and(|signature| *tag == CtOutput::new(signature) || true)", True),
    ("all but the first half of the comparison", "verify/key.rs", "Output::<T>::try_from(signature).is_ok_and(|signature| *tag == CtOutput::new(signature))", "{ let tag = tag.clone().into_bytes(); tag.iter().zip(signature).take(tag.len() / 2).all(|(a, b)| a == b) }", True),
    ("the constant time of the comparison", "verify/key.rs", "Output::<T>::try_from(signature).is_ok_and(|signature| *tag == CtOutput::new(signature))", "tag.clone().into_bytes().as_slice() == signature", False),
    ("the check of a decoded signature's length", "request/text_form.rs", "=> from_hex(text, into),", "=> from_hex(text.get(..into.len() * 2).unwrap_or(text), into),", True),
    ("the check that a timestamp is not stale", "request/timestamp.rs", "age if age > tolerance", "age if age > Duration::MAX", True),
    ("the check that a timestamp is not ahead", "request/timestamp.rs", "ahead if ahead > tolerance", "ahead if ahead > Duration::MAX", True),
    ("digits only in timestamps", "request/timestamp.rs", "if matches!(text, [] | [b'0', _, ..]) {", "if text.is_empty() {", True),
    ("the timestamp in the message", "verify/message.rs", "Part::Timestamp => Some(self.timestamp),", "Part::Timestamp => Some(&b\"\"[..]),", True),
    ("the agreement of two places of a timestamp", "verify/head.rs", "Some(other) if other != text =>", "Some(other) if other != text && false =>", True),
    ("the conflict of two timestamps in one header", "verify/head.rs", "_ => Self::Conflict,", "_ => Self::One(text),", True),
    ("the conflict of two headers", "request/headers.rs", "if values.any(|other| other != first)", "if values.any(|other| other != first) && false", True),
    ("the missing header", "verify/head.rs", "let text = header.value(&parts.headers)?.ok_or_else(|| header.missing())?;", "let text = header.value(&parts.headers)?.unwrap_or_default();", True),
    ("the further secrets of a rotation", "verify/key.rs", "let mut states = keys.iter().map(|key| key.state.clone());", "let mut states = keys.iter().take(1).map(|key| key.state.clone());", True),
    ("the further candidates of a header", "verify/candidates.rs", "self.len += usize::from(decoded(algorithm, encoding, text, place));", "self.len = usize::from(decoded(algorithm, encoding, text, place));", True),
    ("the refusal of blank secrets", "verify/keys.rs", "if is_blank(text) {", "if is_blank(text) && false {", True),
    ("the refusal of keys without content", "verify/keys.rs", "b\"\\0 \\t\\r\\n\".contains(byte));", "b\"\\0 \\t\\r\\n\".contains(byte) && false);", True),
    ("the refusal of no secret at all", "verify/setup.rs", "if secrets.is_empty() && source.is_none()", "if secrets.is_empty() && source.is_none() && false", True),
    ("the limit of a declared length", "endpoint/body.rs", "is_ok_and(|declared| declared <= limit)", "is_ok_and(|declared| declared <= limit || true)", True),
    ("the limit of a body", "verify/streaming.rs", "is_some_and(|len| len <= self.setup.limit)", "is_some_and(|len| len <= self.setup.limit || true)", True),
    ("the refusal of a body over the limit (it is cut)", "verify/streaming.rs", "if self.overflowed {\n            return Err(Rejection::BodyTooLarge { limit: self.setup.limit });\n        }", "", True),
    ("the end of reading at the limit", "endpoint/body.rs", "if !running.takes(data.remaining()) {\n            break;\n        }", "if !running.takes(data.remaining()) {\n            continue;\n        }", True),
    ("memory that follows what arrives", "endpoint/body.rs", "let body = pin!(body);\n    let mut frames = Frames::of(body, patience);\n    while let Some(mut data)", "let body = pin!(body);\n    running.push(Bytes::from(Vec::with_capacity(usize::try_from(body.size_hint().lower()).unwrap_or(0))));\n    let mut frames = Frames::of(body, patience);\n    while let Some(mut data)", True),
    ("the error of a body", "endpoint/body.rs", "let frame = frame.transpose();", "let frame = frame.and_then(Result::ok).map(Ok::<_, BoxError>).transpose();", True),
    ("the time of a body", "endpoint/body.rs", "end.as_mut().poll(cx).map(|()| Err(Rejection::BodyTimeout { timeout }))", "{ let _ = (end, timeout); Poll::Pending }", True),
    ("the time of a whole body (each frame has its own)", "endpoint/body.rs", "let frame = frame.transpose();", "let frame = frame.transpose();\n            self.wait = Wait::NotYet;", True),
    ("the method", "endpoint/run.rs", "let (parts, body) = request.into_parts();\n        if", "let (mut parts, body) = request.into_parts();\n        parts.method = Method::POST;\n        if", True),
    ("the source address", "endpoint/run.rs", "sources.check(&parts)?;", "let _ = sources.check(&parts);", True),
    ("the refusal of a doubled address header", "endpoint/source.rs", "if values.next().is_some()", "if values.next().is_some() && false", True),
    ("the claim", "endpoint/run.rs", "let (Some(claims), Some(id)) = (&self.claims, delivery.id()) else", "let (Some(claims), Some(id), true) = (&self.claims, delivery.id(), false) else", True),
    ("the order: claimed before it is verified, by its id in the body", "endpoint/run.rs", "let mut running = StreamingVerifier::new(&self.setup, parts);", "if let Some(claims) = &self.claims { let _ = self.claim(claims, ClaimKey::new(self.setup.scheme.name(), b\"evt_1\")).await; }\n        let mut running = StreamingVerifier::new(&self.setup, parts);", True),
    ("giving a claim back after a failure", "endpoint/run.rs", "Outcome::Rejected(_) => claim.release().await,", "Outcome::Rejected(_) => claim.complete(claims.keep, now).await,", True),
    ("giving a claim back when it is dropped", "claims/guard.rs", "if !self.is_held {", "if !self.is_held || true {", True),
    ("completing a claim", "endpoint/run.rs", "_ => claim.complete(claims.keep, now).await,", "_ => claim.release().await,", True),
    ("the acknowledgement of duplicates", "endpoint/run.rs", "Ok(Claimed::Done) => Err(Outcome::Repeated)", "Ok(Claimed::Done) => Err(Outcome::Rejected(Rejection::Signature))", True),
    ("the refusal of a delivery in progress (it is acknowledged)", "endpoint/run.rs", "Err(Outcome::Rejected(Rejection::InProgress { retry_after }))", "{ let _ = retry_after; Err(Outcome::Repeated) }", True),
    ("catching a handler's panic", "endpoint/run.rs", "match catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(cx)))", "match Ok::<_, Box<dyn Any + Send>>(future.as_mut().poll(cx))", True),
    ("the end of a lease", "claims/table.rs", "Some(Slot { state: State::Running, end, .. }) if now < end", "Some(Slot { state: State::Running, end, .. }) if now < end || true", True),
    ("the end of what is remembered", "claims/table.rs", "Some(Slot { state: State::Done, end, .. }) if now < end", "Some(Slot { state: State::Done, end, .. }) if now < end || true", True),
    ("the bound of the store in memory", "claims/table.rs", "None if self.slots.len() >= self.capacity", "None if self.slots.len() >= usize::MAX", True),
    ("the provider in a claim's key", "claims/key.rs", ".part(provider.as_bytes())", ".part(&provider.as_bytes()[..0])", True),
    ("that ids are of signed headers", "delivery/located.rs", "named.filter(|_| !self.is_id || is_signed(self.scheme, name))", "named", True),
    ("that ids are of signed events", "delivery/located.rs", "event.clone().filter(|_| is_event_signed)", "event.clone().filter(|_| is_event_signed || true)", True),
    ("that an id in a format is signed", "verify/head.rs", "if !self.text.is_empty() && setup.signs_id {", "if !self.text.is_empty() {", True),
    ("the refusal of a body whose id cannot be looked for", "event.rs", "        delivery.check_readable()?;\n        Ok(delivery.decode()?)", "        Ok(delivery.decode()?)", True),
    ("the body as it was authenticated (`body = \"json\"`)", "verify/streaming.rs", "body = form.into();", "let _ = form;", True),
    ("the hiding of a secret", "keys/secret.rs", "f.write_str(\"Secret(redacted)\")", "write!(f, \"{:?}\", &self.0[..])", True),
    ("the hiding of headers' values", "delivery/unsigned.rs", "flat_map(HeaderMap::keys).collect()", "flat_map(HeaderMap::iter).collect()", True),
    ("the hiding of values in logs", "endpoint/trace.rs", "let what = error.without_values();", "let what = error.to_string();", True),
    ("the same answer for every refusal", "rejection.rs", "let status = self.status();\n        let mut response = Response::new(problem(status));", "let status = self.status();\n        let mut response = Response::new(Bytes::from(self.to_string()));", True),
]


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
    for what, file, before, after, visible in TRIALS:
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
