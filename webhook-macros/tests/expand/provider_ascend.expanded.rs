const _: () = {
    use ::webhook_kit::__private as __webhook;
    #[automatically_derived]
    impl __webhook::Provider for Ascend {
        const SCHEME: &'static __webhook::Scheme = &__webhook::Scheme::of(__webhook::Checked {
            name: "ascend",
            docs: __webhook::Some("https://developers.useascend.com/docs/webhooks"),
            headers: &["x-ascend-signature"],
            format: __webhook::Format::List {
                separator: b',',
                items: &[
                    ("t=", __webhook::FormatPart::Timestamp),
                    ("v1=", __webhook::FormatPart::Signature),
                ],
            },
            message: &[
                &[
                    __webhook::Part::Timestamp,
                    __webhook::Part::Text(":"),
                    __webhook::Part::Body,
                ],
            ],
            timestamp: __webhook::Some(__webhook::Timestamp {
                place: __webhook::TimestampPlace::Header("x-ascend-request-timestamp"),
                unit: __webhook::Unit::Seconds,
                tolerance: __webhook::Some(
                    __webhook::core::time::Duration::from_secs(300u64),
                ),
                on_retry: __webhook::OnRetry::Renewed,
            }),
            id: &[
                &[__webhook::Part::Json(__webhook::Pointer::of(&["id"]))],
                &[__webhook::Part::Json(__webhook::Pointer::of(&["event_id"]))],
            ],
            event_type: &[
                &[__webhook::Part::Json(__webhook::Pointer::of(&["type"]))],
                &[__webhook::Part::Json(__webhook::Pointer::of(&["event_name"]))],
            ],
            payload: &[
                __webhook::Pointer::of(&["data"]),
                __webhook::Pointer::of(&["payload"]),
            ],
            ack: __webhook::Some(200u16),
            format_text: "t={timestamp},v1={signature}",
            message_texts: &["{timestamp}:{body}"],
            ..__webhook::Checked::EMPTY
        });
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
