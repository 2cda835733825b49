//! Rocket 0.5.

use ::rocket::{
    Build, Data, Request, Response, Rocket, Route,
    data::ToByteUnit,
    http::{Header, Method, Status},
    route::{Handler, Outcome},
};
use webhook_kit::Endpoint;

use crate::on_github;

/// How much of a body Rocket reads: a byte more than the endpoint takes, so that 413 is the endpoint's.
const LIMIT: usize = webhook_kit::DEFAULT_LIMIT + 1;

pub fn app(endpoint: Endpoint<on_github>) -> Rocket<Build> {
    rocket::build().mount("/", Github(endpoint))
}

#[derive(Clone)]
struct Github(Endpoint<on_github>);

impl From<Github> for Vec<Route> {
    fn from(github: Github) -> Self {
        vec![Route::new(Method::Post, "/webhooks/github", github)]
    }
}

#[rocket::async_trait]
impl Handler for Github {
    async fn handle<'r>(&self, request: &'r Request<'_>, data: Data<'r>) -> Outcome<'r> {
        let mut head = http::Request::post(request.uri().to_string());
        for header in request.headers().iter() {
            head = head.header(header.name.as_str(), header.value.as_ref());
        }
        let Ok(body) = data.open(LIMIT.bytes()).into_bytes().await else {
            return Outcome::Error(Status::BadRequest);
        };
        let Ok(request) = head.body(body.into_inner().into()) else {
            return Outcome::Error(Status::BadRequest);
        };
        let (head, body) = self.0.handle(request).await.into_parts();
        let mut response = Response::build();
        response.status(Status::new(head.status.as_u16()));
        for (name, value) in &head.headers {
            let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
            response.header_adjoin(Header::new(name.to_string(), value));
        }
        Outcome::Success(response.sized_body(body.len(), std::io::Cursor::new(body)).finalize())
    }
}

#[cfg(test)]
mod tests {
    use std::net::TcpListener;

    use crate::published::{assert_served, endpoint};

    #[tokio::test]
    async fn genuine_200_tampered_401() {
        // A port that is free now: Rocket tells its own only to its fairings.
        let address =
            TcpListener::bind(("127.0.0.1", 0)).expect("a port").local_addr().expect("it");
        let config = rocket::Config {
            port: address.port(),
            log_level: rocket::config::LogLevel::Off,
            ..rocket::Config::debug_default()
        };
        let rocket = super::app(endpoint()).configure(config).ignite().await.expect("it ignites");
        let shutdown = rocket.shutdown();
        let running = tokio::spawn(rocket.launch());
        while tokio::net::TcpStream::connect(address).await.is_err() {
            tokio::time::sleep(std::time::Duration::from_millis(10)).await;
        }
        assert_served(address).await;
        shutdown.notify();
        running.await.expect("it ends").expect("it ends well");
    }
}
