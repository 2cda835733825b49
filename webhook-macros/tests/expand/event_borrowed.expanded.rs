const _: () = {
    use crate::__private as __webhook;
    const __NAMES: &[&__webhook::str] = &["a", "b"];
    #[automatically_derived]
    impl<'a> __webhook::WebhookEvent<'a> for Money<'a> {
        type Provider = acme::Acme;
        const NAMES: &'static [&'static __webhook::str] = __NAMES;
        fn decode(
            __delivery: &'a __webhook::Delivery,
        ) -> __webhook::Result<__webhook::Option<Self>, __webhook::DecodeError> {
            let __event = match __webhook::Delivery::event(__delivery) {
                __webhook::Some("a" | "b") => {
                    Self::Both(__webhook::Delivery::payload::<Payload<'a>>(__delivery)?)
                }
                __webhook::None => {
                    Self::Only(
                        __webhook::Delivery::payload::<Box<Payload<'a>>>(__delivery)?,
                    )
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
    const __PROVIDER: __webhook::check::Declared = __webhook::check::Declared::of_events::<
        Money<'static>,
    >();
    const _: () = __PROVIDER.event("a");
    const _: () = __PROVIDER.event("b");
    const _: () = __PROVIDER.left_out(__NAMES);
};
