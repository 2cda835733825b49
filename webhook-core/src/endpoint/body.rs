//! Bodies: the request's, read within a limit; the response's, which is in memory.

use std::{
    convert::Infallible,
    future::poll_fn,
    pin::{Pin, pin},
    task::{Context, Poll},
};

use bytes::{Buf, Bytes};
use http::{header, request};
use http_body::{Body, Frame, SizeHint};

use crate::{Rejection, handler::BoxError, verify::Running};

/// The body of an answer: a few bytes at most.
#[derive(Debug, Clone, Default)]
pub struct ResponseBody(Option<Bytes>);

impl ResponseBody {
    pub(super) fn new(bytes: Bytes) -> Self {
        Self(if bytes.is_empty() { None } else { Some(bytes) })
    }
}

impl Body for ResponseBody {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Poll::Ready(self.0.take().map(|bytes| Ok(Frame::data(bytes))))
    }

    fn is_end_stream(&self) -> bool {
        self.0.is_none()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.0.as_ref().map_or(0, |bytes| bytes.len() as u64))
    }
}

/// Refuses a body that is declared larger than the limit, before any of it is read.
pub(super) fn check_declared(
    parts: &request::Parts,
    body: &impl Body,
    limit: usize,
) -> Result<(), Rejection> {
    let declared = parts
        .headers
        .get(header::CONTENT_LENGTH)
        .and_then(|value| value.to_str().ok())
        // A length that cannot be read is the server's business; the body is bounded all the same.
        .and_then(|text| text.parse::<u64>().ok())
        .unwrap_or_default()
        .max(body.size_hint().lower());
    if usize::try_from(declared).is_ok_and(|declared| declared <= limit) {
        Ok(())
    } else {
        Err(Rejection::BodyTooLarge { limit })
    }
}

/// Reads a body to its end, within the limit.
pub(super) async fn collect<B>(body: B, limit: usize) -> Result<Bytes, Rejection>
where
    B: Body,
    B::Error: Into<BoxError>,
{
    let mut body = pin!(body);
    let mut collected = bytes::BytesMut::new();
    while let Some(frame) = poll_fn(|cx| body.as_mut().poll_frame(cx)).await {
        let frame = frame.map_err(|error| Rejection::BodyUnreadable(error.into()))?;
        let Ok(data) = frame.into_data() else { continue };
        if data.remaining() > limit.saturating_sub(collected.len()) {
            return Err(Rejection::BodyTooLarge { limit });
        }
        bytes::BufMut::put(&mut collected, data);
    }
    Ok(collected.freeze())
}

/// Feeds the body to the verification as it arrives. Stops at the limit.
pub(super) async fn read<B>(body: B, running: &mut Running<'_>) -> Result<(), Rejection>
where
    B: Body,
    B::Error: Into<BoxError>,
{
    let mut body = pin!(body);
    while let Some(frame) = poll_fn(|cx| body.as_mut().poll_frame(cx)).await {
        let frame = frame.map_err(|error| Rejection::BodyUnreadable(error.into()))?;
        // Trailers are not covered by any signature.
        let Ok(mut data) = frame.into_data() else { continue };
        // Asked before it is copied: some bodies hand over all they have at once.
        if !running.takes(data.remaining()) {
            break;
        }
        running.push(data.copy_to_bytes(data.remaining()));
    }
    Ok(())
}
