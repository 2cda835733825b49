//! warp 0.4.

use ::warp::{Buf, Filter, Rejection, Reply, body, filters::path::FullPath, header, path};
use bytes::Bytes;
use futures::{Stream, TryStreamExt};
use http::{HeaderMap, Method, Request, Response};
use http_body_util::{BodyExt, StreamBody};
use tower::ServiceExt;
use webhook_kit::Endpoint;

use crate::on_github;

pub fn app(
    endpoint: Endpoint<on_github>,
) -> impl Filter<Extract = (impl Reply,), Error = Rejection> + Clone {
    warp::post()
        .and(path!("webhooks" / "github"))
        .and(path::full())
        .and(header::headers_cloned())
        .and(body::stream())
        .then(move |path, headers, body| answer(endpoint.clone(), path, headers, body))
}

async fn answer(
    endpoint: Endpoint<on_github>,
    path: FullPath,
    headers: HeaderMap,
    body: impl Stream<Item = Result<impl Buf + Send + 'static, warp::Error>> + Send + 'static,
) -> Response<Bytes> {
    let mut request = Request::new(StreamBody::new(body.map_ok(http_body::Frame::data)));
    *request.method_mut() = Method::POST;
    *request.uri_mut() = path.as_str().parse().unwrap_or_default();
    *request.headers_mut() = headers;
    let Ok(answer) = endpoint.oneshot(request).await;
    let (head, body) = answer.into_parts();
    let Ok(body) = body.collect().await;
    Response::from_parts(head, body.to_bytes())
}

#[cfg(test)]
mod tests {
    use tokio::net::TcpListener;

    use crate::published::{assert_served, endpoint};

    #[tokio::test]
    async fn genuine_200_tampered_401() {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port");
        let address = listener.local_addr().expect("an address");
        tokio::spawn(warp::serve(super::app(endpoint())).incoming(listener).run());
        assert_served(address).await;
    }
}
