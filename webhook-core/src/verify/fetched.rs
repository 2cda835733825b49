//! The keys of a delivery that come from a source.

#[cfg(feature = "public-key")]
mod with {
    use std::{future::poll_fn, str, sync::Arc, task::Poll, time::Duration};

    use http::request;

    use super::super::{
        public::Fetched,
        tokens::{self, JwtPlace},
    };
    use crate::{
        error::SetupError,
        keys::{
            Secrets,
            key_source::{KeySource, KeySourceError, undeclared},
        },
        rejection::Rejection,
        request::text_of,
        scheme::{self, KeyId, Scheme},
        timer::Timer,
    };

    /// Where the keys come from, and where a delivery names its own.
    #[derive(Clone)]
    pub(crate) struct Source {
        from: Arc<dyn KeySource>,
        id: Option<KeyId>,
        timeout: Duration,
    }

    impl Source {
        /// The source that was given for a scheme, if one was.
        pub(crate) fn new(scheme: &Scheme, secrets: &Secrets) -> Result<Option<Self>, SetupError> {
            let Some(keys) = secrets.keys() else { return Ok(None) };
            let declared = scheme.data.public_keys.ok_or_else(|| undeclared(scheme))?;
            let (from, timeout) = keys.source(scheme)?;
            Ok(Some(Self { from, id: declared.id, timeout }))
        }

        /// Whether the head of a request says which keys it needs.
        pub(crate) fn knows_from_head(&self, scheme: &Scheme) -> bool {
            let place = match self.id {
                None => return true,
                Some(KeyId::Token) => scheme.data.signature,
                Some(KeyId::At(place)) => Some(place),
            };
            !matches!(
                place,
                Some(scheme::Source::Body | scheme::Source::Json(_) | scheme::Source::Form(_))
            )
        }

        /// Waits for the keys of a delivery.
        pub(crate) async fn keys(
            &self,
            place: JwtPlace<'_>,
            parts: &request::Parts,
            body: &[u8],
            timer: &dyn Timer,
        ) -> Result<Fetched, Rejection> {
            let id = match self.id {
                None => None,
                Some(KeyId::Token) => tokens::key_id(place, parts, body)?,
                Some(KeyId::At(place)) => Some(key_id(place, parts, body)?),
            };
            let mut wanted = self.from.keys(id.as_deref());
            let mut end = None;
            let found = poll_fn(|context| {
                if let Poll::Ready(found) = wanted.as_mut().poll(context) {
                    return Poll::Ready(found);
                }
                // Most keys are there: nothing is set up for them.
                let end = end.get_or_insert_with(|| timer.sleep(self.timeout));
                let late = || Err(KeySourceError::Unavailable("it took too long".into()));
                end.as_mut().poll(context).map(|()| late())
            });
            match found.await {
                Ok(keys) => Ok(Fetched::new(keys)),
                Err(KeySourceError::UnknownId) => Err(Rejection::UnknownKey),
                Err(KeySourceError::Unavailable(why)) => Err(Rejection::Keys(why.as_ref().into())),
            }
        }
    }

    /// The id that a delivery names.
    fn key_id(
        place: scheme::Source,
        parts: &request::Parts,
        body: &[u8],
    ) -> Result<String, Rejection> {
        let missing = || match place {
            scheme::Source::Header(header) | scheme::Source::HeaderJson(header, _) => {
                Rejection::MissingHeader { header }
            }
            _ => Rejection::UnknownKey,
        };
        let id = text_of(place, parts, body)?.ok_or_else(missing)?;
        str::from_utf8(&id).map(str::to_owned).map_err(|_| Rejection::UnknownKey)
    }
}

/// Stands for all of it where no public key can be read.
#[cfg(not(feature = "public-key"))]
#[allow(clippy::unnecessary_wraps, reason = "it looks like what it stands for")]
mod without {
    use std::future::Ready;

    use http::request;

    use super::super::{public::Fetched, tokens::JwtPlace};
    use crate::{
        error::SetupError, keys::Secrets, rejection::Rejection, scheme::Scheme, timer::Timer,
    };

    #[derive(Clone)]
    pub(crate) enum Source {}

    impl Source {
        pub(crate) fn new(_: &Scheme, _: &Secrets) -> Result<Option<Self>, SetupError> {
            Ok(None)
        }

        pub(crate) fn knows_from_head(&self, _: &Scheme) -> bool {
            match *self {}
        }

        pub(crate) fn keys(
            &self,
            _: JwtPlace<'_>,
            _: &request::Parts,
            _: &[u8],
            _: &dyn Timer,
        ) -> Ready<Result<Fetched, Rejection>> {
            match *self {}
        }
    }
}

#[cfg(feature = "public-key")]
pub(crate) use with::Source;
#[cfg(not(feature = "public-key"))]
pub(crate) use without::Source;
