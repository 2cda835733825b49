//! `webhook listen` for people and programs: recording, forwarding, answering.

use std::{
    fs,
    io::{Read as _, Write as _},
    net::{TcpListener, TcpStream},
    process::Stdio,
};

use crate::program::{Half, Listener, SECRET, file, folder, key, receiver, run, run_with, webhook};

#[test]
fn recordings_are_read_back_by_verify_and_replay() {
    let folder = folder("recordings");
    let kept = folder.join("kept");
    let mut listener =
        Listener::start(&["ratio", "--record", kept.to_str().expect("UTF-8"), "--count", "3"]);
    let address = listener.address("ratio");
    let body = r#"{"id":"a","event":"KYC_UPDATED","data":{"é":"\u00e9"}}"#;
    let sent = run_with(body.as_bytes(), &["send", "ratio", &address, "--body", "-"]);
    assert_eq!(sent.code, 0, "{}{}", sent.out, sent.err);
    let seen = listener.next().expect("a request");
    assert_eq!(seen["event"], "KYC_UPDATED");
    let recording = seen["file"].as_str().expect("a file").to_owned();
    assert!(recording.ends_with("0001-ratio-genuine.http"), "{recording}");

    let verified = run(&["verify", "ratio", &recording, "--json"]);
    assert_eq!(verified.code, 0, "{}{}", verified.out, verified.err);
    assert_eq!(verified.json()["id"], "a");
    // It counts as of when it came: long after, it is stale.
    assert_eq!(run(&["verify", "ratio", &recording, "--at", "+1d"]).code, 1);
    let tolerant = run(&["verify", "ratio", &recording, "--at", "+1d", "--tolerance", "2d"]);
    assert_eq!(tolerant.code, 0, "{}", tolerant.out);

    let replayed = run(&["send", "ratio", &address, "--replay", &recording, "--json"]);
    assert_eq!(replayed.code, 0, "{}{}", replayed.out, replayed.err);
    assert_eq!(listener.next().expect("a request")["outcome"], "repeated");

    // One byte of the recorded body is changed.
    let changed = fs::read(&recording).expect("a recording");
    let at = changed.windows(4).position(|four| four == b"KYC_").expect("the event");
    let mut changed = changed;
    changed[at] = b'k';
    let changed = file(&folder, "changed.http", changed);
    assert_eq!(run(&["verify", "ratio", &changed]).code, 1);
    assert_eq!(run(&["send", "ratio", &address, "--replay", &changed, "--expect", "401"]).code, 0);
    assert_eq!(listener.next().expect("a request")["outcome"], "refused");
    assert!(listener.next().is_none(), "it ends after three requests");
    assert_eq!(listener.wait(), 0);
}

