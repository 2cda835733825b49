#[allow(clippy::unused_async)]
async fn on_acme(event: RawEvent) {}
///The handler `on_acme`; [`endpoint`](Self::endpoint) makes it ready to be mounted.
#[allow(non_camel_case_types)]
#[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::marker::Copy)]
struct on_acme {}
const _: () = {
    use kit::__private as __webhook;
    impl on_acme {
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
    impl __webhook::Handler for on_acme {
        type Provider = Self;
        type State = ();
        const TASK: __webhook::Option<&'static __webhook::str> = __webhook::Some(
            "on_acme",
        );
        #[allow(unused_qualifications)]
        async fn call(
            &self,
            __context: __webhook::Context<'_, Self::State>,
        ) -> __webhook::Result<__webhook::Answer, __webhook::HandlerError> {
            let __event = <RawEvent as __webhook::FromEvent<
                '_,
                Self::Provider,
                _,
            >>::from_event(__context.delivery)?;
            __webhook::IntoAnswer::into_answer(on_acme(__event).await)
        }
    }
    #[automatically_derived]
    impl __webhook::Provider for on_acme {
        const SCHEME: &'static __webhook::Scheme = &__webhook::Scheme::of(__webhook::Checked {
            name: "on-acme",
            headers: &["x-acme-signature"],
            event_type: &[&[__webhook::Part::Json(__webhook::Pointer::of(&["type"]))]],
            ..__webhook::Checked::EMPTY
        });
    }
};
