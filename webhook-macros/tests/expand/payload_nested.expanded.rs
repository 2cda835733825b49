///Checked against what `github` publishes: npm @octokit/openapi-webhooks 12.1.0, npm @octokit/webhooks-examples 7.6.1, of 2026-09-16.
pub(crate) struct Opened<'a> {
    /// The number.
    /**

`/number` of [`pull_request.opened`](https://docs.github.com/en/webhooks/webhook-events-and-payloads#pull_request): a whole number.*/
    number: u64,
    ///`/pull_request/title` of [`pull_request.opened`](https://docs.github.com/en/webhooks/webhook-events-and-payloads#pull_request): a text.
    title: Cow<'a, str>,
    ///`/pull_request/state` of [`pull_request.opened`](https://docs.github.com/en/webhooks/webhook-events-and-payloads#pull_request): `closed`, `open`.
    state: State,
    ///`/pull_request/milestone` of [`pull_request.opened`](https://docs.github.com/en/webhooks/webhook-events-and-payloads#pull_request): an object.
    milestone: Option<Milestone<'a>>,
    newer: Option<Json>,
}
const _: () = {
    use crate::__private as __webhook;
    #[automatically_derived]
    impl<'__de: 'a, 'a> __webhook::Deserialize<'__de> for Opened<'a> {
        fn deserialize<__D: __webhook::Deserializer<'__de>>(
            __from: __D,
        ) -> __webhook::Result<Self, __D::Error> {
            const __NODES: &[__webhook::read::Node] = &[
                __webhook::read::Node {
                    name: "number",
                    field: 0usize,
                    below: &[],
                },
                __webhook::read::Node {
                    name: "pull_request",
                    field: __webhook::read::WAY,
                    below: &[
                        __webhook::read::Node {
                            name: "title",
                            field: 1usize,
                            below: &[],
                        },
                        __webhook::read::Node {
                            name: "state",
                            field: 2usize,
                            below: &[],
                        },
                        __webhook::read::Node {
                            name: "milestone",
                            field: 3usize,
                            below: &[],
                        },
                    ],
                },
                __webhook::read::Node {
                    name: "newer",
                    field: 4usize,
                    below: &[],
                },
            ];
            let mut __slots = [__webhook::None; 5usize];
            __webhook::read::slots(__from, __NODES, &mut __slots)?;
            #[allow(unused_variables)]
            let [__slot_0, __slot_1, __slot_2, __slot_3, __slot_4] = __slots;
            __webhook::Ok(Self {
                number: __webhook::read::required(
                    __slot_0,
                    &__webhook::read::About {
                        payload: "Opened",
                        place: "/number",
                        wanted: "u64",
                    },
                    __webhook::read::any,
                )?,
                title: __webhook::read::required(
                    __slot_1,
                    &__webhook::read::About {
                        payload: "Opened",
                        place: "/pull_request/title",
                        wanted: "Cow<'a, str>",
                    },
                    __webhook::read::cow,
                )?,
                state: __webhook::read::required(
                    __slot_2,
                    &__webhook::read::About {
                        payload: "Opened",
                        place: "/pull_request/state",
                        wanted: "State",
                    },
                    __webhook::read::any,
                )?,
                milestone: __webhook::read::optional(
                    __slot_3,
                    &__webhook::read::About {
                        payload: "Opened",
                        place: "/pull_request/milestone",
                        wanted: "Milestone<'a>",
                    },
                    __webhook::read::any,
                ),
                newer: __webhook::read::optional(
                    __slot_4,
                    &__webhook::read::About {
                        payload: "Opened",
                        place: "/newer",
                        wanted: "Json",
                    },
                    __webhook::read::any,
                ),
            })
        }
    }
    #[automatically_derived]
    impl<'a> __webhook::check::Shaped for Opened<'a> {
        const SHAPE: __webhook::check::Shape = __webhook::check::Shape::Payload(
            &__webhook::check::Part {
                provider: "github",
                name: "Opened",
                events: &["pull_request.opened", "pull_request"],
                at: "",
                types: &["PullRequestEvent"],
            },
        );
    }
    #[allow(unused_imports)]
    use __webhook::check::Unshaped as _;
    const _: () = <__webhook::check::Of<State>>::SHAPE
        .reads_text(
            "`/pull_request/state` of `pull_request.opened`",
            &["closed", "open"],
        );
    const _: () = <__webhook::check::Of<Milestone<'_>>>::SHAPE
        .reads_object(
            "`/pull_request/milestone` of `pull_request.opened`",
            "github",
            &["Milestone2"],
            "#[payload(\"github\", \"pull_request.opened\", at = \"/pull_request/milestone\")]",
        );
};
