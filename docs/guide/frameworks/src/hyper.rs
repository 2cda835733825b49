//! hyper 1, without a framework.

use std::io;

use ::hyper::server::conn::http1;
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    service::TowerToHyperService,
};
use tokio::net::TcpListener;
use webhook_kit::Endpoint;

use crate::on_github;

pub async fn serve(listener: TcpListener, endpoint: Endpoint<on_github>) -> io::Result<()> {
    loop {
        let (stream, _) = listener.accept().await?;
        let service = TowerToHyperService::new(endpoint.clone());
        let connection = http1::Builder::new()
            .timer(TokioTimer::new()) // so that a head that never ends costs half a minute
            .serve_connection(TokioIo::new(stream), service);
        tokio::spawn(connection);
    }
}

#[cfg(test)]
mod tests {
    use tokio::net::TcpListener;

    use crate::published::{assert_served, endpoint};

    #[tokio::test]
    async fn genuine_200_tampered_401() {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port");
        let address = listener.local_addr().expect("an address");
        tokio::spawn(super::serve(listener, endpoint()));
        assert_served(address).await;
    }
}