#[test]
#[cfg(unix)]
fn recordings_are_their_owners_alone_and_are_never_overwritten() {
    use std::os::unix::fs::PermissionsExt as _;
    let kept = folder("private").join("kept");
    for expected in ["0001-fincra-genuine.http", "0002-fincra-genuine.http"] {
        let mut listener =
            Listener::start(&["fincra", "--count", "1", "--record", kept.to_str().expect("UTF-8")]);
        run(&["send", "fincra", &listener.address("fincra")]);
        let seen = listener.next().expect("a request");
        let recording = seen["file"].as_str().expect("a file");
        assert!(recording.ends_with(expected), "{recording}");
        let mode = fs::metadata(recording).expect("a file").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    let mode = fs::metadata(&kept).expect("a folder").permissions().mode();
    assert_eq!(mode & 0o777, 0o700);
}

#[test]
fn genuine_deliveries_are_forwarded_and_others_are_not() {
    let mut behind = Listener::start(&["fincra", "--answer", "207"]);
    let target = format!("{}hooks?from=outside", behind.address("fincra"));
    let mut front = Listener::start(&["fincra", "--forward", &target]);
    let address = front.address("fincra");

    let sent = run(&["send", "fincra", &address, "--json"]);
    assert_eq!(sent.json()["status"], 207, "the answer is that of the server behind");
    let seen = front.next().expect("a request");
    assert_eq!(seen["forwarded"]["status"], 207);
    let forwarded = behind.next().expect("a request");
    assert_eq!(
        (&forwarded["outcome"], &forwarded["uri"]),
        (&"genuine".into(), &"/hooks?from=outside".into())
    );

    assert_eq!(run(&["send", "fincra", &address, "--secret", "x"]).code, 1);
    assert!(front.next().expect("a request")["forwarded"].is_null());
    // The next that the server behind sees is another genuine one, not the refused one.
    run(&["send", "fincra", &address]);
    assert_eq!(behind.next().expect("a request")["outcome"], "repeated");
    drop(behind);

    let lost = run(&["send", "fincra", &address, "--json"]);
    assert_eq!((lost.code, &lost.json()["status"]), (1, &502.into()));
}

/// RFC 9110, 7.6.1: what a `Connection` names ends there, whatever it is called.
#[test]
fn headers_that_a_connection_names_are_not_forwarded() {
    let kept = folder("hop-by-hop").join("kept");
    let mut behind = Listener::start(&["fincra", "--record", kept.to_str().expect("UTF-8")]);
    let front = Listener::start(&["fincra", "--forward", &behind.address("fincra")]);
    let signed = run(&["sign", "fincra", "--data", "{}", "--http"]).out;
    let (first, rest) = signed.split_once('\n').expect("a request line");
    let hops = "connection: x-hop, close\r\nconnection: X-Other\r\nx-hop: secret-one\r\n\
        x-other: secret-two\r\nx-end: to-end\r\nte: trailers\r\n";
    let answer =
        raw(&front.address("fincra"), format!("{}\r\n{hops}{rest}", first.trim_end()).as_bytes());
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    let seen = behind.next().expect("a request");
    assert_eq!(seen["outcome"], "genuine");
    let file = seen["file"].as_str().expect("a file");
    let recorded = fs::read_to_string(file).expect("a recording");
    for hop in ["secret-one", "secret-two", "trailers"] {
        assert!(!recorded.contains(hop), "{recorded}");
    }
    assert!(recorded.contains("to-end"), "{recorded}");
}

/// A line that begins as ours do would be taken for a verdict.
#[test]
fn no_line_of_a_body_looks_like_a_line_of_the_listeners() {
    let port = TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr());
    let port = port.expect("a free port").port();
    let mut command = receiver();
    command.args(["listen", "fincra", "--bodies", "--count", "1", "--port", &port.to_string()]);
    let mut child = command.stdout(Stdio::piped()).spawn().expect("the program runs");
    let mut lines = child.stdout.take().expect("a pipe");
    let address = format!("127.0.0.1:{port}");
    while TcpStream::connect(&address).is_err() {
        assert!(child.try_wait().expect("a child").is_none(), "it ended by itself");
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    let forged = "{}\n12:00:00  200  genuine    charge.successful\n\r\n12:00:01  200  genuine\n";
    let request = format!(
        "POST / HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncontent-length: {}\r\n\r\n{forged}",
        forged.len()
    );
    let answer = raw(&address, request.as_bytes());
    assert!(answer.starts_with("HTTP/1.1 401"), "{answer}");
    let mut shown = String::new();
    lines.read_to_string(&mut shown).expect("what it tells");
    child.wait().expect("it ends");
    assert!(shown.contains("charge.successful"), "the body is shown: {shown}");
    for line in shown.lines().filter(|line| line.contains("genuine")) {
        assert!(line.starts_with("        | "), "{line:?} in {shown}");
    }
}

/// A request that no well-behaved client sends.
fn raw(address: &str, request: &[u8]) -> String {
    let host = address.trim_start_matches("http://").trim_end_matches('/');
    let mut stream = TcpStream::connect(host).expect("the listener");
    stream.write_all(request).expect("a request");
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).into_owned()
}

#[test]
fn whatever_arrives_is_answered_and_told() {
    let mut listener = Listener::start(&["fincra", "--limit", "10"]);
    let address = listener.address("fincra");
    let answers = |request: &str, status: &str| {
        let answer = raw(&address, request.as_bytes());
        assert!(answer.starts_with(&format!("HTTP/1.1 {status}")), "{request:?}: {answer:?}");
    };
    answers("GET / HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n", "405");
    assert_eq!(listener.next().expect("a request")["method"], "GET");
    answers("POST / HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncontent-length: 11\r\n\r\n", "413");
    let seen = listener.next().expect("a request");
    assert_eq!(seen["why"], "the body is larger than the limit");
    let chunks = "POST / HTTP/1.1\r\nhost: a\r\nconnection: close\r\ntransfer-encoding: chunked\r\n\r\n\
         b\r\n01234567890\r\n0\r\n\r\n";
    answers(chunks, "413");
    assert_eq!(listener.next().expect("a request")["status"], 413);
    answers(
        "POST / HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncontent-length: 2\r\n\r\n{}",
        "401",
    );
    assert_eq!(listener.next().expect("a request")["why"], "the header `signature` is missing");
    answers("nonsense\r\n\r\n", "400");
}

