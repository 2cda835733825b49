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

/// A question: which option it is about, what is asked, what an answer of nothing means, and when it
/// is of any use.
struct Question {
    flag: &'static str,
    text: &'static str,
    otherwise: &'static str,
    keys: fn(&mut Keys) -> &mut Vec<String>,
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
        flag: "--docs",
        text: "Where are its webhooks documented?",
        otherwise: "nowhere",
        keys: |keys| &mut keys.docs,
        applies: always,
    },
    Question {
        flag: "--algo",
        text: "How does it sign? sha1, sha256, sha512 (HMAC), ed25519, token, ..",
        otherwise: "sha256",
        keys: |keys| &mut keys.algo,
        applies: always,
    },
    Question {
        flag: "--weak",
        text: "That is weak. Why is it used?",
        otherwise: "",
        keys: |keys| &mut keys.weak,
        applies: is_weak,
    },
    Question {
        flag: "--header",
        text: "Which header carries the signature?",
        otherwise: "",
        keys: |keys| &mut keys.header,
        applies: |declaration| declaration.signature.is_none(),
    },
    Question {
        flag: "--encoding",
        text: "In which form? hex, base64, base64url, ..",
        otherwise: "hex",
        keys: |keys| &mut keys.encoding,
        applies: always,
    },
    Question {
        flag: "--format",
        text: "How is the header's value built? As in `sha256={signature}` or `t={timestamp},v1={signature}`",
        otherwise: "{signature}",
        keys: |keys| &mut keys.format,
        applies: always,
    },
    Question {
        flag: "--message",
        text: "What is signed? As in `{timestamp}.{body}`",
        otherwise: "{body}",
        keys: |keys| &mut keys.message,
        applies: always,
    },
    Question {
        flag: "--timestamp-header",
        text: "Which header carries the timestamp?",
        otherwise: "",
        keys: |keys| &mut keys.timestamp_header,
        applies: lacks_timestamp_place,
    },
    Question {
        flag: "--timestamp-unit",
        text: "In which unit? seconds, milliseconds, rfc3339, http-date, auto",
        otherwise: "auto",
        keys: |keys| &mut keys.timestamp_unit,
        applies: has_timestamp,
    },
    Question {
        flag: "--timestamp-tolerance",
        text: "How far may it be from now? As in `5m`",
        otherwise: "any distance",
        keys: |keys| &mut keys.timestamp_tolerance,
        applies: has_timestamp,
    },
    Question {
        flag: "--key",
        text: "How does the secret become a key? utf8, hex, base64",
        otherwise: "utf8",
        keys: |keys| &mut keys.key,
        applies: always,
    },
    Question {
        flag: "--event",
        text: "Where does the event's name stand? As in `/type` or `header:x-event`",
        otherwise: "nowhere",
        keys: |keys| &mut keys.event,
        applies: always,
    },
    Question {
        flag: "--id",
        text: "Where does the delivery's id stand? As in `/id`",
        otherwise: "nowhere",
        keys: |keys| &mut keys.id,
        applies: always,
    },
    Question {
        flag: "--payload",
        text: "Where does the event's payload stand? As in `/data`",
        otherwise: "the whole body",
        keys: |keys| &mut keys.payload,
        applies: always,
    },
];

/// Asks for what no option says, until every answer can be right.
pub(super) fn ask(name: &str, keys: &mut Keys, answers: &mut dyn BufRead) -> Result<(), Failure> {
    say(format_args!("{FAINT}An empty answer means what stands in brackets.{FAINT:#}"));
    for question in QUESTIONS {
        if !(question.keys)(keys).is_empty() || !(question.applies)(&keys.declaration(name)) {
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
                if question.flag == "--timestamp-unit" {
                    (question.keys)(keys).push(question.otherwise.to_owned());
                }
                break;
            }
            (question.keys)(keys).push(answer);
            let problems = keys.declaration(name).check_each("NAME");
            let Some(wrong) = problems.iter().find(|one| one.span == question.flag) else { break };
            say(format_args!("{BAD}{}{BAD:#}", wrong.sentence));
            (question.keys)(keys).pop();
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
