const _: () = {
    use kit::inner::__private as __webhook;
    #[automatically_derived]
    impl __webhook::Provider for AcmePay {
        const SCHEME: &'static __webhook::Scheme = &__webhook::Scheme::new(
            "acme-pay",
            __webhook::Algorithm::HmacSha256,
            &["x-signature"],
        );
    }
};
