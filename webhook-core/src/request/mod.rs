//! What is read of a request that nobody has vouched for yet: headers, queries, forms, addresses,
//! dates, and the text at a place that a scheme names.

mod address;
mod body;
mod decode;
mod digest;
mod form;
mod headers;
mod http_date;
mod readers;
mod source;
mod text_form;
mod timestamp;

pub use self::readers::{
    Fields, field as form_field, fields, header, parameter, percent_decode, percent_encode,
};
pub(crate) use self::{
    address::Address,
    body::Body,
    digest::{crc32, digest_of},
    form::{Found, Unclear, decoded, encode, field, find, sorted},
    headers::{Header, deciding},
    http_date::write as http_date,
    source::{text_at, text_of, unclear},
    text_form::{
        MAX_SIGNATURE, blank_to_plus, decode_exactly, decode_up_to, encoded, from_any_base64,
    },
    timestamp::{Moment, read as read_timestamp},
};
