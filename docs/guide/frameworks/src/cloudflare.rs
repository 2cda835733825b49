//! Cloudflare Workers: worker 0.8, with its feature `http`.

use std::time::{Duration, SystemTime};

use webhook_kit::{Endpoint, ResponseBody, Secret};
use worker::{Date, Delay, HttpRequest, send::SendFuture};

use crate::on_github;

/// A Worker has no clock and no timer but JavaScript's.
fn endpoint(secret: Secret) -> Result<Endpoint<on_github>, webhook_kit::SetupError> {
    let endpoint = on_github::endpoint(secret)?
        .clock(|| SystemTime::UNIX_EPOCH + Duration::from_millis(Date::now().as_millis()))
        .timer(|duration: Duration| SendFuture::new(Delay::from(duration)));
    Ok(endpoint)
}

#[worker::event(fetch)]
async fn fetch(
    request: HttpRequest,
    env: worker::Env,
    _: worker::Context,
) -> worker::Result<http::Response<ResponseBody>> {
    let secret = Secret::new(env.secret("GITHUB_WEBHOOK_SECRET")?.to_string());
    let endpoint = endpoint(secret).map_err(|error| worker::Error::from(error.to_string()))?;
    tower::Service::call(&mut endpoint.clone(), request).await.map_err(|never| match never {})
}
