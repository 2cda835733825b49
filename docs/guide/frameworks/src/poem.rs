//! poem 3.1, with its feature `tower-compat`.

use ::poem::{Route, endpoint::TowerCompatExt};
use webhook_kit::Endpoint;

use crate::on_github;

pub fn app(endpoint: Endpoint<on_github>) -> Route {
    Route::new().at("/webhooks/github", endpoint.compat())
}

#[cfg(test)]
mod tests {
    use poem::{
        Server,
        listener::{Acceptor, Listener, TcpListener},
    };

    use crate::published::{assert_served, endpoint};

    #[tokio::test]
    async fn genuine_200_tampered_401() {
        let acceptor = TcpListener::bind("127.0.0.1:0").into_acceptor().await.expect("a port");
        let address = *acceptor.local_addr()[0].as_socket_addr().expect("an address");
        tokio::spawn(Server::new_with_acceptor(acceptor).run(super::app(endpoint())));
        assert_served(address).await;
    }
}
