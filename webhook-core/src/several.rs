//! Several handlers on one endpoint: a tuple of handlers is a handler.

use std::{fmt, marker::PhantomData};

use crate::{
    check,
    handler::{Answer, Context, Handler, HandlerError},
    provider::Provider,
};

/// Takes all events that the handlers before it do not take, and does nothing: they are
/// acknowledged, and reported as unhandled.
///
/// Made by [`ignore_others`].
pub struct IgnoreOthers<P, S = ()>(PhantomData<fn() -> (P, S)>);

/// The last of several handlers on one endpoint, where not every event of the provider has one:
/// `Endpoint::new((on_paid {}, on_failed {}, ignore_others()), secrets)`.
pub const fn ignore_others<P: Provider, S: Send + Sync + 'static>() -> IgnoreOthers<P, S> {
    IgnoreOthers(PhantomData)
}

impl<P, S> fmt::Debug for IgnoreOthers<P, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("IgnoreOthers")
    }
}

impl<P: Provider, S: Send + Sync + 'static> Handler for IgnoreOthers<P, S> {
    type Provider = P;
    type State = S;

    async fn call(&self, _: Context<'_, S>) -> Result<Answer, HandlerError> {
        Err(HandlerError::Unhandled)
    }
}

/// Compiles if several handlers share their provider's events among them.
///
/// [`Endpoint::new`](crate::Endpoint::new) asks the same, of the handlers that it is given, when the
/// program is built. Asked beside the handlers, `cargo check` and editors answer, at this line:
///
/// ```
/// # use webhook_core as webhook_kit;
/// # use webhook_kit::{Handler, Provider, Scheme, handler::{Answer, Context, HandlerError}, scheme::Algorithm};
/// # struct Acme;
/// # impl Provider for Acme {
/// #     const SCHEME: &'static Scheme = &Scheme::new("acme", Algorithm::HmacSha256, &["x-signature"]);
/// #     const EVENTS: &'static [&'static str] = &["paid", "failed"];
/// # }
/// # struct Takes<const FAILED: bool>;
/// # impl<const FAILED: bool> Handler for Takes<FAILED> {
/// #     type Provider = Acme;
/// #     type State = ();
/// #     const TAKES: Option<&'static [&'static str]> = Some(if FAILED { &["failed"] } else { &["paid"] });
/// #     async fn call(&self, _: Context<'_, ()>) -> Result<Answer, HandlerError> { Err(HandlerError::Unhandled) }
/// # }
/// # type OnPaid = Takes<false>;
/// # type OnFailed = Takes<true>;
/// const _: () = webhook_kit::check_handlers::<(OnPaid, OnFailed)>();
/// ```
///
/// An event that two of them take is an error, and so is one that none of them does:
///
/// ```compile_fail
/// # use webhook_core as webhook_kit;
/// # use webhook_kit::{Handler, Provider, Scheme, handler::{Answer, Context, HandlerError}, scheme::Algorithm};
/// # struct Acme;
/// # impl Provider for Acme {
/// #     const SCHEME: &'static Scheme = &Scheme::new("acme", Algorithm::HmacSha256, &["x-signature"]);
/// #     const EVENTS: &'static [&'static str] = &["paid", "failed"];
/// # }
/// # struct Takes<const FAILED: bool>;
/// # impl<const FAILED: bool> Handler for Takes<FAILED> {
/// #     type Provider = Acme;
/// #     type State = ();
/// #     const TAKES: Option<&'static [&'static str]> = Some(if FAILED { &["failed"] } else { &["paid"] });
/// #     async fn call(&self, _: Context<'_, ()>) -> Result<Answer, HandlerError> { Err(HandlerError::Unhandled) }
/// # }
/// # type OnPaid = Takes<false>;
/// const _: () = webhook_kit::check_handlers::<(OnPaid, OnPaid)>();
/// ```
///
/// # Panics
///
/// If they do not, which stops the compiler.
#[track_caller]
pub const fn check_handlers<H: Handler>() {
    check::several::<H>();
}

/// That a handler can stand beside another one on one endpoint.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot stand on one endpoint with `{First}`: it takes the deliveries of another provider, or has another state",
    label = "not of the provider and the state of `{First}`",
    note = "handlers of one endpoint name the same provider; where their `State<..>` differs, each names the type that has both, `state = AppState`"
)]
pub trait Beside<First: Handler>:
    Handler<Provider = First::Provider, State = First::State>
{
}

#[diagnostic::do_not_recommend]
impl<First: Handler, H> Beside<First> for H where
    H: Handler<Provider = First::Provider, State = First::State>
{
}

macro_rules! several {
    ($($handler:ident $index:tt),+) => {
        impl<First, $($handler),+> Handler for (First, $($handler),+)
        where
            First: Handler,
            $($handler: Beside<First>),+
        {
            type Provider = First::Provider;
            type State = First::State;

            const TAKES: Option<&'static [&'static str]> = check::together::<Self>();

            const PARTS: &'static [Option<&'static [&'static str]>] =
                &[First::TAKES, $($handler::TAKES),+];

            const TASKS: &'static [Option<&'static str>] = &[First::TASK, $($handler::TASK),+];

            fn task(event: Option<&str>) -> Option<&'static str> {
                if First::takes(event) {
                    return First::TASK;
                }
                $(
                    if $handler::takes(event) {
                        return $handler::TASK;
                    }
                )+
                None
            }

            fn takes(name: Option<&str>) -> bool {
                First::takes(name) $(|| $handler::takes(name))+
            }

            async fn call(&self, context: Context<'_, First::State>) -> Result<Answer, HandlerError> {
                let name = check::event(context.delivery)?;
                if First::takes(name) {
                    return self.0.call(context).await;
                }
                $(
                    if $handler::takes(name) {
                        return self.$index.call(context).await;
                    }
                )+
                Err(HandlerError::Unhandled)
            }
        }
    };
}

several!(B 1);
several!(B 1, C 2);
several!(B 1, C 2, D 3);
several!(B 1, C 2, D 3, E 4);
several!(B 1, C 2, D 3, E 4, F 5);
several!(B 1, C 2, D 3, E 4, F 5, G 6);
several!(B 1, C 2, D 3, E 4, F 5, G 6, H 7);
