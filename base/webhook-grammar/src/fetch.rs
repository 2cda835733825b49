//! Where public keys come from that a provider publishes and changes: `public_keys(..)`.

use super::{
    check::{Check, unknown_word},
    place::{Pointer, Source},
    store::{Owned, model},
    way::Way,
    words::{Algorithm, AlgorithmKind},
};

model! {
/// Where the public keys come from that a provider publishes and changes.
pub struct FetchedKeys {
    /// Where a delivery names its key; none where all keys are tried.
    pub id: Option<KeyId<O>>,
    /// Where the keys stand: an address, one with `{id}` in its path, or `{id}` where deliveries
    /// name the address. None where nobody but the owner can fetch them.
    pub url: Option<O::Text>,
    /// The hosts of addresses that deliveries name, in lower case; `*` stands for one label, and `{region}` for
    /// a region of AWS.
    pub hosts: O::List<O::Text>,
    /// What stands there.
    pub form: DocumentForm<O>,
}
}

model! {
/// Where a delivery names its key.
pub enum KeyId {
    /// In the header of its token, as `kid`.
    Token,
    /// Somewhere in the request.
    At(source: Source<O>),
}
}

model! {
/// What stands at a key's address.
pub enum DocumentForm {
    /// `jwks`: a JSON web key set.
    KeySet,
    /// `key`: one key in any form in which keys are published: PEM, a certificate, base64.
    ///
    /// Of a certificate only the key is used. What vouches for it is that it was fetched over
    /// `https` from a listed host.
    Key,
    /// `json:/key`: such a key as a text in a JSON document, at this pointer.
    JsonKey(at: Pointer<O>),
    /// `jwk:/key`: a JSON web key in a JSON document, at this pointer.
    JsonWebKey(at: Pointer<O>),
}
}

/// The document that a word names, and the form of those with a pointer.
const DOCUMENTS: &[&str] = &["jwks", "key", "json:/pointer", "jwk:/pointer"];

impl<S: Copy> Check<'_, S> {
    /// Reads where keys are fetched; `None` where they are not.
    pub(super) fn fetch(&mut self) -> Option<FetchedKeys<Owned>> {
        let keys = self.keys.public_keys.as_ref()?;
        let before = self.problems.len();
        let id = keys.id.as_ref().and_then(|text| self.read(text, key_id));
        let url = keys.url.as_ref().and_then(|text| self.read(text, address));
        let hosts =
            keys.hosts.iter().filter_map(|text| self.read(text, host)).collect::<Vec<String>>();
        let form = keys.form.as_ref().and_then(|text| self.read(text, document));
        let checked = FetchedKeys { id, url, hosts, form: form.unwrap_or(DocumentForm::KeySet) };
        (self.problems.len() == before).then_some(checked)
    }

    /// What has to hold between the keys of `public_keys(..)` and the others.
    pub(super) fn check_fetch(
        &mut self,
        algorithm: Algorithm,
        ways: &[Way<Owned>],
        fetch: &FetchedKeys<Owned>,
    ) {
        let Some(keys) = self.keys.public_keys.as_ref() else { return };
        let mut algorithms = std::iter::once(algorithm).chain(ways.iter().map(|way| way.algorithm));
        if let Some(secret) = algorithms.find(|algorithm| !algorithm.has_public_key()) {
            self.problem(
                keys.span,
                format!(
                    "`{}` is verified under a secret, which nobody publishes: remove `public_keys`",
                    secret.as_str()
                ),
            );
            return;
        }
        if let (Some(id), Some(KeyId::Token)) = (&keys.id, &fetch.id) {
            if algorithm.kind() != AlgorithmKind::WebToken {
                self.problem(
                    id.span,
                    format!(
                        "`kid` is a field of JWTs, and `{}` is not a JWT algorithm: say where else, as in `id = \"header:x-key-id\"`",
                        algorithm.as_str()
                    ),
                );
            }
        }
        let Some(url) = &keys.url else {
            if let Some(host) = keys.hosts.first() {
                self.problem(host.span, HOSTS_WITHOUT_ADDRESS);
            }
            return;
        };
        if url.value.contains("{id}") && keys.id.is_none() {
            self.problem(
                url.span,
                "`{id}` is not defined: say where a delivery names its key, as in `public_keys(id = \"header:x-key-id\")`",
            );
        }
        match (url.value == "{id}", keys.hosts.first()) {
            (true, None) => self.problem(
                url.span,
                "an address that a delivery names may be anybody's: add the provider's hosts, as in `hosts = [\"keys.example.com\"]`",
            ),
            (false, Some(host)) => self.problem(host.span, HOSTS_WITHOUT_ADDRESS),
            _ => {}
        }
    }
}