#[test]
fn of_several_providers_the_path_decides() {
    let mut listener = Listener::start(&["fincra", "ratio"]);
    let address = listener.address("fincra");
    assert_eq!(run(&["send", "fincra", &format!("{address}/../hooks/fincra/")]).code, 0);
    assert_eq!(listener.next().expect("a request")["provider"], "fincra");
    let nowhere = run(&["send", "fincra", &address.replace("fincra", "nowhere"), "--json"]);
    assert_eq!((nowhere.code, &nowhere.json()["status"]), (1, &404.into()));
    assert!(listener.next().expect("a request")["provider"].is_null());
}

#[test]
fn nobody_writes_to_the_owners_terminal() {
    let mut listener = Listener::start(&["fincra"]);
    let address = listener.address("fincra");
    let data = r#"{"event":"\u001b[2J\u009b31m\nx","data":{"id":"\u001b]0;mine\u0007"}}"#;
    assert_eq!(run(&["send", "fincra", &address, "--data", data]).code, 0);
    assert_eq!(listener.next().expect("a request")["event"], "\u{1b}[2J\u{9b}31m\nx");

    let request = run(&["sign", "fincra", "--data", data, "--http"]);
    let shown = run_with(request.out.as_bytes(), &["verify", "fincra", "-"]);
    assert_eq!(shown.code, 0, "{}", shown.err);
    assert!(shown.out.chars().all(|c| c == '\n' || !c.is_control()), "{:?}", shown.out);
    assert_eq!(shown.out.lines().count(), 2, "{:?}", shown.out);
}

#[test]
fn secrets_of_each_provider_are_its_own() {
    let folder = folder("secrets");
    let secret = file(&folder, "secret", format!("{SECRET}\n"));
    let request = run(&["sign", "fincra", "--data", "{}", "--http", "--secret-file", &secret]).out;
    let verify = |name: &str, value: &str| {
        let path = file(&folder, "request.http", &request);
        let mut command = webhook();
        command.env_remove("WEBHOOK_SECRET").env(name, value).args(["verify", "fincra", &path]);
        command.output().expect("the program runs").status.code()
    };
    assert_eq!(verify("FINCRA_WEBHOOK_SECRET", SECRET), Some(0));
    assert_eq!(verify("RATIO_WEBHOOK_SECRET", SECRET), Some(4));
    assert_eq!(verify("WEBHOOK_SECRET", "another"), Some(1));
    assert_eq!(verify("WEBHOOK_SECRET", " "), Some(4));
}

#[test]
fn what_a_private_key_signs_the_public_key_verifies() {
    let folder = folder("keys");
    let [private, public] = [("private", Half::Private), ("public", Half::Public)]
        .map(|(name, half)| file(&folder, name, key("ed25519", half)));
    let declared = "[[provider]]\nname = \"acme\"\nalgo = \"ed25519\"\nheader = \"x-signature\"\n\
         message = \"{timestamp}{body}\"\ntimestamp = { header = \"x-time\", unit = \"seconds\", tolerance = \"5m\" }\n";
    let declared = file(&folder, "acme.toml", declared);
    let mut listener =
        Listener::start(&["acme", "--declarations", &declared, "--secret-file", &public]);
    let address = listener.address("acme");
    let send = |key: &str, more: &[&str]| {
        let arguments =
            ["send", "acme", &address, "--declarations", &declared, "--secret-file", key];
        run(&[&arguments[..], more].concat())
    };
    let genuine = send(&private, &[]);
    assert_eq!(genuine.code, 0, "{}{}", genuine.out, genuine.err);
    assert_eq!(listener.next().expect("a request")["outcome"], "genuine");
    let tampered = send(&private, &["--tamper", "newline-added"]);
    assert_eq!(tampered.code, 0, "{}{}", tampered.out, tampered.err);
    assert_eq!(listener.next().expect("a request")["outcome"], "refused");
    // Nobody signs with a public key, nor with no key.
    for key in [public, file(&folder, "none", "no key")] {
        let none = send(&key, &[]);
        assert_eq!(none.code, 4, "{}{}", none.out, none.err);
        assert!(none.err.contains("has to be a private key"), "{}", none.err);
    }
}
