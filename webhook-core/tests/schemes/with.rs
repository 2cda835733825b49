//! Schemes that no declaration says: one thing of a scheme changed.

use std::time::Duration;

use webhook_core::{
    Scheme,
    scheme::{
        Checked, Digest, Encoding, FetchedKeys, Format, Handshake, JwtScheme, KeyForm, OnRetry,
        Part, Source, Timestamp, TimestampPlace, Unit, Way,
    },
};

pub(crate) trait With: Sized {
    fn saying(self, change: impl FnOnce(&mut Checked)) -> Self;

    fn with_message(self, message: &'static [&'static [Part]]) -> Self {
        self.saying(|said| said.message = message)
    }

    fn with_signature(self, signature: Source) -> Self {
        self.saying(|said| said.signature = Some(signature))
    }

    fn with_digest(self, digest: Digest, source: Source) -> Self {
        self.saying(|said| said.digest = Some((digest, source)))
    }

    fn with_keys(self, keys: &'static FetchedKeys) -> Self {
        self.saying(|said| said.public_keys = Some(keys))
    }

    fn with_jwt(self, jwt: &'static JwtScheme) -> Self {
        self.saying(|said| said.jwt = Some(jwt))
    }

    fn with_format(self, format: Format) -> Self {
        self.saying(|said| said.format = format)
    }

    fn with_alternatives(self, ways: &'static [Way]) -> Self {
        self.saying(|said| said.alternatives = ways)
    }

    fn with_timestamp(self, place: TimestampPlace, unit: Unit, tolerance: u64) -> Self {
        let tolerance = Some(Duration::from_secs(tolerance));
        self.saying(|said| {
            said.timestamp = Some(Timestamp { place, unit, tolerance, on_retry: OnRetry::Renewed });
        })
    }

    fn with_handshake(self, handshake: &'static [Handshake]) -> Self {
        self.saying(|said| said.handshake = handshake)
    }

    fn with_secret_encoding(self, form: KeyForm) -> Self {
        self.saying(|said| said.secret_encoding = form)
    }

    fn with_encoding(self, encoding: Encoding) -> Self {
        self.saying(|said| said.encoding = encoding)
    }
}

impl With for Scheme {
    fn saying(self, change: impl FnOnce(&mut Checked)) -> Self {
        let mut data = *self.data();
        change(&mut data);
        Self::of(data)
    }
}
