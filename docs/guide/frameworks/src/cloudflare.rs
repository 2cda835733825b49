//! Cloudflare Workers: worker 0.8, with its feature `http`.

use std::time::{Duration, SystemTime};

use webhook_kit::{ResponseBody, Secret, install_time};
use worker::{Date, Delay, HttpRequest, send::SendFuture};

use crate::on_github;

/// A Worker has no clock and no timer but JavaScript's.
#[worker::event(start)]
fn start() {
    let clock = || SystemTime::UNIX_EPOCH + Duration::from_millis(Date::now().as_millis());
    let timer = |duration: Duration| SendFuture::new(Delay::from(duration));
    if let Err(error) = install_time(clock, timer) {
        worker::console_error!("{error}");
    }
}

#[worker::event(fetch)]
async fn fetch(
    request: HttpRequest,
    env: worker::Env,
    _: worker::Context,
) -> worker::Result<http::Response<ResponseBody>> {
    let secret = Secret::new(env.secret("GITHUB_WEBHOOK_SECRET")?.to_string());
    let mut endpoint =
        on_github::endpoint(secret).map_err(|error| worker::Error::from(error.to_string()))?;
    tower::Service::call(&mut endpoint, request).await.map_err(|never| match never {})
}
