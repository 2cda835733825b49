//! From secrets to keys: how each text is read, and which way to sign it is for.

use md5::Md5;
use sha1::Sha1;
use sha2::{Digest as _, Sha256, Sha512};
use zeroize::Zeroizing;

use super::{
    key::{Key, State},
    public::{Public, is_public_key},
};
use crate::{
    error::SetupError,
    grammar::{Algorithm, AlgorithmKind, Derivation, KeyForm},
    keys::{Secret, Secrets, is_blank},
    request::from_any_base64,
    scheme::{Part, Scheme, Way, is_compiled},
};

/// Prepares the keys of all secrets, for each way to sign that they are for.
pub(super) fn prepare(
    scheme: &Scheme,
    own: Way,
    secrets: &Secrets,
    is_fetched: bool,
) -> Result<Vec<Key>, SetupError> {
    let name = scheme.data.name;
    let ways: Vec<Way> =
        std::iter::once(own).chain(scheme.data.alternatives.iter().copied()).collect();
    if let Some(way) = ways.iter().find(|way| !is_compiled(way.algorithm)) {
        let (algorithm, features) = (way.algorithm.as_str(), way.algorithm.features().join("`, `"));
        return Err(SetupError::new(format!(
            "`{algorithm}` of `{name}` needs of webhook-kit: `{features}`"
        )));
    }
    let mut keys = Vec::new();
    let mut public = vec![Vec::new(); ways.len()];
    let lines = scheme.owner_lines();
    check_lines(scheme, secrets, is_fetched)?;
    for (index, secret) in secrets.iter().enumerate() {
        let text = secret.expose();
        if is_blank(text) {
            return Err(SetupError::new(format!(
                "secret {index} of `{name}` is blank: anybody could sign with it"
            )));
        }
        let served = ways_of(&ways, text).ok_or_else(|| {
            SetupError::new(format!(
                "secret {index} of `{name}` may be a public key, with which anybody could sign: \
                 put its prefix before it"
            ))
        })?;
        for (at, way) in served {
            if !way.algorithm.has_public_key() && is_public_text(text) {
                return Err(SetupError::new(format!(
                    "secret {index} of `{name}` is a public key: with `{}` anybody could sign with it",
                    way.algorithm.as_str()
                )));
            }
            if way.algorithm.kind() == AlgorithmKind::WebToken {
                continue;
            }
            if is_public(way) && lines > 0 {
                let (line, key) = split_owner(scheme, text);
                let key = key.strip_prefix(way.secret_prefix.as_bytes()).unwrap_or(key);
                let texts = (!is_fetched).then(|| vec![(index, key)]);
                let public = of_public(scheme, way, texts)?;
                let bytes = Zeroizing::new(line.to_vec());
                keys.extend(public.map(|state| Key { state, way: at, secret: index, bytes }));
            } else if is_public(way) {
                let text = text.strip_prefix(way.secret_prefix.as_bytes()).unwrap_or(text);
                if let Some(keys) = public.get_mut(at) {
                    keys.push((index, text));
                }
            } else {
                let key = of_secret(scheme, way, secret, index)?;
                keys.push(Key { way: at, secret: index, ..key });
            }
        }
    }
    for (at, (way, texts)) in ways.iter().zip(public).enumerate() {
        if lines == 0 {
            let bytes = Zeroizing::default;
            let state = of_public(scheme, way, Some(texts).filter(|_| !is_fetched))?;
            keys.extend(state.map(|state| Key { state, way: at, secret: 0, bytes: bytes() }));
        }
    }
    Ok(keys)
}

/// Public keys of a way to sign; without texts, those that will be fetched.
fn of_public(
    scheme: &Scheme,
    way: &Way,
    texts: Option<Vec<(usize, &[u8])>>,
) -> Result<Option<State>, SetupError> {
    let Some(texts) = texts else {
        return Ok(Public::to_be_fetched(way.algorithm).map(Box::new).map(State::Public));
    };
    let public = Public::new(way.algorithm, texts).map_err(|(index, why)| {
        let name = scheme.data.name;
        SetupError::new(format!("secret {index} of `{name}` is no key for it: {why}"))
    })?;
    Ok(public.map(Box::new).map(State::Public))
}

