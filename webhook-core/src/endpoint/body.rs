//! Bodies: the request's, read within a limit; the response's, which is in memory.

use std::{
    convert::Infallible,
    future::{Future, poll_fn},
    pin::{Pin, pin},
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};

use bytes::{Buf, Bytes};
use http::{Request, Version, header, request};
use http_body::{Body, Frame, SizeHint};

use crate::{error::BoxError, rejection::Rejection, timer::Timer, verify::StreamingVerifier};

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

/// How much of a body that nobody wants is read and dropped, and for how long, before the answer: it
/// takes no memory, and less time than hashing as much, which anybody can ask for.
const REST: usize = 4 * 1024 * 1024;
const REST_TIMEOUT: Duration = Duration::from_secs(1);

/// A request's body, which is known afterwards to have been read to its end or not.
///
/// A server of HTTP/1 that answers before the body has come has to close the connection: what is
/// still on its way would be taken for the next request. Clients that keep connections alive then lose
/// that next request, and those that are still sending lose the answer (RFC 9112 9.3, 9.6).
pub(super) struct Incoming<'a, B> {
    body: Pin<&'a mut B>,
    is_over: bool,
}

impl<'a, B> Incoming<'a, B>
where
    B: Body,
    B::Error: Into<BoxError>,
{
    pub(super) fn new(body: Pin<&'a mut B>) -> Self {
        Self { body, is_over: false }
    }

    /// Reads and drops the little that is left. Whether the connection has to be closed instead.
    pub(super) async fn leaves_rest(mut self, request: &Framing, deadline: &BodyDeadline) -> bool {
        // Who expects to be told has not sent anything, and a body is asked for by reading it.
        if request.expects || self.size_hint().lower() > (REST as u64) {
            return true;
        }
        let deadline = BodyDeadline { timeout: REST_TIMEOUT, timer: Arc::clone(&deadline.timer) };
        let mut frames = Frames::of(Pin::new(&mut self), &deadline);
        let mut left = REST;
        loop {
            match frames.next().await {
                Ok(None) => return false,
                Ok(Some(data)) => match left.checked_sub(data.remaining()) {
                    Some(rest) => left = rest,
                    None => return true,
                },
                Err(_) => return true,
            }
        }
    }
}

impl<B: Body> Body for Incoming<'_, B> {
    type Data = B::Data;
    type Error = B::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<B::Data>, B::Error>>> {
        let polled = self.body.as_mut().poll_frame(cx);
        self.is_over |= matches!(polled, Poll::Ready(None | Some(Err(_))));
        polled
    }

    fn is_end_stream(&self) -> bool {
        self.is_over || self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

/// What of a request's head says how its body ends.
pub(super) struct Framing {
    is_http1: bool,
    /// Whether the client waits to be told that its body is wanted.
    expects: bool,
}

impl Framing {
    pub(super) fn of<B>(request: &Request<B>) -> Self {
        Self {
            is_http1: request.version() <= Version::HTTP_11,
            expects: request.headers().contains_key(header::EXPECT),
        }
    }

    /// Whether there is something left of a body that stands in the way of the next request.
    pub(super) fn has_rest(&self, body: &impl Body) -> bool {
        self.is_http1 && !body.is_end_stream()
    }
}

/// How long a body is waited for, and with what.
#[derive(Clone)]
pub(super) struct BodyDeadline {
    pub(super) timeout: Duration,
    pub(super) timer: Arc<dyn Timer>,
}

/// The frames of a body, as they come, until the deadline ends.
struct Frames<'a, B> {
    body: Pin<&'a mut B>,
    deadline: &'a BodyDeadline,
    wait: Wait,
}

/// Whether a body that is not there is waited for.
enum Wait {
    NotYet,
    /// It was asked for, and is asked for once more before a timer is set: servers such as hyper
    /// hand over what they have received only after somebody has asked.
    Turn,
    /// For all of the body, not for each frame: a byte now and then is no progress.
    Until(Pin<Box<dyn Future<Output = ()> + Send>>),
}

impl<'a, B> Frames<'a, B>
where
    B: Body,
    B::Error: Into<BoxError>,
{
    fn of(body: Pin<&'a mut B>, deadline: &'a BodyDeadline) -> Self {
        Self { body, deadline, wait: Wait::NotYet }
    }

    /// What is next of the data. Trailers are not covered by any signature, and passed over.
    async fn next(&mut self) -> Result<Option<B::Data>, Rejection> {
        while let Some(frame) = poll_fn(|cx| self.poll(cx)).await? {
            if let Ok(data) = frame.into_data() {
                return Ok(Some(data));
            }
        }
        Ok(None)
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Result<Option<Frame<B::Data>>, Rejection>> {
        if let Poll::Ready(frame) = self.body.as_mut().poll_frame(cx) {
            let frame = frame.transpose();
            return Poll::Ready(frame.map_err(|error| Rejection::BodyUnreadable(error.into())));
        }
        let BodyDeadline { timeout, ref timer } = *self.deadline;
        match self.wait {
            Wait::NotYet => {
                self.wait = Wait::Turn;
                cx.waker().wake_by_ref();
                return Poll::Pending;
            }
            Wait::Turn => self.wait = Wait::Until(timer.sleep(timeout)),
            Wait::Until(_) => {}
        }
        let Wait::Until(end) = &mut self.wait else { return Poll::Pending };
        end.as_mut().poll(cx).map(|()| Err(Rejection::BodyTimeout { timeout }))
    }
}

/// Reads a body to its end, within the limit.
pub(super) async fn collect<B>(
    body: B,
    limit: usize,
    deadline: &BodyDeadline,
) -> Result<Bytes, Rejection>
where
    B: Body,
    B::Error: Into<BoxError>,
{
    let body = pin!(body);
    let mut frames = Frames::of(body, deadline);
    let mut collected = bytes::BytesMut::new();
    while let Some(data) = frames.next().await? {
        if data.remaining() > limit.saturating_sub(collected.len()) {
            return Err(Rejection::BodyTooLarge { limit });
        }
        bytes::BufMut::put(&mut collected, data);
    }
    Ok(collected.freeze())
}

/// Feeds the body to the verification as it arrives. Stops at the limit.
pub(super) async fn read<B>(
    body: B,
    running: &mut StreamingVerifier<'_>,
    deadline: &BodyDeadline,
) -> Result<(), Rejection>
where
    B: Body,
    B::Error: Into<BoxError>,
{
    let body = pin!(body);
    let mut frames = Frames::of(body, deadline);
    while let Some(mut data) = frames.next().await? {
        // Asked before it is copied: some bodies hand over all they have at once.
        if !running.takes(data.remaining()) {
            break;
        }
        running.push(data.copy_to_bytes(data.remaining()));
    }
    Ok(())
}
