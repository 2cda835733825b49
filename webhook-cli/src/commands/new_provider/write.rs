//! The files that are written.

use webhook_kit::grammar::Declaration;

use super::keys::Options;

/// What to do with the file.
pub(super) const NEXT_RUST: &str = "put it into your crate as a module, and run its tests: they need \
     `webhook-kit` with the feature `testing` as a dev-dependency";
pub(super) const NEXT_TOML: &str = "try it: `webhook --declarations FILE show NAME`";

/// A file, and what stands in it.
pub(super) struct Written {
    pub(super) file: String,
    pub(super) content: String,
}

/// A file of declarations.
pub(super) fn toml(name: &str, declaration: &Options, events: &[String]) -> Written {
    Written { file: format!("{name}.toml"), content: declaration.to_toml(&texts(events)) }
}

fn texts(events: &[String]) -> Vec<&str> {
    events.iter().map(String::as_str).collect()
}

/// A module with the declaration and its tests.
pub(super) fn rust(name: &str, declaration: &Options, events: &[String]) -> Written {
    let ty = type_name(name);
    let attribute = declaration.to_attribute(&texts(events));
    let docs = match declaration.docs.as_ref().map(|docs| docs.value.as_str()) {
        Some(docs) if !docs.contains(|c: char| c.is_whitespace() || c == '>') => {
            format!("//! Declared by its documentation: <{docs}>\n")
        }
        _ => "//! Say here what documents each key of the declaration.\n".to_owned(),
    };
    let event = events.first().map_or("test", String::as_str);
    let header = header(declaration);
    let content = format!(
        r#"//! `{name}`, as a sender of webhooks.
//!
{docs}
use webhook_kit::Provider;

/// How `{name}` signs, and where things stand in its deliveries.
#[derive(Debug, Clone, Copy, Provider)]
{attribute}pub struct {ty};

#[cfg(test)]
mod tests {{
    use webhook_kit::{{
        Provider as _, Secret, Verifier,
        testing::{{self, Tamper}},
    }};

    use super::{ty};

    /// The declaration agrees with itself: what it signs it takes, and nothing that was changed.
    #[test]
    fn genuine_deliveries_are_taken_and_others_are_not() {{
        let sender = testing::sender::<{ty}>();
        let verifier = Verifier::<{ty}>::new(sender.secret());
        let verifier = verifier.expect("a secret that fits").clock(sender.clock());
        let verifier = verifier.url(sender.url()).expect("an address");

        let genuine = sender.event({event:?});
        let (parts, body) = genuine.request().into_parts();
        let delivery = verifier.verify(&parts, body).expect("genuine");
        assert_eq!(delivery.provider(), {name:?});

        for tamper in Tamper::ALL {{
            let Some(tampered) = genuine.tampered(*tamper) else {{ continue }};
            let (parts, body) = tampered.request.into_parts();
            let refused = verifier.verify(&parts, body).is_err();
            assert_eq!(refused, tampered.must_be_refused, "{{tamper}}");
        }}
    }}

    /// The declaration agrees with the sender: fill in a delivery that was signed there, from the
    /// documentation or from `webhook listen --record`, and the secret of then.
    #[test]
    #[ignore = "needs a delivery that the provider signed"]
    fn a_delivery_of_the_provider_is_genuine() {{
        let secret = Secret::new("the secret");
        let body = "the body, byte for byte";
        let signed_at = std::time::UNIX_EPOCH + std::time::Duration::from_secs(1_700_000_000);

        let request = {ty}::sign(&secret, body).at(signed_at).request();
        let (mut parts, body) = request.into_parts();
        let signature = "the signature".parse().expect("a header's value");
        parts.headers.insert({header:?}, signature);
        let verifier = Verifier::<{ty}>::new(secret).expect("a secret that fits");
        assert!(verifier.clock(move || signed_at).verify(&parts, body).is_ok());
    }}
}}
"#
    );
    Written { file: format!("{}.rs", module_name(name)), content }
}

/// The header whose value a recorded delivery brings.
fn header<S>(declaration: &Declaration<S>) -> &str {
    declaration.header.first().map_or("x-header-of-the-signature", |header| &header.value)
}

/// The name of a provider as a module's.
fn module_name(name: &str) -> String {
    let joined = name.replace(|c: char| !c.is_ascii_alphanumeric(), "_");
    if joined.starts_with(|first: char| first.is_ascii_digit()) {
        return format!("provider_{joined}");
    }
    joined
}

/// The name of a provider as a type's: `AcmePay` of `acme-pay`.
fn type_name(name: &str) -> String {
    let capital = |word: &str| {
        let mut characters = word.chars();
        let first = characters.next().map(|first| first.to_ascii_uppercase());
        first.into_iter().chain(characters).collect::<String>()
    };
    let joined: String = name.split(['-', '_', '.']).map(capital).collect();
    // What no identifier begins with, and the one that is no name in capitals either.
    if joined.starts_with(|first: char| !first.is_ascii_alphabetic()) || joined == "Self" {
        return format!("Provider{joined}");
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::type_name;

    #[test]
    fn names_become_types() {
        assert_eq!(type_name("acme"), "Acme");
        assert_eq!(type_name("acme-pay"), "AcmePay");
        assert_eq!(type_name("3d-secure"), "Provider3dSecure");
        assert_eq!(type_name("self"), "ProviderSelf");
    }
}