/// Where owners have something to say beside keys, they say it, and where keys are fetched, no
/// other is given.
fn check_lines(scheme: &Scheme, secrets: &Secrets, is_fetched: bool) -> Result<(), SetupError> {
    let (name, lines) = (scheme.data.name, scheme.owner_lines());
    let error = |text: String| Err(SetupError::new(text));
    if is_fetched && lines == 0 && !secrets.is_empty() {
        return error(format!("`{name}` was given keys, and a source of keys: give one of them"));
    }
    if is_fetched && lines > 0 && secrets.is_empty() {
        return error(format!(
            "`{name}` needs beside its keys what only its owner knows: give it with \
             `Secret::with_keys`"
        ));
    }
    for (index, secret) in secrets.iter().enumerate().filter(|_| lines > 0) {
        let (said, key) = split_owner(scheme, secret.expose());
        let said: Vec<&[u8]> = said.split(|byte| *byte == b'\n').collect();
        let is_said = |line: &&[u8]| !is_blank(line) && !line.starts_with(b"-----BEGIN ");
        if said.len() < lines || !said.iter().all(is_said) {
            return error(format!(
                "secret {index} of `{name}` has to begin with what only its owner knows, on a line of \
                 its own: here {lines}"
            ));
        }
        if is_blank(key) != is_fetched {
            return error(format!(
                "secret {index} of `{name}`: a key follows what its owner knows on the next line, \
                 or comes from a source of keys"
            ));
        }
    }
    Ok(())
}

/// The lines of a secret that its owner says, without the end of the last, and the key after them.
pub(crate) fn split_owner<'t>(scheme: &Scheme, text: &'t [u8]) -> (&'t [u8], &'t [u8]) {
    let lines = scheme.owner_lines();
    if lines == 0 {
        return (&[], text);
    }
    let mut ends = text.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
    match ends.nth(lines - 1) {
        Some((at, _)) => {
            let (said, key) = text.split_at(at);
            (said.trim_ascii_end(), key.get(1..).unwrap_or_default())
        }
        None => (text, &[]),
    }
}

/// The ways to sign that a secret is for. `None` where that cannot be told: a public key that is
/// taken for a secret lets everybody sign who knows it.
pub(crate) fn ways_of<'w>(ways: &'w [Way], text: &[u8]) -> Option<Vec<(usize, &'w Way)>> {
    let begins =
        |way: &Way| !way.secret_prefix.is_empty() && text.starts_with(way.secret_prefix.as_bytes());
    let of = |is_meant: &dyn Fn(&Way) -> bool| -> Vec<(usize, &'w Way)> {
        ways.iter().enumerate().filter(|(_, way)| is_meant(way)).collect()
    };
    let begun = of(&begins);
    if !begun.is_empty() {
        return Some(begun);
    }
    let public = of(&is_public);
    if public.is_empty() || public.len() == ways.len() {
        return Some(of(&|_| true));
    }
    if text.trim_ascii_start().starts_with(b"-----BEGIN ") {
        return Some(public);
    }
    let is_key = |(_, way): &(usize, &Way)| is_public_key(way.algorithm, text);
    if public.iter().any(is_key) { None } else { Some(of(&|way| !is_public(way))) }
}

/// Whether a text says of itself that everybody may know it: a public key or a certificate in PEM,
/// or a public key of Standard Webhooks.
fn is_public_text(text: &[u8]) -> bool {
    let text = text.trim_ascii_start();
    let pem =
        [&b"-----BEGIN PUBLIC KEY"[..], b"-----BEGIN RSA PUBLIC KEY", b"-----BEGIN CERTIFICATE"];
    pem.iter().any(|begins| text.starts_with(begins)) || text.starts_with(b"whpk_")
}

fn is_public(way: &Way) -> bool {
    way.algorithm.has_public_key()
}

fn of_secret(scheme: &Scheme, way: &Way, secret: &Secret, index: usize) -> Result<Key, SetupError> {
    let name = scheme.data.name;
    let key = key_bytes(way, secret).ok_or_else(|| {
        let needed = match way.secret_encoding {
            KeyForm::Nfkd if !cfg!(feature = "nfkd") => ": it needs of webhook-kit: `nfkd`",
            _ => "",
        };
        SetupError::new(format!(
            "secret {index} of `{name}` is not {}{needed}",
            way.secret_encoding.as_str()
        ))
    })?;
    Key::new(scheme, way.algorithm, &key)
        .ok_or_else(|| SetupError::new(format!("secret {index} of `{name}` cannot be a key")))
}

