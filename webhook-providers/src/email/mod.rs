//! email. Written by `webhook-macros/tests/catalogue_names.rs`.

#[cfg(feature = "brevo")]
pub mod brevo;
#[cfg(feature = "constant-contact")]
pub mod constant_contact;
#[cfg(feature = "customer-io")]
pub mod customer_io;
#[cfg(feature = "klaviyo")]
pub mod klaviyo;
#[cfg(feature = "loops")]
pub mod loops;
#[cfg(feature = "mailchimp")]
pub mod mailchimp;
#[cfg(feature = "mailgun")]
pub mod mailgun;
#[cfg(feature = "mandrill")]
pub mod mandrill;
#[cfg(feature = "postmark")]
pub mod postmark;
#[cfg(feature = "resend")]
pub mod resend;
#[cfg(feature = "sendgrid")]
pub mod sendgrid;
