use quote::quote;

use super::{agreement::AGREEING, webhook};
use crate::{
    scheme,
    snapshot::{assert_expands, errors},
};

#[test]
fn catalogue() {
    let expansion = webhook(
        quote!(provider = "fincra", header = "signature", algo = "sha512"),
        &quote! {
            async fn on_fincra(event: fincra::Event) { todo!() }
        },
    );
    assert_expands("handler_catalogue", &expansion, 45);
}

#[test]
fn arguments() {
    let expansion = webhook(
        quote!(provider = "goodstack"),
        &quote! {
            /// Takes donations.
            pub async fn on_goodstack(
                event: goodstack::Event,
                delivery: Delivery,
                State(db): State<Db>,
            ) -> Result<Ack, AppError> {
                todo!()
            }
        },
    );
    assert_expands("handler_arguments", &expansion, 65);
}

#[test]
fn inline() {
    let expansion = webhook(
        quote!(header = "x-acme-signature", algo = "sha256", event_type = "/type", crate = kit),
        &quote! {
            async fn on_acme(event: RawEvent) {}
        },
    );
    assert_expands("handler_inline", &expansion, 50);
}

#[test]
fn one_event() {
    let expansion = webhook(
        quote!(provider = Acme, event = "payout.successful", state = App),
        &quote! {
            async fn paid(payout: Payout, State(db): State<Db>) {}
        },
    );
    assert_expands("handler_one_event", &expansion, 55);
}

#[test]
fn mistakes_are_reported_together_and_leave_a_handler() {
    let expansion = webhook(
        quote!(provider = "fincra", id = "/id", body = "jsno"),
        &quote! {
            pub fn on_fincra<T>(event: &T) { half written }
        },
    );
    assert_eq!(
        errors(&expansion),
        [
            "`id` is the declaration's to say: beside a `provider`, remove it",
            "unknown form of a body `jsno`: did you mean `json`? Expected `raw` or `json`",
            "a handler is an `async fn`: add `async`",
            "a handler has no type parameters: the endpoint has to know every type, so name them",
            "a handler owns its arguments: take `T`, not a reference to it",
        ]
    );
    let text = expansion.to_string();
    assert!(text.contains("half written"));
    assert!(text.contains("struct on_fincra"));
}

/// Beside a provider, each key of a declaration is compared with it, or refused in one sentence; a
/// new key as well.
#[test]
fn every_key_agrees_with_the_provider_or_is_refused() {
    let beside = |keys: &str| {
        let keys: proc_macro2::TokenStream = keys.parse().expect("an example is tokens");
        webhook(
            quote!(provider = Acme, #keys),
            &quote!(
                async fn on_acme(event: RawEvent) {}
            ),
        )
    };
    let comparisons = |expansion: &proc_macro2::TokenStream| {
        expansion.to_string().matches("__PROVIDER .").count()
    };
    for (key, example) in scheme::KEYS {
        let expansion = beside(example);
        if AGREEING.contains(key) {
            assert!(errors(&expansion).is_empty(), "{example}: {:?}", errors(&expansion));
            assert!(comparisons(&expansion) > 0, "{example} is compared with nothing");
        } else {
            let errors = errors(&expansion);
            assert_eq!(errors.len(), 1, "{example}: {errors:?}");
            assert!(errors[0].contains("beside a `provider`"), "{example}: {errors:?}");
        }
    }
    for (_, example) in crate::grammar::TimestampKeys::<()>::TABLE.known {
        let expansion = beside(&format!("timestamp({example})"));
        assert!(errors(&expansion).is_empty(), "{example}: {:?}", errors(&expansion));
        assert_eq!(comparisons(&expansion), 1, "{example} is compared with nothing");
    }
    for key in AGREEING {
        assert!(scheme::KEYS.iter().any(|(known, _)| known == key), "`{key}` is no key");
    }
    let several = beside(r#"header = ["a", "b"], message = ["{body}", "{method}{body}"]"#);
    assert_eq!(comparisons(&several), 4);
}
