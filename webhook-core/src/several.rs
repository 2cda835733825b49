//! Several handlers on one endpoint: a tuple of handlers is a handler.

use std::{fmt, marker::PhantomData};

use crate::{
    Handler, Provider, check,
    handler::{Answer, Context, Stop},
};

/// Takes all events that the handlers before it do not take, and does nothing: they are
/// acknowledged, and reported as unhandled.
///
/// Made by [`ignore_others`].
pub struct IgnoreOthers<P, S>(PhantomData<fn() -> (P, S)>);

/// The last of several handlers on one endpoint, where not every event of the provider has one:
/// `Endpoint::new((on_paid {}, on_failed {}, ignore_others()), secrets)`.
pub const fn ignore_others<P: Provider, S: Clone + Send + Sync + 'static>() -> IgnoreOthers<P, S> {
    IgnoreOthers(PhantomData)
}

impl<P, S> fmt::Debug for IgnoreOthers<P, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("IgnoreOthers")
    }
}

impl<P: Provider, S: Clone + Send + Sync + 'static> Handler for IgnoreOthers<P, S> {
    type Provider = P;
    type State = S;

    async fn call(&self, _: Context<'_, S>) -> Result<Answer, Stop> {
        Err(Stop::Unhandled)
    }
}

macro_rules! several {
    ($($handler:ident $index:tt),+) => {
        impl<First, $($handler),+> Handler for (First, $($handler),+)
        where
            First: Handler,
            $($handler: Handler<Provider = First::Provider, State = First::State>),+
        {
            type Provider = First::Provider;
            type State = First::State;

            const TAKES: Option<&'static [&'static str]> =
                check::several::<First::Provider>(&[First::TAKES, $($handler::TAKES),+]);

            async fn call(&self, context: Context<'_, First::State>) -> Result<Answer, Stop> {
                let name = check::event(context.delivery)?;
                if takes::<First>(name) {
                    return self.0.call(context).await;
                }
                $(
                    if takes::<$handler>(name) {
                        return self.$index.call(context).await;
                    }
                )+
                Err(Stop::Unhandled)
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

fn takes<H: Handler>(name: Option<&str>) -> bool {
    H::TAKES.is_none_or(|names| name.is_some_and(|name| names.contains(&name)))
}
