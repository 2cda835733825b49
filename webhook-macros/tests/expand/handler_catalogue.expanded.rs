#[allow(clippy::unused_async)]
async fn on_fincra(event: fincra::Event) {
    todo!()
}
///The handler `on_fincra`; [`endpoint`](Self::endpoint) makes it ready to be mounted.
#[allow(non_camel_case_types)]
#[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::marker::Copy)]
struct on_fincra {}
const _: () = {
    use ::webhook_kit::__private as __webhook;
    impl on_fincra {
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
    impl __webhook::Handler for on_fincra {
        type Provider = __webhook::providers::fincra::__Provider;
        type State = ();
        const TASK: __webhook::Option<&'static __webhook::str> = __webhook::Some(
            "on_fincra",
        );
        #[allow(unused_qualifications)]
        async fn call(
            &self,
            __context: __webhook::Context<'_, Self::State>,
        ) -> __webhook::Result<__webhook::Answer, __webhook::HandlerError> {
            let __event = <fincra::Event as __webhook::FromEvent<
                '_,
                Self::Provider,
                _,
            >>::from_event(__context.delivery)?;
            __webhook::IntoAnswer::into_answer(on_fincra(__event).await)
        }
    }
    const __PROVIDER: __webhook::Declared = __webhook::of_handler::<on_fincra>();
    const _: () = __PROVIDER.header("signature");
    const _: () = __PROVIDER.algo("sha512");
};
