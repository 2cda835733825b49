//! Published bodies, and the same with everything changed that was not asked for: members added, taken away,
//! made null, made texts.

use serde_json::{Value, json};
use webhook_kit::{payload, value::Timestamp};

#[payload("github", "pull_request.opened", "pull_request.closed")]
#[derive(Debug, PartialEq)]
struct Pull {
    action: String,
    number: u64,
    #[at("/pull_request/title")]
    title: String,
    #[at("/pull_request/merged_at")]
    merged_at: Option<Timestamp>,
    #[at("/pull_request/user")]
    author: Option<User>,
    #[at("/repository/full_name")]
    repository: String,
}

#[payload("github", "pull_request", at = "/pull_request/user")]
#[derive(Debug, PartialEq)]
struct User {
    login: String,
    id: i64,
}

#[payload("github", "issues")]
#[derive(Debug, PartialEq)]
struct Issue {
    action: String,
    #[at("/issue/number")]
    number: i64,
    #[at("/issue/labels")]
    labels: Option<Vec<Label>>,
}

#[payload("github", "issues", at = "/issue/labels/*")]
#[derive(Debug, PartialEq)]
struct Label {
    name: String,
}

#[payload("github", "push")]
#[derive(Debug, PartialEq)]
struct Push {
    #[at("/ref")]
    reference: String,
    after: String,
    commits: Vec<Commit>,
    forced: bool,
}

#[payload("github", "push", at = "/commits/*")]
#[derive(Debug, PartialEq)]
struct Commit {
    id: String,
    message: String,
    added: Option<Vec<String>>,
}

#[payload("github", "release.published")]
#[derive(Debug, PartialEq)]
struct Release {
    #[at("/release/tag_name")]
    tag: String,
    #[at("/release/draft")]
    draft: bool,
    #[at("/release/id")]
    id: u64,
}

/// Decodes as a type, and says what came of it.
type Decode = fn(&Value) -> Result<String, serde_json::Error>;

fn decode<T: for<'de> serde::Deserialize<'de> + std::fmt::Debug>(
    body: &Value,
) -> Result<String, serde_json::Error> {
    serde_json::from_str::<T>(&body.to_string()).map(|payload| format!("{payload:?}"))
}

/// A body, what decodes it, and the beginnings of the places that it was asked for.
fn cases() -> [(&'static str, Decode, &'static [&'static str]); 4] {
    [
        (
            include_str!("bodies/github.pull_request.json"),
            decode::<Pull>,
            &[
                "/action",
                "/number",
                "/pull_request/title",
                "/pull_request/merged_at",
                "/pull_request/user/login",
                "/pull_request/user/id",
                "/repository/full_name",
            ],
        ),
        (
            include_str!("bodies/github.issues.json"),
            decode::<Issue>,
            &["/action", "/issue/number", "/issue/labels/0/name"],
        ),
        (
            include_str!("bodies/github.push.json"),
            decode::<Push>,
            &["/ref", "/after", "/commits", "/forced"],
        ),
        (
            include_str!("bodies/github.release.json"),
            decode::<Release>,
            &["/release/tag_name", "/release/draft", "/release/id"],
        ),
    ]
}

/// The places of all members.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                let place = format!("{at}/{}", name.replace('~', "~0").replace('/', "~1"));
                found.push(place.clone());
                places(member, &place, found);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                places(item, &format!("{at}/{index}"), found);
            }
        }
        _ => {}
    }
}

#[test]
fn only_what_is_asked_for_matters() {
    for (text, decode, asked) in cases() {
        let body: Value = serde_json::from_str(text).unwrap();
        let published = decode(&body).unwrap();
        let mut all = Vec::new();
        places(&body, "", &mut all);
        let matters = |place: &str| {
            asked.iter().any(|asked| {
                let below = |inner: &str, outer: &str| {
                    inner
                        .strip_prefix(outer)
                        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
                };
                below(place, asked) || below(asked, place)
            })
        };
        let mut tried = 0;
        for place in all.iter().filter(|place| !matters(place)) {
            for value in [None, Some(Value::Null), Some(json!("another")), Some(json!([{"a": 1}]))]
            {
                let mut changed = body.clone();
                let (parent, name) = place.rsplit_once('/').unwrap();
                let parent = changed.pointer_mut(parent).unwrap().as_object_mut().unwrap();
                let name = name.replace("~1", "/").replace("~0", "~");
                match value {
                    Some(value) => parent.insert(name, value),
                    None => parent.remove(&name),
                };
                assert_eq!(decode(&changed).unwrap(), published, "{place}");
                tried += 1;
            }
        }
        assert!(tried > 300, "{tried} changes");
    }
}

#[test]
fn members_may_be_added_everywhere_and_actions_may_be_new() {
    fn add(value: &mut Value) {
        match value {
            Value::Object(members) => {
                members.values_mut().for_each(add);
                members.insert("a member of tomorrow".into(), json!({"with": ["anything"]}));
            }
            Value::Array(items) => items.iter_mut().for_each(add),
            _ => {}
        }
    }
    for (text, decode, _) in cases() {
        let mut body: Value = serde_json::from_str(text).unwrap();
        let published = decode(&body).unwrap();
        add(&mut body);
        assert_eq!(decode(&body).unwrap(), published);
        if body.get("action").is_some() {
            body["action"] = json!("of tomorrow");
            decode(&body).unwrap();
        }
    }
}

/// What may be absent may be of another kind, too.
#[test]
fn options_are_none() {
    let body: Value =
        serde_json::from_str(include_str!("bodies/github.pull_request.json")).unwrap();
    for value in [Value::Null, json!("text"), json!(7), json!([]), json!({"login": 7, "id": 1})] {
        let mut changed = body.clone();
        changed["pull_request"]["user"] = value;
        let pull: Pull = serde_json::from_str(&changed.to_string()).unwrap();
        assert_eq!(pull.author, None);
    }
}
