//! What `webhook listen` answers.

use std::sync::Arc;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, Request, Response, StatusCode, Uri, header};
use tokio::sync::mpsc;

use super::{
    mount::Mount,
    now,
    shown::{Forwarded, Seen},
};
use crate::{
    verdict::{Verdict, Word},
    wire::{
        client::{Answer, Target},
        server::Received,
    },
};

/// Headers that concern one connection and not the next.
const HOP_BY_HOP: [HeaderName; 7] = [
    header::CONNECTION,
    header::TE,
    header::TRAILER,
    header::TRANSFER_ENCODING,
    header::UPGRADE,
    header::PROXY_AUTHENTICATE,
    header::PROXY_AUTHORIZATION,
];

pub(super) struct Answerer {
    pub(super) mounts: Vec<Mount>,
    pub(super) forward: Option<Target>,
    pub(super) status: Option<StatusCode>,
    pub(super) seen: mpsc::Sender<Seen>,
}

impl Answerer {
    pub(super) async fn answer(self: Arc<Self>, received: Received) -> Response<Bytes> {
        let at = now();
        let (request, why) = match received {
            Received::Whole(request) => (request, None),
            Received::TooLarge(request) => (
                request.map(|()| Bytes::new()),
                Some((StatusCode::PAYLOAD_TOO_LARGE, "the body is larger than the limit")),
            ),
            Received::CutOff(request) => (
                request.map(|()| Bytes::new()),
                Some((StatusCode::BAD_REQUEST, "the body did not come to its end")),
            ),
        };
        let mount = self.mount(&request);
        let (mut response, verdict, mut forwarded) = match (why, mount) {
            (Some((status, why)), _) => (empty(status), Verdict::refused(why), None),
            (None, None) => {
                let why = "no provider has this path: it ends with the provider's name";
                (empty(StatusCode::NOT_FOUND), Verdict::refused(why), None)
            }
            (None, Some(mount)) => {
                let (response, verdict) = mount.serve(request.clone()).await;
                (response, verdict, None)
            }
        };
        if matches!(verdict.word, Word::Genuine | Word::Repeated) {
            if let Some(target) = &self.forward {
                let (answer, told) = forward(target, &request).await;
                (response, forwarded) = (answer, Some(told));
            }
            if let Some(status) = self.status {
                response = empty(status);
            }
        }
        let seen = Seen {
            at,
            provider: mount.map(Mount::name),
            verdict,
            status: response.status(),
            forwarded,
            request,
        };
        // Told before it is answered, so that the last one is shown as well.
        let _ = self.seen.send(seen).await;
        response
    }

    /// The provider that a request is for.
    fn mount(&self, request: &Request<Bytes>) -> Option<&Mount> {
        if let [one] = &self.mounts[..] {
            return Some(one);
        }
        let last = request.uri().path().rsplit('/').find(|part| !part.is_empty())?;
        self.mounts.iter().find(|mount| mount.name() == last)
    }
}

fn empty(status: StatusCode) -> Response<Bytes> {
    let mut response = Response::new(Bytes::new());
    *response.status_mut() = status;
    response
}

/// Sends a delivery on as it came, and takes over the answer.
async fn forward(target: &Target, request: &Request<Bytes>) -> (Response<Bytes>, Forwarded) {
    let mut request = request.clone();
    drop_hop_by_hop(request.headers_mut());
    *request.uri_mut() = with_query(target.uri(), request.uri());
    match target.send(request).await {
        Ok(Answer { status, mut headers, body }) => {
            drop_hop_by_hop(&mut headers);
            headers.remove(header::CONTENT_LENGTH);
            let mut response = Response::new(body);
            *response.status_mut() = status;
            *response.headers_mut() = headers;
            (response, Forwarded::Answered(status))
        }
        Err(failure) => {
            (empty(StatusCode::BAD_GATEWAY), Forwarded::Unreachable(failure.to_string()))
        }
    }
}

fn drop_hop_by_hop(headers: &mut HeaderMap) {
    // Those too that a `Connection` names (RFC 9110 7.6.1).
    let values = headers.get_all(header::CONNECTION).iter();
    let named: Vec<HeaderName> = values
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .filter_map(|name| name.trim().parse().ok())
        .collect();
    for name in named {
        headers.remove(name);
    }
    for name in HOP_BY_HOP {
        headers.remove(name);
    }
}

/// The address, with the query of a request that came where it has none itself.
fn with_query(address: &Uri, came: &Uri) -> Uri {
    let (None, Some(query)) = (address.query(), came.query()) else { return address.clone() };
    format!("{address}?{query}").parse().unwrap_or_else(|_| address.clone())
}
