//! AWS Lambda, behind API Gateway or a function URL: lambda_http 1.

use lambda_http::Error;
use webhook_kit::Endpoint;

use crate::on_github;

pub async fn run(endpoint: Endpoint<on_github>) -> Result<(), Error> {
    lambda_http::run(endpoint).await
}

#[cfg(test)]
mod tests {
    use http::Request;
    use lambda_http::{Body, IntoResponse};
    use tower::ServiceExt;

    use crate::published::{BODY, SIGNATURE, endpoint};

    #[tokio::test]
    async fn genuine_200_tampered_401() {
        for (body, status) in [(BODY, 200), ("Hello, World?", 401)] {
            let request = Request::post("/webhooks/github")
                .header("x-github-event", "ping")
                .header("x-hub-signature-256", SIGNATURE)
                .body(Body::from(body))
                .expect("a request");
            let response = endpoint().oneshot(request).await.expect("an answer");
            assert_eq!(response.into_response().await.status(), status);
        }
    }
}
