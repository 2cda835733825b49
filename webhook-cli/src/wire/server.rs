//! The server of `webhook listen`: bounded in everything that a client decides.

use std::{convert::Infallible, future::Future, sync::Arc, time::Duration};

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::{BodyExt as _, Full, LengthLimitError, Limited};
use hyper::{
    body::{Body as _, Incoming},
    server::conn::http1,
    service::service_fn,
};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::{
    net::{TcpListener, TcpStream},
    pin, select,
    sync::{Semaphore, watch},
    time::{sleep, timeout},
};

/// More than the head of any delivery.
const MAX_HEAD: usize = 64 * 1024;

/// How many clients may be connected at once; others wait.
const MAX_CONNECTIONS: u32 = 512;

/// How long a client may take for a head, and for a body.
const PATIENCE: Duration = Duration::from_secs(30);

/// How long answers may take that are under way when the server stops.
const FAREWELL: Duration = Duration::from_secs(5);

/// A request with its body, as far as that could be read.
#[derive(Debug)]
pub(crate) enum Received {
    Whole(Request<Bytes>),
    /// The body is larger than the limit.
    TooLarge(Request<()>),
    /// The body did not come to its end.
    CutOff(Request<()>),
}

/// Serves until `stop` changes, and ends what is under way.
pub(crate) async fn serve<H, F>(
    listener: TcpListener,
    limit: usize,
    handler: H,
    mut stop: watch::Receiver<bool>,
) where
    H: Fn(Received) -> F + Clone + Send + Sync + 'static,
    F: Future<Output = Response<Bytes>> + Send + 'static,
{
    let places = Arc::new(Semaphore::new(MAX_CONNECTIONS as usize));
    loop {
        let stream = select! {
            accepted = accept(&listener, &places) => accepted,
            _ = stop.changed() => break,
        };
        // Without a stream something was wrong with one client, or there are no descriptors left.
        let Some((stream, place)) = stream else {
            sleep(Duration::from_millis(50)).await;
            continue;
        };
        let (handler, stop) = (handler.clone(), stop.clone());
        tokio::spawn(async move {
            connection(stream, limit, handler, stop).await;
            drop(place);
        });
    }
    drop(listener);
    let _ = timeout(FAREWELL, places.acquire_many(MAX_CONNECTIONS)).await;
}

async fn accept(
    listener: &TcpListener,
    places: &Arc<Semaphore>,
) -> Option<(TcpStream, tokio::sync::OwnedSemaphorePermit)> {
    let place = Arc::clone(places).acquire_owned().await.ok()?;
    let (stream, _) = listener.accept().await.ok()?;
    stream.set_nodelay(true).ok()?;
    Some((stream, place))
}

async fn connection<H, F>(
    stream: TcpStream,
    limit: usize,
    handler: H,
    mut stop: watch::Receiver<bool>,
) where
    H: Fn(Received) -> F,
    F: Future<Output = Response<Bytes>>,
{
    let service = service_fn(|request: Request<Incoming>| async {
        let response = handler(receive(request, limit).await).await;
        Ok::<_, Infallible>(response.map(Full::new))
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(PATIENCE)
        .max_buf_size(MAX_HEAD)
        .serve_connection(TokioIo::new(stream), service);
    pin!(connection);
    // Errors are those of clients that went away: there is nobody to tell.
    select! {
        _ = connection.as_mut() => return,
        _ = stop.changed() => connection.as_mut().graceful_shutdown(),
    }
    let _ = timeout(FAREWELL, connection).await;
}

async fn receive(request: Request<Incoming>, limit: usize) -> Received {
    let (parts, body) = request.into_parts();
    // What says itself that it is too large is not waited for.
    if body.size_hint().lower() > u64::try_from(limit).unwrap_or(u64::MAX) {
        return Received::TooLarge(Request::from_parts(parts, ()));
    }
    match timeout(PATIENCE, Limited::new(body, limit).collect()).await {
        Ok(Ok(body)) => Received::Whole(Request::from_parts(parts, body.to_bytes())),
        Ok(Err(error)) if error.is::<LengthLimitError>() => {
            Received::TooLarge(Request::from_parts(parts, ()))
        }
        Ok(Err(_)) | Err(_) => Received::CutOff(Request::from_parts(parts, ())),
    }
}
