//! Bodies of the sizes and shapes that are measured. Made, not drawn: every run has the same.

use std::fmt::Write as _;

/// Where the event's name stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    Adjacent,
    Flat,
    Nested,
}

/// Whether the name stands before the payload or after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tag {
    First,
    Last,
}

pub const EVENT: &str = "payout.successful";

/// A body of about `size` bytes.
pub fn body(shape: Shape, tag: Tag, size: usize) -> String {
    let fields = fields(size.saturating_sub(50));
    let pair = |name: &str| match tag {
        Tag::First => format!(r#"{{"event":"{EVENT}","{name}":{{{fields}}}}}"#),
        Tag::Last => format!(r#"{{"{name}":{{{fields}}},"event":"{EVENT}"}}"#),
    };
    match (shape, tag) {
        (Shape::Adjacent, _) => pair("data"),
        (Shape::Nested, Tag::First) => {
            format!(r#"{{"data":{{"id":"evt_1","event":"{EVENT}","data":{{{fields}}}}}}}"#)
        }
        (Shape::Nested, Tag::Last) => {
            format!(r#"{{"data":{{"id":"evt_1","data":{{{fields}}},"event":"{EVENT}"}}}}"#)
        }
        (Shape::Flat, Tag::First) => format!(r#"{{"event":"{EVENT}",{fields}}}"#),
        (Shape::Flat, Tag::Last) => format!(r#"{{{fields},"event":"{EVENT}"}}"#),
    }
}

/// A payload of about `size` bytes: what a payment has, and as many items as fit.
fn fields(size: usize) -> String {
    let mut text = String::from(concat!(
        r#""id":40614,"reference":"33aef44be6f7441a","amountCharged":350,"amountReceived":200.5,"#,
        r#""fee":149.5,"sourceCurrency":"NGN","destinationCurrency":"NGN","status":"successful","#,
        r#""recipient":{"name":"Ada Lovelace","accountNumber":"1226742538"},"#,
        r#""createdAt":"2024-02-27T09:33:35.000Z","reason":"Payment \"approved\"","items":["#,
    ));
    let mut item = 0;
    while item == 0 || text.len() + 110 < size {
        if item > 0 {
            text.push(',');
        }
        write!(
            text,
            r#"{{"sku":"sku-{item:06}","name":"An item of this order","quantity":{},"price":{}.25,"gift":{}}}"#,
            item % 9 + 1,
            item * 7 % 1000,
            item % 2 == 0,
        )
        .expect("writing to a string cannot fail");
        item += 1;
    }
    text.push(']');
    text
}

/// Bytes of exactly this length, as a JSON text where it is long enough for one.
pub fn of_length(length: usize) -> Vec<u8> {
    let frame = r#"{"id":"evt_1","type":"ping","fill":""}"#;
    let mut body = frame.as_bytes().to_vec();
    let quotes = body.len() - 2;
    let filler = (0..length.saturating_sub(body.len())).map(|at| b'a' + (at % 26) as u8);
    body.splice(quotes..quotes, filler);
    body.truncate(length);
    body
}

/// An event as Stripe sends it, of exactly this length where it fits.
pub fn stripe_event(length: usize) -> Vec<u8> {
    let frame = concat!(
        r#"{"id":"evt_1","object":"event","api_version":"2020-08-27","created":1700000000,"#,
        r#""data":{"object":{"id":"obj_1","object":"an_object","fill":""}},"livemode":false,"#,
        r#""pending_webhooks":1,"request":null,"type":"an_object.happened"}"#,
    );
    let at = frame.find(r#""}},"#).expect("the filler");
    let filler: String = ('a'..='z').cycle().take(length.saturating_sub(frame.len())).collect();
    let (before, after) = frame.split_at(at);
    format!("{before}{filler}{after}").into_bytes()
}
