use quote::quote;

use super::payload;
use crate::snapshot::{assert_expands, errors};

#[test]
fn nested_places_and_borrowed_texts() {
    let expansion = payload(
        quote!("github", "pull_request.opened", crate = crate),
        &quote! {
            pub(crate) struct Opened<'a> {
                /// The number.
                number: u64,
                #[at("/pull_request/title")]
                title: Cow<'a, str>,
                #[at("/pull_request/state")]
                state: State,
                #[at("/pull_request/milestone")]
                milestone: Option<Milestone<'a>>,
                #[at(unlisted)]
                newer: Option<Json>,
            }
        },
    );
    assert_expands("payload_nested", &expansion, 140);
}

#[test]
fn mistakes_leave_a_reader() {
    let expansion = payload(
        quote!("github", "pull_request"),
        &quote! { struct Opened { nummer: u64, action: bool } },
    );
    let errors = errors(&expansion);
    assert!(
        errors[0]
            .starts_with("the payload of `pull_request` has no `nummer`: did you mean `number`?")
    );
    assert!(errors[1].starts_with("one of several texts stands at `/action` of `pull_request`"));
    assert_eq!(errors.len(), 2);
    assert!(expansion.to_string().contains("Deserialize < '__de > for Opened"));
}