impl Key {
    /// Prepares the bytes of a key, and keeps them where messages contain them.
    pub(crate) fn new(scheme: &Scheme, algorithm: Algorithm, bytes: &[u8]) -> Option<Self> {
        let state = State::new(algorithm, bytes)?;
        let kept = scheme.custom.is_some()
            || scheme.data.message.iter().any(|message| message.contains(&Part::Secret));
        let bytes = Zeroizing::new(if kept { bytes.to_vec() } else { Vec::new() });
        Some(Self { state, way: 0, secret: 0, bytes })
    }
}

/// The bytes of the key that a secret's text stands for; `None` if it is not of that form.
pub(crate) fn key_bytes(way: &Way, secret: &Secret) -> Option<Zeroizing<Vec<u8>>> {
    let text = secret.expose();
    let stripped = text.strip_prefix(way.secret_prefix.as_bytes());
    let rest = stripped.unwrap_or(text);
    let key = match way.secret_encoding {
        KeyForm::Utf8 => Some(rest.to_vec()).filter(|text| !is_blank(text)),
        KeyForm::Nfkd => nfkd(rest).filter(|text| !is_blank(text)),
        KeyForm::Hex => hex::decode(rest).ok(),
        KeyForm::Base64IfPrefixed if stripped.is_none() => Some(text.to_vec()),
        KeyForm::Base64 | KeyForm::Base64IfPrefixed => from_any_base64(rest),
    };
    // A form that says nothing, such as a bare prefix, would be an empty key; and HMAC fills keys up
    // with zeros, so that one of zeros alone is the empty key too.
    let is_nothing = |key: &Zeroizing<Vec<u8>>| key.iter().all(|byte| b"\0 \t\r\n".contains(byte));
    let key = key.map(Zeroizing::new).filter(|key| !is_nothing(key))?;
    let Some(derive) = way.key_derivation else { return Some(key) };
    let derived = match derive {
        Derivation::Md5 => Md5::digest(&*key).to_vec(),
        Derivation::Sha1 => Sha1::digest(&*key).to_vec(),
        Derivation::Sha256 => Sha256::digest(&*key).to_vec(),
        Derivation::Sha512 => Sha512::digest(&*key).to_vec(),
        Derivation::Sha256Hex => hex::encode(Sha256::digest(&*key)).into_bytes(),
    };
    Some(Zeroizing::new(derived))
}

/// Unicode's form NFKD of a text. One in ASCII is in it as it stands.
fn nfkd(text: &[u8]) -> Option<Vec<u8>> {
    if text.is_ascii() {
        return Some(text.to_vec());
    }
    #[cfg(feature = "nfkd")]
    {
        let text = std::str::from_utf8(text).ok()?;
        // What it is written into is as long as it can get, so that no copy is left behind.
        let normal = unicode_normalization::UnicodeNormalization::nfkd(text);
        let mut bytes = Vec::with_capacity(normal.clone().map(char::len_utf8).sum());
        for character in normal {
            bytes.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
        }
        Some(bytes)
    }
    #[cfg(not(feature = "nfkd"))]
    None
}

#[cfg(test)]
mod tests {
    use super::{KeyForm, Scheme, Secret, key_bytes};
    use crate::grammar::Algorithm;

    #[test]
    fn a_secret_becomes_a_key_as_its_form_says() {
        let read = |form: KeyForm, text: &str| {
            let mut scheme = Scheme::new("example", Algorithm::HmacSha256, &["x-signature"]);
            scheme.data.secret_encoding = form;
            scheme.data.secret_prefix = "whsec_";
            let way = scheme.way();
            key_bytes(&way, &Secret::new(text)).map(|key| key.to_vec())
        };
        let some = |text: &str| Some(text.as_bytes().to_vec());
        assert_eq!(read(KeyForm::Utf8, "whsec_YWJj"), some("YWJj"));
        assert_eq!(read(KeyForm::Utf8, "YWJj"), some("YWJj"));
        assert_eq!(read(KeyForm::Base64, "whsec_YWJj"), some("abc"));
        assert_eq!(read(KeyForm::Base64, "YWJj"), some("abc"));
        assert_eq!(read(KeyForm::Base64IfPrefixed, "whsec_YWJj"), some("abc"));
        assert_eq!(read(KeyForm::Base64IfPrefixed, "YWJj"), some("YWJj"));
        assert_eq!(read(KeyForm::Hex, "whsec_616263"), some("abc"));
        assert_eq!(read(KeyForm::Hex, "xy"), None);
        assert_eq!(read(KeyForm::Base64IfPrefixed, "whsec_"), None, "nothing but a prefix");
    }
}