const HOSTS_WITHOUT_ADDRESS: &str =
    "`hosts` are those of addresses that deliveries name: say `url = \"{id}\"`, or remove `hosts`";

/// `kid`, or a place in the request.
fn key_id(text: &str) -> Result<KeyId<Owned>, String> {
    if text == "kid" {
        return Ok(KeyId::Token);
    }
    match Source::parse(text) {
        Ok(source) => Ok(KeyId::At(source)),
        Err(_) if !text.contains(':') => Err(format!(
            "`{text}` is not the location of a key id: write `kid` for the id in a token, or a place such as `header:x-key-id` or `json:/key_id`"
        )),
        Err(sentence) => Err(sentence),
    }
}

/// `jwks`, `key`, `json:/pointer` or `jwk:/pointer`.
fn document(text: &str) -> Result<DocumentForm<Owned>, String> {
    match text.split_once(':') {
        None if text == "jwks" => Ok(DocumentForm::KeySet),
        None if text == "key" => Ok(DocumentForm::Key),
        Some((word @ ("json" | "jwk"), pointer)) => {
            let pointer = Pointer::parse(pointer)?;
            Ok(if word == "json" {
                DocumentForm::JsonKey(pointer)
            } else {
                DocumentForm::JsonWebKey(pointer)
            })
        }
        _ => Err(unknown_word("form of keys", text, DOCUMENTS)),
    }
}

/// An `https` address without what different readers read differently; `{id}` alone, or once where
/// it cannot choose the host.
fn address(text: &str) -> Result<String, String> {
    if text == "{id}" {
        return Ok(text.to_owned());
    }
    let Some(rest) = text.strip_prefix("https://") else {
        return Err(format!("`{text}` is not an https address"));
    };
    let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
    let authority_is_plain = !authority.is_empty()
        && authority.bytes().all(|b| b.is_ascii_alphanumeric() || b"-.:".contains(&b));
    let is_plain = |b: u8| b.is_ascii_graphic() && !b"#\\{}".contains(&b);
    let (before, after) = path.split_once("{id}").unwrap_or((path, ""));
    if authority.contains("{id}") || after.contains("{id}") {
        return Err(format!(
            "`{text}` needs its `{{id}}` once, in the path: the id of a key must not choose the host"
        ));
    }
    if authority_is_plain && before.bytes().chain(after.bytes()).all(is_plain) {
        Ok(text.to_owned())
    } else {
        Err(format!("`{text}` is not an https address"))
    }
}

/// What stands for a label that is a region of AWS.
pub const REGION: &str = "{region}";

