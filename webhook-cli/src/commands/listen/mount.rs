//! A provider's endpoint, which tells its verdict beside its answer.

use std::{
    future::Future,
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
};

use bytes::Bytes;
use http::{Request, Response};
use webhook_kit::{Secret, Secrets};

use crate::{catalogue::Provider, failure::Failure, verdict::Verdict};

type Served = Pin<Box<dyn Future<Output = (Response<Bytes>, Verdict)> + Send>>;

/// An endpoint whose handler's type is of no interest.
pub(super) struct Mount {
    provider: Provider,
    serve: Box<dyn Fn(Request<Bytes>) -> Served + Send + Sync>,
}

impl Mount {
    pub(super) fn new(
        provider: Provider,
        secrets: Secrets,
        url: &str,
        limit: usize,
        token: Option<Secret>,
    ) -> Result<Self, Failure> {
        let mut endpoint =
            provider.scheme.endpoint(secrets, |_| async {})?.limit(limit).url(url)?;
        if let Some(token) = token {
            endpoint = endpoint.verify_token(token);
        }
        let serve = move |request| -> Served {
            let verdict = Arc::new(Mutex::new(None));
            let told = Arc::clone(&verdict);
            let endpoint = endpoint.clone().observe(move |report| {
                *told.lock().unwrap_or_else(PoisonError::into_inner) =
                    Some(Verdict::reported(report));
            });
            Box::pin(async move {
                let response = endpoint.handle(request).await;
                let verdict = verdict.lock().unwrap_or_else(PoisonError::into_inner).take();
                (response, verdict.unwrap_or_else(|| Verdict::refused("no verdict")))
            })
        };
        Ok(Self { provider, serve: Box::new(serve) })
    }

    pub(super) fn name(&self) -> &'static str {
        self.provider.name()
    }

    /// The endpoint's answer, and why.
    pub(super) fn serve(&self, request: Request<Bytes>) -> Served {
        (self.serve)(request)
    }
}
