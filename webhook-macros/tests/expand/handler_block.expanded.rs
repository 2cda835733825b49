impl Payments {
    #[allow(clippy::unused_async, clippy::unused_self)]
    async fn paid(
        &self,
        payout: fincra::Payout,
        delivery: Delivery,
    ) -> Result<(), AppError> {
        todo!()
    }
    #[allow(clippy::unused_async, clippy::unused_self)]
    async fn both(&self) {}
    #[allow(clippy::unused_async, clippy::unused_self)]
    async fn other(&self, event: RawEvent) {}
    fn helper(&self) {}
}
const _: () = {
    use ::webhook_kit::__private as __webhook;
    impl Payments {
        /// Makes the handlers ready to be mounted, with the secrets that they trust.
        ///
        /// # Errors
        ///
        /// If there is no secret, or one that cannot be a key of the provider's scheme.
        pub fn endpoint(
            self,
            secrets: impl __webhook::core::convert::Into<__webhook::Secrets>,
        ) -> __webhook::Result<__webhook::Endpoint<Self>, __webhook::SetupError> {
            __webhook::Endpoint::new(self, secrets)
        }
    }
    impl __webhook::Handler for Payments {
        type Provider = __webhook::providers::fincra::__Provider;
        type State = ();
        const TASK: __webhook::Option<&'static __webhook::str> = __webhook::Some(
            "Payments",
        );
        async fn call(
            &self,
            __context: __webhook::Context<'_, Self::State>,
        ) -> __webhook::Result<__webhook::Answer, __webhook::HandlerError> {
            let __from = __webhook::Undecoded::of(__context.delivery);
            match __webhook::check::event(__context.delivery)? {
                __webhook::Some("payout.successful") => {
                    let __event = __webhook::take::<fincra::Payout>(__from)?;
                    let __argument_1 = <Delivery as __webhook::FromDelivery<
                        Self::State,
                    >>::from_delivery(__context)?;
                    <Result<
                        (),
                        AppError,
                    > as __webhook::IntoAnswer>::into_answer(
                        Self::paid(self, __event, __argument_1).await,
                    )
                }
                __webhook::Some("a" | "b") => {
                    __webhook::whole(__from, ())?;
                    __webhook::IntoAnswer::into_answer(Self::both(self).await)
                }
                _ => {
                    let __event = <RawEvent as __webhook::Rest>::take(__from)?;
                    __webhook::IntoAnswer::into_answer(Self::other(self, __event).await)
                }
            }
        }
    }
    const __PROVIDER: __webhook::Declared = __webhook::of_handler::<Payments>();
    const _: () = __PROVIDER.event("payout.successful");
    const _: () = __PROVIDER
        .acknowledges(<Result<(), AppError> as __webhook::IntoAnswer>::STATUS);
    const _: () = __PROVIDER.event("a");
    const _: () = __PROVIDER.event("b");
    #[allow(unused_imports)]
    use __webhook::check::{Unlisted as _, Unshaped as _};
    type __Sender = __webhook::check::SenderTo<Payments>;
    const __0: __webhook::check::Place = __PROVIDER.place("payout.successful");
    const _: () = __PROVIDER
        .carries(<__webhook::check::Of<fincra::Payout>>::SHAPE, &["payout.successful"]);
    const _: fn() = || __Sender::payload::<fincra::Payout, { __0.0 }, { __0.1 }>();
};
