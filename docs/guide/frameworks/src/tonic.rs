//! tonic 0.14: webhooks beside gRPC services.

use ::axum::Router;
use ::tonic::service::Routes;
use webhook_kit::Endpoint;

use crate::on_github;

pub fn app(services: Routes, endpoint: Endpoint<on_github>) -> Router {
    services.into_axum_router().route_service("/webhooks/github", endpoint)
}

#[cfg(test)]
mod tests {
    use tokio::net::TcpListener;
    use tonic::service::Routes;

    use crate::published::{assert_served, endpoint};

    #[tokio::test]
    async fn genuine_200_tampered_401() {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let app = super::app(Routes::default(), endpoint());
        tokio::spawn(async move { axum::serve(listener, app).await });
        assert_served(address).await;
    }
}
