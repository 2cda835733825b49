//! Endpoints of schemes that are known only when the program runs.

use std::future::Future;

use super::Endpoint;
use crate::{
    delivery::Delivery,
    error::SetupError,
    grammar::Algorithm,
    handler::{Answer, Context, Handler, HandlerError, IntoAnswer},
    keys::Secrets,
    provider::Provider,
    scheme::Scheme,
};

impl Scheme {
    /// An endpoint for a provider that is known only when the program runs, with a function that
    /// takes each [`Delivery`]: authenticated, and handled once, as everywhere.
    ///
    /// ```
    /// # use webhook_core as webhook_kit;
    /// use std::convert::Infallible;
    /// use webhook_kit::{Delivery, Endpoint, Handler, Scheme, Secret, SetupError};
    ///
    /// fn endpoint(scheme: &'static Scheme, secret: Secret) -> Result<Endpoint<impl Handler<State = ()>>, SetupError> {
    ///     scheme.endpoint(secret, |delivery: Delivery| async move {
    ///         println!("{} {:?}", delivery.provider(), delivery.event());
    ///     })
    /// }
    /// # use webhook_kit::scheme::Algorithm;
    /// # static SCHEME: Scheme = Scheme::new("example", Algorithm::HmacSha256, &["x-signature"]);
    /// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
    /// # let secret = Secret::new("a secret");
    /// # let endpoint = endpoint(&SCHEME, secret.clone()).unwrap();
    /// # assert_eq!(endpoint.handle(SCHEME.sign(&secret, "{}").request()).await.status(), 200);
    /// # let other = Secret::new("another");
    /// # assert_eq!(endpoint.handle(SCHEME.sign(&other, "{}").request()).await.status(), 401);
    /// # });
    /// ```
    ///
    /// # Errors
    ///
    /// As [`Endpoint::new`].
    pub fn endpoint<F, R>(
        &'static self,
        secrets: impl Into<Secrets>,
        handler: F,
    ) -> Result<Endpoint<impl Handler<State = ()>>, SetupError>
    where
        F: Fn(Delivery) -> R + Send + Sync + 'static,
        R: Future<Output: IntoAnswer> + Send + 'static,
    {
        Endpoint::over(self, EveryDelivery(handler), &secrets.into())
    }
}

/// A function that takes whatever was authenticated.
struct EveryDelivery<F>(F);

/// Stands where the type of a handler names its provider. Its scheme is never asked for: the
/// endpoint has the one that it was made of.
enum ToldAtRunTime {}

impl Provider for ToldAtRunTime {
    // No signature stands anywhere: nothing could be genuine.
    const SCHEME: &'static Scheme = &Scheme::new("", Algorithm::HmacSha256, &[]);
}

impl<F, R> Handler for EveryDelivery<F>
where
    F: Fn(Delivery) -> R + Send + Sync + 'static,
    R: Future<Output: IntoAnswer> + Send + 'static,
{
    type Provider = ToldAtRunTime;
    type State = ();

    async fn call(&self, context: Context<'_, ()>) -> Result<Answer, HandlerError> {
        // As where a type is decoded: what cannot be read is refused.
        context.delivery.check_whole()?;
        (self.0)(context.delivery.clone()).await.into_answer()
    }
}
