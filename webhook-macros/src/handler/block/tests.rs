use quote::quote;

use super::super::webhook;
use crate::snapshot::{assert_expands, errors};

#[test]
fn block() {
    let expansion = webhook(
        quote!(provider = "fincra"),
        &quote! {
            impl Payments {
                #[on("payout.successful")]
                async fn paid(&self, payout: fincra::Payout, delivery: Delivery) -> Result<(), AppError> {
                    todo!()
                }
                #[on("a", "b")]
                async fn both(&self) {}
                #[on(other)]
                async fn other(&self, event: RawEvent) {}
                fn helper(&self) {}
            }
        },
    );
    assert_expands("handler_block", &expansion, 80);
}

#[test]
fn mistakes_are_reported_together_and_leave_a_handler() {
    let expansion = webhook(
        quote!(provider = "fincra"),
        &quote! {
            impl Payments {
                #[on("a")]
                async fn paid(&mut self, payout: fincra::Payout) { half written }
                #[on("a")]
                fn failed(self, payout: &fincra::Payout) {}
                #[on(others)]
                async fn other() {}
                #[on("b")]
                const B: u8 = 1;
            }
        },
    );
    assert_eq!(
        errors(&expansion),
        [
            "deliveries come at the same time: write `&self`, and keep what changes in a `Mutex` or an atomic",
            "a handler is an `async fn`: add `async`",
            "a handler takes many deliveries: write `&self` in place of `self`",
            "a handler owns its arguments: take `fincra::Payout`, not a reference to it",
            "`others` is not an event: did you mean `other`? Expected a name in quotes, `other` or `unnamed`",
            "`other` has no `&self`: add it, as the first argument",
            "`#[on(..)]` stands on a method, an `async fn`",
            "`a` has a method already: `paid` takes it, remove it here or there",
        ]
    );
    let text = expansion.to_string();
    assert!(text.contains("half written"));
    assert!(text.contains("pub fn endpoint"));
    assert!(!text.contains("# [on"));
}