/// A host, in which `*` stands for one label and `{region}` for one that is a region of AWS, and
/// neither for the last two: `*.com` would be everybody's. After it, perhaps the path of what stands
/// there, in which `*` stands for letters, digits, `-` and `_` up to a dot, a slash or the end.
///
/// # Errors
///
/// A sentence that says what may stand there.
pub fn host(text: &str) -> Result<String, String> {
    let (host, path) = match text.find('/') {
        Some(at) => text.split_at(at),
        None => (text, ""),
    };
    let is_wild = |label: &str| matches!(label, "*" | REGION);
    let is_label = |label: &str| {
        is_wild(label)
            || !label.is_empty() && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    let fixed_end = host.rsplit('.').take(2).filter(|label| !is_wild(label)).count();
    if fixed_end != 2 || !host.split('.').all(is_label) {
        return Err(format!(
            "`{text}` is not a host: `*` and `{REGION}` stand for one whole label, and not for the last two"
        ));
    }
    let host = host.to_ascii_lowercase();
    let is_aws = host.ends_with(".amazonaws.com") || host.ends_with(".amazonaws.com.cn");
    if is_aws && host.split('.').any(|label| label == "*") {
        return Err(format!(
            "`{text}` is also the host of buckets, which everybody can fill: write `{REGION}` in place of `*`"
        ));
    }
    let is_plain = |b: u8| b.is_ascii_alphanumeric() || b"-_./*".contains(&b);
    let mut after_stars = path.split('*').skip(1);
    let ends = |piece: &str| piece.is_empty() || piece.starts_with(['.', '/']);
    if !path.bytes().all(is_plain) || path.contains("**") || !after_stars.all(ends) {
        return Err(format!(
            "`{text}` has no path that can be compared: `*` stands for letters, digits, `-` and `_`, up to a dot, a slash or the end"
        ));
    }
    Ok(format!("{host}{path}"))
}

#[cfg(test)]
mod tests {
    use super::{DocumentForm, KeyId, Pointer, Source, address, document, host, key_id};

    #[test]
    fn ids() {
        assert_eq!(key_id("kid"), Ok(KeyId::Token));
        let header = Source::Header("x-key".to_owned());
        assert_eq!(key_id("header:X-Key"), Ok(KeyId::At(header)));
        assert!(key_id("header:a b").unwrap_err().contains("invalid header name"));
        assert!(key_id("key").unwrap_err().contains("`kid`"));
    }

    #[test]
    fn documents() {
        assert_eq!(document("key"), Ok(DocumentForm::Key));
        assert_eq!(document("jwk:/key"), Pointer::parse("/key").map(DocumentForm::JsonWebKey));
        assert!(document("jwsk").unwrap_err().contains("did you mean `jwks`?"));
        assert!(document("json:key").unwrap_err().contains("JSON pointer"));
        assert!(document("jwks:/key").is_err());
    }

    #[test]
    fn an_id_never_chooses_the_host() {
        for good in
            ["{id}", "https://a.example/", "https://a.example/k/{id}.pem", "https://a.example"]
        {
            assert!(address(good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "http://a.example/",
            "https://",
            "https:///{id}",
            "https://{id}.example/",
            "https://a.example{id}",
            "https://a.example/{id}/{id}",
            "https://user@a.example/",
            "https://a.example/a b",
            "https://a.example/{kid}",
            "{id}/x",
        ] {
            assert!(address(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn hosts_are_the_provider_s() {
        assert_eq!(host("SNS.*.example.com").as_deref(), Ok("sns.*.example.com"));
        let regions = "sns.{region}.amazonaws.com";
        assert_eq!(host(regions).as_deref(), Ok(regions));
        for bad in ["sns.*.amazonaws.com/x.pem", "*.amazonaws.com", "sns.*.amazonaws.com.cn"] {
            assert!(host(bad).unwrap_err().contains("`{region}` in place of `*`"), "{bad}");
        }
        assert!(host("a.{region}").is_err() && host("a.{name}.example.com").is_err());
        for bad in
            ["", "*", "*.com", "a.*", "s*.example.com", "a..com", "localhost", "/x", "a/b.com"]
        {
            assert!(host(bad).is_err(), "{bad}");
        }
        assert_eq!(host("A.example/Certs/*").as_deref(), Ok("a.example/Certs/*"));
        assert!(host("a.example/Cert-*.pem").is_ok());
        for bad in
            ["a.example/*x", "a.example/**", "a.example/a?b", "a.example/a b", "a.example/%2e"]
        {
            assert!(host(bad).unwrap_err().contains("no path"), "{bad}");
        }
    }
}
