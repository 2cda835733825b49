//! What `webhook new-provider` wrote: compiled, and its tests run. See `new_provider.rs`.

#[rustfmt::skip]
mod acme;
#[rustfmt::skip]
mod acme_asks;
#[rustfmt::skip]
mod acme_pay;
#[rustfmt::skip]
mod acme_tokens;
#[rustfmt::skip]
mod provider_3d_forms;
