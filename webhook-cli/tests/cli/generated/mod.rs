//! What `webhook new-provider` and `webhook types` wrote: compiled, and its tests run. See `new_provider.rs`
//! and `types.rs`.

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
#[rustfmt::skip]
#[allow(dead_code, clippy::struct_field_names, reason = "nobody takes them, and the provider names them")]
mod types_adyen;
#[rustfmt::skip]
#[allow(dead_code, clippy::struct_field_names, reason = "nobody takes them, and the provider names them")]
mod types_github;
#[rustfmt::skip]
#[allow(dead_code, clippy::struct_field_names, reason = "nobody takes them, and the provider names them")]
mod types_linear;
#[rustfmt::skip]
#[allow(dead_code, clippy::struct_field_names, reason = "nobody takes them, and the provider names them")]
mod types_square;
#[rustfmt::skip]
#[allow(dead_code, clippy::struct_field_names, reason = "nobody takes them, and the provider names them")]
mod types_stripe;
