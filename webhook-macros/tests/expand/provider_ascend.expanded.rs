const _: () = {
    use ::webhook_kit::__private as __webhook;
    #[automatically_derived]
    impl __webhook::Provider for Ascend {
        const SCHEME: &'static __webhook::Scheme = &__webhook::Scheme::new(
                "ascend",
                __webhook::Algorithm::HmacSha256,
                &["x-ascend-signature"],
            )
            .with_docs("https://developers.useascend.com/docs/webhooks")
            .with_format(
                "t={timestamp},v1={signature}",
                __webhook::Format::List {
                    separator: b',',
                    items: &[
                        ("t=", __webhook::FormatPart::Timestamp),
                        ("v1=", __webhook::FormatPart::Signature),
                    ],
                },
            )
            .with_message(
                &["{timestamp}:{body}"],
                &[
                    &[
                        __webhook::Part::Timestamp,
                        __webhook::Part::Text(":"),
                        __webhook::Part::Body,
                    ],
                ],
            )
            .with_timestamp(
                __webhook::TimestampPlace::Header("x-ascend-request-timestamp"),
                __webhook::Unit::Seconds,
                300u64,
            )
            .with_id(
                &[
                    &[__webhook::Part::Json(__webhook::Pointer(&["id"]))],
                    &[__webhook::Part::Json(__webhook::Pointer(&["event_id"]))],
                ],
            )
            .with_event(
                &[
                    &[__webhook::Part::Json(__webhook::Pointer(&["type"]))],
                    &[__webhook::Part::Json(__webhook::Pointer(&["event_name"]))],
                ],
            )
            .with_payload(
                &[__webhook::Pointer(&["data"]), __webhook::Pointer(&["payload"])],
            )
            .with_ack(200u16);
        const EVENTS: &'static [&'static __webhook::str] = {
            __webhook::check::events_are_of(
                <<Event as __webhook::WebhookEvent<
                    'static,
                >>::Provider as __webhook::Provider>::SCHEME,
                Self::SCHEME,
            );
            <Event as __webhook::WebhookEvent<'static>>::NAMES
        };
    }
    impl __webhook::check::Sends for Ascend {
        type Events = Event;
    }
    const _: () = {
        let _ = <Ascend as __webhook::Provider>::EVENTS;
    };
};
