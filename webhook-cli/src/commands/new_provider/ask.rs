//! Asking for the keys of a declaration.

use std::io::BufRead;

use webhook_kit::grammar::Algorithm;

use super::{
    keys::{Keys, Options},
    say,
};
use crate::{
    failure::Failure,
    output::{BAD, FAINT, NAME},
};

/// A question: which key it is about, perhaps one of its own keys, what is asked, what an answer of
/// nothing means, and when it is of any use.
struct Question {
    key: &'static str,
    own: Option<&'static str>,
    text: &'static str,
    otherwise: &'static str,
    applies: fn(&Options) -> bool,
}

fn always(_: &Options) -> bool {
    true
}

fn has_timestamp(declaration: &Options) -> bool {
    let says = |text: &str| text.contains("{timestamp}");
    declaration.format.as_ref().is_some_and(|format| says(&format.value))
        || declaration.message.iter().any(|message| says(&message.value))
}

fn lacks_timestamp_place(declaration: &Options) -> bool {
    let in_format = |format: &str| format.contains("{timestamp}");
    has_timestamp(declaration)
        && !declaration.format.as_ref().is_some_and(|format| in_format(&format.value))
}

fn is_weak(declaration: &Options) -> bool {
    let word = declaration.algo.as_ref().map(|algo| algo.value.as_str());
    word.and_then(Algorithm::from_word).is_some_and(Algorithm::is_weak)
}

const QUESTIONS: &[Question] = &[
    Question {
        key: "docs",
        own: None,
        text: "Where are its webhooks documented?",
        otherwise: "nowhere",
        applies: always,
    },
    Question {
        key: "algo",
        own: None,
        text: "How does it sign? sha1, sha256, sha512 (HMAC), ed25519, token, ..",
        otherwise: "sha256",
        applies: always,
    },
    Question {
        key: "weak",
        own: None,
        text: "That is weak. Why is it used?",
        otherwise: "",
        applies: is_weak,
    },
    Question {
        key: "header",
        own: None,
        text: "Which header carries the signature?",
        otherwise: "",
        applies: |declaration| declaration.signature.is_none(),
    },
    Question {
        key: "encoding",
        own: None,
        text: "In which form? hex, base64, base64url, ..",
        otherwise: "hex",
        applies: always,
    },
    Question {
        key: "format",
        own: None,
        text: "How is the header's value built? As in `sha256={signature}` or `t={timestamp},v1={signature}`",
        otherwise: "{signature}",
        applies: always,
    },
    Question {
        key: "message",
        own: None,
        text: "What is signed? As in `{timestamp}.{body}`",
        otherwise: "{body}",
        applies: always,
    },
    Question {
        key: "timestamp",
        own: Some("header"),
        text: "Which header carries the timestamp?",
        otherwise: "",
        applies: lacks_timestamp_place,
    },
    Question {
        key: "timestamp",
        own: Some("unit"),
        text: "In which unit? seconds, milliseconds, rfc3339, http-date, auto",
        otherwise: "auto",
        applies: has_timestamp,
    },
    Question {
        key: "timestamp",
        own: Some("tolerance"),
        text: "How far may it be from now? As in `5m`",
        otherwise: "any distance",
        applies: has_timestamp,
    },
    Question {
        key: "secret_encoding",
        own: None,
        text: "How is the secret read? utf8, hex, base64",
        otherwise: "utf8",
        applies: always,
    },
    Question {
        key: "event_type",
        own: None,
        text: "Where is the name of the event? As in `/type` or `header:x-event`",
        otherwise: "nowhere",
        applies: always,
    },
    Question {
        key: "id",
        own: None,
        text: "Where is the delivery's id? As in `/id`",
        otherwise: "nowhere",
        applies: always,
    },
    Question {
        key: "payload",
        own: None,
        text: "Where is the event's payload? As in `/data`",
        otherwise: "the whole body",
        applies: always,
    },
];

/// Asks for what no option says, until every answer can be right.
pub(super) fn ask(name: &str, keys: &mut Keys, answers: &mut dyn BufRead) -> Result<(), Failure> {
    say(format_args!("{FAINT}An empty answer means what stands in brackets.{FAINT:#}"));
    for question in QUESTIONS {
        let said = keys.says(question.key, question.own);
        if said || !(question.applies)(&keys.declaration(name).0) {
            continue;
        }
        loop {
            let brackets = if question.otherwise.is_empty() {
                String::new()
            } else {
                format!(" {FAINT}[{}]{FAINT:#}", question.otherwise)
            };
            say(format_args!("{NAME}{}{NAME:#}{brackets}", question.text));
            let answer = line(answers)?;
            if answer.is_empty() {
                // What must be said is asked again; the check after the questions names the rest.
                if question.otherwise.is_empty() {
                    continue;
                }
                // A unit has to be said, and there is one that fits all numbers.
                if question.own == Some("unit") {
                    keys.say(question.key, question.own, question.otherwise);
                }
                break;
            }
            keys.say(question.key, question.own, &answer);
            let flag = format!("--{}", question.key.replace('_', "-"));
            let problems = keys.declaration(name).0.check_each("NAME");
            let Some(wrong) = problems.iter().find(|one| one.span == flag) else { break };
            say(format_args!("{BAD}{}{BAD:#}", wrong.sentence));
            keys.take_back(question.key);
        }
    }
    Ok(())
}

/// More than any answer.
const MAX_LINE: u64 = 4096;

fn line(answers: &mut dyn BufRead) -> Result<String, Failure> {
    let mut line = String::new();
    let read = std::io::Read::take(answers, MAX_LINE).read_line(&mut line);
    match read {
        Ok(length) if length > 0 => Ok(line.trim().to_owned()),
        Ok(_) => Err(Failure::Usage {
            what: "the answers ended before the questions did".to_owned(),
            remedy: "say by options what cannot be asked: `webhook new-provider --help`",
        }),
        Err(error) => Err(Failure::File { path: "-".into(), error }),
    }
}
