//! What is fetched, and the keys in it.

use crate::{
    json,
    keys::public_key::{PublicKey, PublicKeyError, SignatureAlgorithm},
    scheme::Pointer,
};

pub use crate::scheme::DocumentForm;

/// Keys with their ids.
pub(super) type Keys = Vec<(Option<String>, PublicKey)>;

/// The keys in a document, each bound to one of the algorithms; never none.
pub(super) fn keys_of(
    form: DocumentForm,
    algorithms: &[SignatureAlgorithm],
    document: &[u8],
) -> Result<Keys, PublicKeyError> {
    let mut keys = Keys::new();
    let mut refused = None;
    for algorithm in algorithms {
        match keys_for(form, *algorithm, document) {
            Ok(found) => keys.extend(found),
            Err(why) => refused = refused.or(Some(why)),
        }
    }
    match refused {
        Some(why) if keys.is_empty() => Err(why),
        _ if keys.is_empty() => Err(PublicKeyError::KeySet),
        _ => Ok(keys),
    }
}

fn keys_for(
    form: DocumentForm,
    algorithm: SignatureAlgorithm,
    document: &[u8],
) -> Result<Keys, PublicKeyError> {
    Ok(match form {
        DocumentForm::KeySet => PublicKey::of_key_set(algorithm, document)?,
        DocumentForm::Key => vec![(None, PublicKey::new(algorithm, document)?)],
        DocumentForm::JsonKey(pointer) => {
            let text = at(document, pointer).and_then(json::text);
            let text = text.ok_or(PublicKeyError::Form)?;
            vec![(None, PublicKey::new(algorithm, text.as_bytes())?)]
        }
        DocumentForm::JsonWebKey(pointer) => {
            let key = at(document, pointer).ok_or(PublicKeyError::Form)?;
            vec![(None, PublicKey::of_json_web_key(algorithm, key)?)]
        }
    })
}

/// What stands at a pointer of a document.
fn at(document: &[u8], pointer: Pointer) -> Option<&[u8]> {
    let mut found = [None];
    json::locate(document, &[pointer.0], &mut found).ok()?;
    let [range] = found;
    document.get(range?)
}
