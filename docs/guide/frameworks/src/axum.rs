//! axum 0.8.

use ::axum::Router;
use webhook_kit::Endpoint;

use crate::on_github;

pub fn app(endpoint: Endpoint<on_github>) -> Router {
    Router::new().route_service("/webhooks/github", endpoint)
}

#[cfg(test)]
mod tests {
    use tokio::net::TcpListener;

    use crate::published::{assert_served, endpoint};

    #[tokio::test]
    async fn genuine_200_tampered_401() {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port");
        let address = listener.local_addr().expect("an address");
        tokio::spawn(async move { axum::serve(listener, super::app(endpoint())).await });
        assert_served(address).await;
    }
}
