const _: () = {
    use ::webhook_kit::__private as __webhook;
    #[automatically_derived]
    impl<'de> __webhook::WebhookEvent<'de> for Money {
        type Provider = __webhook::providers::fincra::__Provider;
        const NAMES: &'static [&'static __webhook::str] = &[
            "payout.successful",
            "payout.failed",
            "virtualaccount.approved",
            "ping",
        ];
        type Payloads = (
            ((fincra::Payout,), (fincra::Payout,), (fincra::Account,), ()),
        );
        fn take(
            __name: __webhook::Option<&__webhook::str>,
            __from: __webhook::Undecoded<'_, 'de>,
        ) -> __webhook::Result<__webhook::Option<Self>, __webhook::DecodeError> {
            let __event = match __name {
                __webhook::Some("payout.successful") => {
                    Self::Paid(__webhook::take::<fincra::Payout>(__from)?)
                }
                __webhook::Some("payout.failed") => {
                    Self::Failed(__webhook::take::<fincra::Payout>(__from)?)
                }
                __webhook::Some("virtualaccount.approved") => {
                    Self::Account(__webhook::take::<fincra::Account>(__from)?)
                }
                __webhook::Some("ping") => __webhook::whole(__from, Self::Ping)?,
                _ => Self::Other(<RawEvent as __webhook::Rest>::take(__from)?),
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
                Self::Other(__event) => <RawEvent as __webhook::Rest>::name(__event),
            }
        }
    }
    const __PROVIDER: __webhook::Declared = __webhook::of_events::<Money>();
    const _: () = __PROVIDER.event("payout.successful");
    const _: () = __PROVIDER.event("payout.failed");
    const _: () = __PROVIDER.event("virtualaccount.approved");
    const _: () = __PROVIDER.event("ping");
    #[allow(unused_imports)]
    use __webhook::check::{Unlisted as _, Unshaped as _};
    type __Sender = __webhook::check::SenderOf<Money>;
    const __0: __webhook::check::Place = __PROVIDER.place("payout.successful");
    const __1: __webhook::check::Place = __PROVIDER.place("payout.failed");
    const __2: __webhook::check::Place = __PROVIDER.place("virtualaccount.approved");
    const _: () = __PROVIDER
        .carries(<__webhook::check::Of<fincra::Payout>>::SHAPE, &["payout.successful"]);
    const _: fn() = || __Sender::payload::<fincra::Payout, { __0.0 }, { __0.1 }>();
    const _: () = __PROVIDER
        .carries(<__webhook::check::Of<fincra::Payout>>::SHAPE, &["payout.failed"]);
    const _: fn() = || __Sender::payload::<fincra::Payout, { __1.0 }, { __1.1 }>();
    const _: () = __PROVIDER
        .carries(
            <__webhook::check::Of<fincra::Account>>::SHAPE,
            &["virtualaccount.approved"],
        );
    const _: fn() = || __Sender::payload::<fincra::Account, { __2.0 }, { __2.1 }>();
};
