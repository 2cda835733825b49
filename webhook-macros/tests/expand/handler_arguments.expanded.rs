#[allow(clippy::unused_async)]
/// Takes donations.
pub async fn on_goodstack(
    event: goodstack::Event,
    delivery: Delivery,
    State(db): State<Db>,
) -> Result<Ack, AppError> {
    todo!()
}
/// Takes donations.
#[allow(non_camel_case_types)]
#[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::marker::Copy)]
pub struct on_goodstack {}
const _: () = {
    use ::webhook_kit::__private as __webhook;
    impl on_goodstack {
        /// Makes the handler ready to be mounted, with the secrets that it trusts.
        ///
        /// # Errors
        ///
        /// If there is no secret, or one that cannot be a key of the provider's scheme.
        pub fn endpoint(
            secrets: impl __webhook::core::convert::Into<__webhook::Secrets>,
        ) -> __webhook::Result<__webhook::Endpoint<Self>, __webhook::SetupError> {
            __webhook::Endpoint::new(Self {}, secrets)
        }
    }
    impl __webhook::Handler for on_goodstack {
        type Provider = __webhook::providers::goodstack::__Provider;
        type State = Db;
        const TASK: __webhook::Option<&'static __webhook::str> = __webhook::Some(
            "on_goodstack",
        );
        #[allow(unused_qualifications)]
        async fn call(
            &self,
            __context: __webhook::Context<'_, Self::State>,
        ) -> __webhook::Result<__webhook::Answer, __webhook::HandlerError> {
            let __event = <goodstack::Event as __webhook::FromEvent<
                '_,
                Self::Provider,
                _,
            >>::from_event(__context.delivery)?;
            let __argument_1 = <Delivery as __webhook::FromDelivery<
                Self::State,
            >>::from_delivery(__context)?;
            let __argument_2 = <State<
                Db,
            > as __webhook::FromDelivery<Self::State>>::from_delivery(__context)?;
            <Result<
                Ack,
                AppError,
            > as __webhook::IntoAnswer>::into_answer(
                on_goodstack(__event, __argument_1, __argument_2).await,
            )
        }
    }
    const __PROVIDER: __webhook::Declared = __webhook::of_handler::<on_goodstack>();
    const _: () = __PROVIDER
        .acknowledges(<Result<Ack, AppError> as __webhook::IntoAnswer>::STATUS);
};
