//! actix-web 4. Its request and its body stay on one thread, so the body is sent on through a channel.

use std::io;

use ::actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder, rt, web};
use bytes::Bytes;
use futures::{SinkExt, StreamExt, channel::mpsc};
use http_body_util::{BodyExt, StreamBody};
use tower::ServiceExt;
use webhook_kit::Endpoint;

use crate::on_github;

/// For `App::new().configure(routes)`.
pub fn routes(endpoint: Endpoint<on_github>) -> impl Fn(&mut web::ServiceConfig) + Clone {
    let endpoint = web::Data::new(endpoint);
    move |app| {
        app.app_data(endpoint.clone()).route("/webhooks/github", web::post().to(github));
    }
}

async fn github(
    request: HttpRequest,
    mut body: web::Payload,
    endpoint: web::Data<Endpoint<on_github>>,
) -> HttpResponse {
    let mut head =
        http::Request::builder().method(request.method().as_str()).uri(request.uri().to_string());
    for (name, value) in request.headers() {
        head = head.header(name.as_str(), value.as_bytes());
    }
    let (mut sender, receiver) = mpsc::channel::<io::Result<http_body::Frame<Bytes>>>(1);
    let Ok(request) = head.body(StreamBody::new(receiver)) else {
        return HttpResponse::BadRequest().finish();
    };
    rt::spawn(async move {
        while let Some(chunk) = body.next().await {
            let frame = chunk.map(http_body::Frame::data).map_err(io::Error::other);
            if sender.send(frame).await.is_err() {
                break; // the endpoint has answered already
            }
        }
    });
    let Ok(answer) = endpoint.get_ref().clone().oneshot(request).await;
    let (head, body) = answer.into_parts();
    let status = head.status.as_u16().try_into().unwrap_or_default();
    let mut response = HttpResponseBuilder::new(status);
    for (name, value) in &head.headers {
        response.append_header((name.as_str(), value.as_bytes()));
    }
    let Ok(body) = body.collect().await;
    response.body(body.to_bytes())
}

#[cfg(test)]
mod tests {
    use actix_web::{App, HttpServer};

    use crate::published::{assert_served, endpoint};

    #[actix_web::test]
    async fn genuine_200_tampered_401() {
        let routes = super::routes(endpoint());
        let server = HttpServer::new(move || App::new().configure(routes.clone()));
        let server = server.workers(1).bind(("127.0.0.1", 0)).expect("a port");
        let address = server.addrs()[0];
        let running = server.run();
        let handle = running.handle();
        actix_web::rt::spawn(running);
        assert_served(address).await;
        handle.stop(false).await;
    }
}
