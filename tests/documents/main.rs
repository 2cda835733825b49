//! Pages of the documentation that are written from the code, and pages that name tests.
//! `WEBHOOK_BLESS=1 cargo test --test documents` writes the former.

mod compiler_page;
mod guide;
mod peers_page;
mod providers_page;
mod tests_page;
