const _: () = {
    use kit::inner::__private as __webhook;
    #[automatically_derived]
    impl __webhook::Provider for AcmePay {
        const SCHEME: &'static __webhook::Scheme = &__webhook::Scheme::of(__webhook::Checked {
            name: "acme-pay",
            headers: &["x-signature"],
            ..__webhook::Checked::EMPTY
        });
    }
};
