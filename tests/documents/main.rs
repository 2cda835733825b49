//! Pages of the documentation that are written from the code, and pages that name tests.
//! `WEBHOOK_BLESS=1 cargo test --test documents` writes the former.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a page that cannot be read fails the test"
)]

mod api_examples;
mod compiler_page;
mod guide;
mod promises;
mod providers_page;
mod readme;
mod tests_page;
mod trials;
