//! What the guide's chapter on frameworks shows: one endpoint in each of them, asked with the signature that
//! GitHub publishes, and with the same over another body.
//!
//! `tests/documents` of webhook-kit checks that the chapter shows this code and no other.

#![forbid(unsafe_code)]

pub mod actix_web;
pub mod axum;
pub mod cloudflare;
pub mod hyper;
pub mod lambda;
pub mod poem;
pub mod rocket;
pub mod salvo;
pub mod tonic;
pub mod warp;

use webhook_kit::{RawEvent, webhook};

#[webhook(provider = "github")]
pub async fn on_github(event: RawEvent) {
    println!("{}", event.name());
}

#[cfg(test)]
mod published {
    use std::net::SocketAddr;

    use tokio::{
        io::{AsyncReadExt, AsyncWriteExt},
        net::TcpStream,
    };
    use webhook_kit::{Endpoint, Secret};

    /// GitHub's, from "Validating webhook deliveries".
    pub(crate) const SECRET: &str = "It's a Secret to Everybody";
    pub(crate) const SIGNATURE: &str =
        "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";
    pub(crate) const BODY: &str = "Hello, World!";

    pub(crate) fn endpoint() -> Endpoint<crate::on_github> {
        crate::on_github::endpoint(Secret::new(SECRET)).expect("a secret")
    }

    /// What a server answers at `/webhooks/github`, in one piece and in chunks.
    async fn answers(server: SocketAddr, body: &str) -> [String; 2] {
        let whole = format!("content-length: {}\r\n\r\n{body}", body.len());
        let (first, second) = body.split_at(5);
        let chunked = format!(
            "transfer-encoding: chunked\r\n\r\n5\r\n{first}\r\n{:x}\r\n{second}\r\n0\r\n\r\n",
            second.len()
        );
        let mut answers = [const { String::new() }; 2];
        for (answer, rest) in answers.iter_mut().zip([whole, chunked]) {
            let request = format!(
                "POST /webhooks/github HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\
                 content-type: application/json\r\nx-github-event: ping\r\n\
                 x-hub-signature-256: {SIGNATURE}\r\n{rest}"
            );
            let mut stream = TcpStream::connect(server).await.expect("a connection");
            stream.write_all(request.as_bytes()).await.expect("the request is sent");
            stream.read_to_string(answer).await.expect("an answer");
        }
        answers
    }

    /// Genuine 200, tampered 401.
    pub(crate) async fn assert_served(server: SocketAddr) {
        for answer in answers(server, BODY).await {
            assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
        }
        for answer in answers(server, "Hello, World?").await {
            assert!(answer.starts_with("HTTP/1.1 401 "), "{answer}");
            assert!(answer.contains("application/problem+json"), "{answer}");
        }
    }
}

/// Without a framework.
pub mod none {
    use webhook_kit::{Delivery, Rejection, Verifier, providers::github::GitHub};

    pub fn verify(
        verifier: &Verifier<GitHub>,
        request: http::Request<bytes::Bytes>,
    ) -> Result<Delivery, Rejection> {
        let (parts, body) = request.into_parts();
        verifier.verify(&parts, body)
    }
}
