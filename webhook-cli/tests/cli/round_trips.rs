//! What `send` sends, `listen` takes, over loopback HTTP: every provider, genuine and not.

use webhook_kit::providers::{self, Entry};

use crate::program::{Listener, run};

/// What stands on the command line for a delivery of a provider.
fn content(entry: &Entry) -> [&'static str; 2] {
    match entry.samples.first() {
        Some(sample) => ["--sample", sample.name],
        None => ["--data", "{}"],
    }
}

#[test]
fn every_provider_is_taken_if_genuine_and_refused_if_not() {
    let names: Vec<&str> = providers::all().iter().map(|entry| entry.scheme.name()).collect();
    assert!(names.len() >= 5);
    let mut listener = Listener::start(&names);
    for entry in providers::all() {
        let name = entry.scheme.name();
        let address = listener.address(name);
        let send = |more: &[&str]| {
            let arguments = [&["send", name, &address], &content(entry)[..], more].concat();
            run(&arguments)
        };

        let genuine = send(&["--json"]);
        assert_eq!(genuine.code, 0, "{name}: {}{}", genuine.out, genuine.err);
        let seen = listener.next().expect("a request");
        assert_eq!(
            (&seen["provider"], &seen["outcome"]),
            (&name.into(), &"genuine".into()),
            "{seen}"
        );
        assert_eq!(genuine.json()["status"], seen["status"]);

        let forged = send(&["--secret", "another-secret-of-somebody-else-"]);
        // Where a key has another form, that is noticed before anything is sent.
        if forged.code != 4 {
            assert_eq!(forged.code, 1, "{name}: {}{}", forged.out, forged.err);
            let seen = listener.next().expect("a request");
            assert_eq!((&seen["outcome"], &seen["genuine"]), (&"refused".into(), &false.into()));
            assert!(seen["why"].is_string(), "{seen}");
        }

        let has_tolerance = entry.scheme.timestamp().is_some_and(|time| time.tolerance.is_some());
        if has_tolerance {
            let stale = send(&["--at", "-2d", "--expect", "401"]);
            assert_eq!(stale.code, 0, "{name}: {}{}", stale.out, stale.err);
            let why = listener.next().expect("a request")["why"].to_string();
            assert!(why.contains("s ago"), "{name}: {why}");
        }
    }
}

#[test]
fn many_are_sent_at_a_rate_and_summed_up() {
    let listener = Listener::start(&["fincra"]);
    let address = listener.address("fincra");
    let arguments = ["send", "fincra", &address, "--repeat", "40", "--connections", "4", "--json"];
    let all = run(&arguments);
    let summary = all.json();
    assert_eq!(all.code, 0, "{summary}");
    assert_eq!(summary["statuses"], serde_json::json!({ "200": 40 }));
    assert_eq!((&summary["good"], &summary["unanswered"]), (&40.into(), &0.into()));
    let latency = &summary["latency_microseconds"];
    assert!(latency["p50"].as_u64() <= latency["max"].as_u64(), "{latency}");
    assert!(latency["min"].as_u64() > Some(0), "{latency}");

    // The last of 40 is due after 39 / 200 of a second.
    let paced = run(&[&arguments[..], &["--rate", "200"]].concat()).json();
    assert!(paced["seconds"].as_f64() >= Some(0.19), "{paced}");

    let refused = run(&[&arguments[..], &["--secret", "another"]].concat());
    assert_eq!(refused.code, 1);
    assert_eq!(refused.json()["statuses"], serde_json::json!({ "401": 40 }));
}
