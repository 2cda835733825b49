//! What `send` sends, `listen` takes, over loopback HTTP: every provider, genuine and not.

use serde_json::Value;
use webhook_kit::{providers, testing::Tamper};

use crate::program::{Listener, content, run};

#[test]
fn every_provider_is_taken_if_genuine_and_refused_if_not() {
    let names: Vec<&str> = providers::all().iter().map(|entry| entry.scheme.name()).collect();
    assert!(names.len() >= 5);
    let mut listener = Listener::start(&names);
    let mut count = 0;
    for name in &names {
        let address = listener.address(name);
        let genuine = run(&[&["send", name, &address, "--json"], &content(name)[..]].concat());
        assert_eq!(genuine.code, 0, "{name}: {}{}", genuine.out, genuine.err);
        let seen = listener.next().expect("a request");
        assert_eq!(
            (&seen["provider"], &seen["outcome"]),
            (&(*name).into(), &"genuine".into()),
            "{seen}"
        );
        assert_eq!(genuine.json()["status"], seen["status"]);

        // Everything that can be done to it, one after another.
        let tampered =
            run(&[&["send", name, &address, "--json", "--tamper", "all"], &content(name)[..]]
                .concat());
        for sent in tampered.out.lines() {
            let sent: Value = serde_json::from_str(sent).expect("JSON");
            let seen = listener.next().expect("a request");
            assert_eq!(sent["status"], seen["status"], "{name}");
            assert_ne!(sent["must_be_refused"], seen["genuine"], "{sent} {seen}");
            assert_eq!(seen["genuine"], seen["why"].is_null(), "{seen}");
            count += 1;
        }
        assert_eq!(tampered.code, 0, "{name}: {}{}", tampered.out, tampered.err);
    }
    println!("{count} tampered deliveries of {} providers", names.len());
    assert!(count >= 10 * names.len(), "{count} of {} providers", names.len());
}

#[test]
fn one_way_to_tamper_is_named() {
    let listener = Listener::start(&["ratio", "fincra"]);
    let (ratio, fincra) = (listener.address("ratio"), listener.address("fincra"));
    for tamper in [Tamper::Stale, Tamper::BodyByte, Tamper::SignatureMissing] {
        let ran = run(&["send", "ratio", &ratio, "--tamper", tamper.as_str()]);
        assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
        assert!(ran.out.starts_with("refused"), "{}", ran.out);
        assert!(ran.out.contains(tamper.as_str()), "{}", ran.out);
    }
    // Fincra signs no time: nothing can be stale.
    assert_eq!(run(&["send", "fincra", &fincra, "--tamper", "stale"]).code, 2);
    let slip = run(&["send", "fincra", &fincra, "--tamper", "stael"]);
    assert_eq!(slip.code, 2);
    assert!(slip.err.contains("did you mean `stale`?"), "{}", slip.err);
}

/// A receiver that takes everything is found out.
#[test]
fn what_is_taken_and_must_not_be_is_said() {
    let server = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = format!("http://{}/", server.local_addr().expect("an address"));
    std::thread::spawn(move || {
        for stream in server.incoming() {
            let mut stream = stream.expect("a client");
            std::thread::spawn(move || {
                use std::io::{Read as _, Write as _};
                let mut request = [0; 8192];
                let _ = stream.read(&mut request);
                let _ = stream.write_all(
                    b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\nconnection: close\r\n\r\n",
                );
            });
        }
    });
    let ran = run(&["send", "fincra", &address, "--tamper", "all"]);
    assert_eq!(ran.code, 1, "{}{}", ran.out, ran.err);
    assert!(ran.out.contains("TAKEN              body-byte"), "{}", ran.out);
    assert!(ran.out.contains("taken, harmless    unknown-header"), "{}", ran.out);
}

#[test]
fn many_are_sent_at_a_rate_and_summed_up() {
    let mut listener = Listener::start(&["fincra"]);
    let address = listener.address("fincra");
    let arguments = ["send", "fincra", &address, "--repeat", "40", "--connections", "4", "--json"];
    let all = run(&[&arguments[..], &["--new-ids"]].concat());
    let summary = all.json();
    assert_eq!(all.code, 0, "{summary}");
    assert_eq!(summary["statuses"], serde_json::json!({ "200": 40 }));
    assert_eq!((&summary["good"], &summary["unanswered"]), (&40.into(), &0.into()));
    for _ in 0..40 {
        assert_eq!(listener.next().expect("a request")["outcome"], "genuine", "each has its id");
    }
    let latency = &summary["latency_microseconds"];
    assert!(latency["p50"].as_u64() <= latency["max"].as_u64(), "{latency}");
    assert!(latency["min"].as_u64() > Some(0), "{latency}");

    // One at a time: what comes again while it is being handled is told to come later.
    let one = ["send", "fincra", &address, "--repeat", "40", "--connections", "1", "--json"];
    let repeated = run(&one);
    assert_eq!(repeated.code, 0, "{}{}", repeated.out, repeated.err);
    assert_eq!(repeated.json()["statuses"], serde_json::json!({ "200": 40 }));

    // The last of 40 is due after 39 / 200 of a second.
    let paced = run(&[&arguments[..], &["--rate", "200"]].concat()).json();
    assert!(paced["seconds"].as_f64() >= Some(0.19), "{paced}");

    let refused = run(&[&arguments[..], &["--secret", "another"]].concat());
    assert_eq!(refused.code, 1);
    assert_eq!(refused.json()["statuses"], serde_json::json!({ "401": 40 }));
}
