const _: () = {
    use crate::__private as __webhook;
    #[automatically_derived]
    impl<'a> __webhook::WebhookEvent<'a> for Money<'a> {
        type Provider = acme::Acme;
        const NAMES: &'static [&'static __webhook::str] = &["a", "b"];
        type Payloads = (((Payload<'a>,), (Payload<'a>,)),);
        fn take(
            __name: __webhook::Option<&__webhook::str>,
            __from: __webhook::Undecoded<'_, 'a>,
        ) -> __webhook::Result<__webhook::Option<Self>, __webhook::DecodeError> {
            let __event = match __name {
                __webhook::Some("a" | "b") => {
                    Self::Both(__webhook::take::<Payload<'a>>(__from)?)
                }
                __webhook::None => {
                    Self::Only(__webhook::take::<Box<Payload<'a>>>(__from)?)
                }
                _ => return __webhook::Ok(__webhook::None),
            };
            __webhook::Ok(__webhook::Some(__event))
        }
    }
    impl<'a> Money<'a> {
        /// The event's name; empty if it has none. Of several that a variant takes, the first.
        pub fn name(&self) -> &__webhook::str {
            match self {
                Self::Both { .. } => "a",
                Self::Only { .. } => "",
            }
        }
    }
    const __PROVIDER: __webhook::Declared = __webhook::of_events::<Money<'static>>();
    const _: () = __PROVIDER.event("a");
    const _: () = __PROVIDER.event("b");
    const _: () = __PROVIDER
        .left_out(<Money<'static> as __webhook::WebhookEvent<'static>>::NAMES);
    #[allow(unused_imports)]
    use __webhook::check::{Unlisted as _, Unshaped as _};
    type __Sender = __webhook::check::SenderOf<Money<'static>>;
    const __0: __webhook::check::Place = __PROVIDER.place("a");
    const __1: __webhook::check::Place = __PROVIDER.place("b");
    const _: () = __PROVIDER
        .carries(<__webhook::check::Of<Payload<'_>>>::SHAPE, &["a", "b"]);
    const _: fn() = || __Sender::payload::<Payload<'_>, { __0.0 }, { __0.1 }>();
    const _: fn() = || __Sender::payload::<Payload<'_>, { __1.0 }, { __1.1 }>();
};
