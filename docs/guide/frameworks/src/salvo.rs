//! salvo 1.1, with its feature `tower-compat`.

use ::salvo::{Router, http::ReqBody, prelude::TowerServiceCompat};
use webhook_kit::Endpoint;

use crate::on_github;

pub fn app(endpoint: Endpoint<on_github>) -> Router {
    let handler = TowerServiceCompat::<ReqBody, _, _, _>::compat(endpoint);
    Router::with_path("webhooks/github").goal(handler)
}

#[cfg(test)]
mod tests {
    use salvo::{
        Listener, Server,
        conn::{Acceptor, TcpListener},
    };

    use crate::published::{assert_served, endpoint};

    #[tokio::test]
    async fn genuine_200_tampered_401() {
        let acceptor = TcpListener::new("127.0.0.1:0").bind().await;
        let address = acceptor.holdings()[0].local_addr.clone().into_std().expect("an address");
        tokio::spawn(Server::new(acceptor).serve(super::app(endpoint())));
        assert_served(address).await;
    }
}
