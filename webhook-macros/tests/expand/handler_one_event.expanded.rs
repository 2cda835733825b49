#[allow(clippy::unused_async)]
async fn paid(payout: Payout, State(db): State<Db>) {}
///The handler `paid`; [`endpoint`](Self::endpoint) makes it ready to be mounted.
#[allow(non_camel_case_types)]
#[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::marker::Copy)]
struct paid {}
const _: () = {
    use ::webhook_kit::__private as __webhook;
    impl paid {
        /// Makes the handler ready to be mounted, with the secrets that it trusts.
        ///
        /// # Errors
        ///
        /// If there is no secret, or one that cannot be a key of the provider's scheme.
        fn endpoint(
            secrets: impl __webhook::core::convert::Into<__webhook::Secrets>,
        ) -> __webhook::Result<__webhook::Endpoint<Self>, __webhook::SetupError> {
            __webhook::Endpoint::new(Self {}, secrets)
        }
    }
    impl __webhook::Handler for paid {
        type Provider = Acme;
        type State = App;
        const TAKES: __webhook::Option<&'static [&'static __webhook::str]> = __webhook::Some(
            &["payout.successful"],
        );
        const TASK: __webhook::Option<&'static __webhook::str> = __webhook::Some("paid");
        #[allow(unused_qualifications)]
        async fn call(
            &self,
            __context: __webhook::Context<'_, Self::State>,
        ) -> __webhook::Result<__webhook::Answer, __webhook::HandlerError> {
            let __event = __webhook::check::only::<
                Payout,
            >(__context.delivery, "payout.successful")?;
            let __argument_1 = <State<
                Db,
            > as __webhook::FromDelivery<Self::State>>::from_delivery(__context)?;
            __webhook::IntoAnswer::into_answer(paid(__event, __argument_1).await)
        }
    }
    const __PROVIDER: __webhook::Declared = __webhook::of_handler::<paid>();
    const _: () = __PROVIDER.event("payout.successful");
    #[allow(unused_imports)]
    use __webhook::check::{Unlisted as _, Unshaped as _};
    type __Sender = __webhook::check::SenderTo<paid>;
    const __0: __webhook::check::Place = __PROVIDER.place("payout.successful");
    const _: () = __PROVIDER
        .carries(<__webhook::check::Of<Payout>>::SHAPE, &["payout.successful"]);
    const _: fn() = || __Sender::payload::<Payout, { __0.0 }, { __0.1 }>();
};
