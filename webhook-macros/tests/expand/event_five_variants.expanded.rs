const _: () = {
    use ::webhook_kit::__private as __webhook;
    const __NAMES: &[&__webhook::str] = &[
        "payout.successful",
        "payout.failed",
        "virtualaccount.approved",
        "ping",
    ];
    #[automatically_derived]
    impl<'de> __webhook::WebhookEvent<'de> for Money {
        type Provider = __webhook::providers::fincra::__Provider;
        const NAMES: &'static [&'static __webhook::str] = __NAMES;
        fn decode(
            __delivery: &'de __webhook::Delivery,
        ) -> __webhook::Result<__webhook::Option<Self>, __webhook::DecodeError> {
            let __event = match __webhook::Delivery::event(__delivery) {
                __webhook::Some("payout.successful") => {
                    Self::Paid(
                        __webhook::Delivery::payload::<fincra::Payout>(__delivery)?,
                    )
                }
                __webhook::Some("payout.failed") => {
                    Self::Failed(
                        __webhook::Delivery::payload::<fincra::Payout>(__delivery)?,
                    )
                }
                __webhook::Some("virtualaccount.approved") => {
                    Self::Account(
                        __webhook::Delivery::payload::<fincra::Account>(__delivery)?,
                    )
                }
                __webhook::Some("ping") => {
                    __webhook::check::whole(__delivery, Self::Ping)?
                }
                _ => Self::Other(<RawEvent as __webhook::check::Rest>::take(__delivery)?),
            };
            __webhook::Ok(__webhook::Some(__event))
        }
    }
    impl Money {
        /// The event's name; empty if it has none. Of several that a variant takes, the first.
        pub fn name(&self) -> &__webhook::str {
            match self {
                Self::Paid { .. } => "payout.successful",
                Self::Failed { .. } => "payout.failed",
                Self::Account { .. } => "virtualaccount.approved",
                Self::Ping { .. } => "ping",
                Self::Other(__event) => {
                    <RawEvent as __webhook::check::Rest>::name(__event)
                }
            }
        }
    }
    const __PROVIDER: __webhook::check::Declared = __webhook::check::Declared::of_events::<
        Money,
    >();
    const _: () = __PROVIDER.event("payout.successful");
    const _: () = __PROVIDER.event("payout.failed");
    const _: () = __PROVIDER.event("virtualaccount.approved");
    const _: () = __PROVIDER.event("ping");
};
