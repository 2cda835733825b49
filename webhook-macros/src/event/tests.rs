use quote::quote;

use super::derive;
use crate::snapshot::{assert_expands, errors};

#[test]
fn five_variants() {
    let expansion = derive(quote! {
        #[event(provider = "fincra")]
        enum Money {
            #[event("payout.successful")]
            Paid(fincra::Payout),
            #[event("payout.failed")]
            Failed(fincra::Payout),
            #[event("virtualaccount.approved")]
            Account(fincra::Account),
            #[event("ping")]
            Ping,
            #[event(other)]
            Other(RawEvent),
        }
    });
    assert_expands("event_five_variants", &expansion, 70);
}

#[test]
fn borrowed() {
    let expansion = derive(quote! {
        #[event(provider = acme::Acme, crate = crate)]
        enum Money<'a> {
            #[event("a", "b")]
            Both(Payload<'a>),
            #[event(unnamed)]
            Only(Box<Payload<'a>>),
        }
    });
    assert_expands("event_borrowed", &expansion, 47);
}

#[test]
fn mistakes_are_reported_together_and_leave_an_implementation() {
    let expansion = derive(quote! {
        #[event(provider = "fincr", ignore_others)]
        enum Money {
            #[event("a")]
            A(Payload),
            #[event("a")]
            B { payload: Payload },
            C,
            #[event(others)]
            D,
        }
    });
    let errors = errors(&expansion);
    assert!(errors[0].starts_with("unknown provider `fincr`: did you mean `fincra`?"));
    assert_eq!(
        errors[1..],
        [
            "a variant holds one payload without a name, or nothing: `B(Payload)`",
            "`C` names no event: add `#[event(\"a.name\")]`, or `#[event(other)]` for all the rest",
            "`others` is not an event: did you mean `other`? Expected a name in quotes, `other` or `unnamed`",
            "`a` has a variant already: `A` takes it, remove it here or there",
        ]
    );
    assert!(expansion.to_string().contains("for Money"));
}
