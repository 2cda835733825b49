//! The catalogue of webhook-kit: providers, one module each, each behind the feature of its name.
//!
//! A module holds a provider's declaration: how it signs, where things stand in its bodies. Its
//! documentation says where each fact comes from, what the sources leave open, and what was chosen
//! there. The first five, [`ascend`], [`fincra`], [`goodstack`], [`ratio`] and [`waldo`], have their
//! events as an enum, and their payloads, too; of the others a handler takes `RawEvent`, a type of
//! the user's own, or an enum that derives `WebhookEvent`.
//!
//! How sure a declaration is, it says itself ([`Scheme::evidence`](webhook_core::Scheme::evidence)):
//! one that is not confirmed by the provider's own material says so in the first lines of its
//! module. [All of them in a table][table], and what is not declared and why.
//!
//! [table]: https://github.com/webhook-kit/webhook-kit/blob/main/docs/providers.md
//!
//! # What all payloads have in common
//!
//! - Keys that are not listed are ignored, and names that are not listed are kept as `Other`
//!   ([`open_enum!`](webhook_core::open_enum!)): what a sender adds breaks no delivery.
//! - Numbers that matter keep every digit ([`Decimal`](webhook_core::value::Decimal)), and no time
//!   that cannot be read costs a delivery ([`Timestamp`](webhook_core::value::Timestamp)).
//! - An optional field is `None` where the key is absent and where it is null.
//! - Free-form objects such as `metadata` stay text until they are asked for
//!   ([`Json`](webhook_core::value::Json)).
//! - Payloads are `#[non_exhaustive]`: fields are added as they become known. Serialised, they have
//!   the provider's keys, and null where there is no value.

#![cfg_attr(docsrs, feature(doc_cfg))]

mod catalogue;
mod registry;

mod ai;
mod business;
mod commerce;
mod content;
mod devices;
mod devtools;
mod email;
mod fintech;
mod identity;
mod messaging;
mod nonprofits;
mod payments;

// Written by webhook-macros/tests/catalogue_names.rs.
#[cfg(feature = "anthropic")]
pub use ai::anthropic;
#[cfg(feature = "cursor")]
pub use ai::cursor;
#[cfg(feature = "deepgram")]
pub use ai::deepgram;
#[cfg(feature = "elevenlabs")]
pub use ai::elevenlabs;
#[cfg(feature = "gemini-api")]
pub use ai::gemini_api;
#[cfg(feature = "openai")]
pub use ai::openai;
#[cfg(feature = "replicate")]
pub use ai::replicate;
#[cfg(feature = "retell")]
pub use ai::retell;
#[cfg(feature = "adobe-sign")]
pub use business::adobe_sign;
#[cfg(feature = "ashby")]
pub use business::ashby;
#[cfg(feature = "bamboohr")]
pub use business::bamboohr;
#[cfg(feature = "cal-com")]
pub use business::cal_com;
#[cfg(feature = "clickup")]
pub use business::clickup;
#[cfg(feature = "close")]
pub use business::close;
#[cfg(feature = "crisp")]
pub use business::crisp;
#[cfg(feature = "cronofy")]
pub use business::cronofy;
#[cfg(feature = "docusign")]
pub use business::docusign;
#[cfg(feature = "dropbox")]
pub use business::dropbox;
#[cfg(feature = "dropbox-sign")]
pub use business::dropbox_sign;
#[cfg(feature = "figma")]
pub use business::figma;
#[cfg(feature = "front")]
pub use business::front;
#[cfg(feature = "greenhouse")]
pub use business::greenhouse;
#[cfg(feature = "hubspot-v1")]
pub use business::hubspot_v1;
#[cfg(feature = "hubspot-v3")]
pub use business::hubspot_v3;
#[cfg(feature = "intercom")]
pub use business::intercom;
#[cfg(feature = "linear")]
pub use business::linear;
#[cfg(feature = "merge")]
pub use business::merge;
#[cfg(feature = "microsoft-graph")]
pub use business::microsoft_graph;
#[cfg(feature = "nango")]
pub use business::nango;
#[cfg(feature = "notion")]
pub use business::notion;
#[cfg(feature = "nylas")]
pub use business::nylas;
#[cfg(feature = "pandadoc")]
pub use business::pandadoc;
#[cfg(feature = "pipedrive")]
pub use business::pipedrive;
#[cfg(feature = "podium")]
pub use business::podium;
#[cfg(feature = "smartsheet")]
pub use business::smartsheet;
#[cfg(feature = "tally")]
pub use business::tally;
#[cfg(feature = "trello")]
pub use business::trello;
#[cfg(feature = "typeform")]
pub use business::typeform;
#[cfg(feature = "zendesk")]
pub use business::zendesk;
#[cfg(feature = "aftership")]
pub use commerce::aftership;
#[cfg(feature = "easypost")]
pub use commerce::easypost;
#[cfg(feature = "ebay")]
pub use commerce::ebay;
#[cfg(feature = "etsy-sw")]
pub use commerce::etsy_sw;
#[cfg(feature = "lob")]
pub use commerce::lob;
#[cfg(feature = "saleor")]
pub use commerce::saleor;
#[cfg(feature = "shipengine")]
pub use commerce::shipengine;
#[cfg(feature = "shippo")]
pub use commerce::shippo;
#[cfg(feature = "shopify")]
pub use commerce::shopify;
#[cfg(feature = "squarespace")]
pub use commerce::squarespace;
#[cfg(feature = "woocommerce")]
pub use commerce::woocommerce;
#[cfg(feature = "box-com")]
pub use content::box_com;
#[cfg(feature = "contentful")]
pub use content::contentful;
#[cfg(feature = "discourse")]
pub use content::discourse;
#[cfg(feature = "dub")]
pub use content::dub;
#[cfg(feature = "framer")]
pub use content::framer;
#[cfg(feature = "ghost")]
pub use content::ghost;
#[cfg(feature = "hygraph")]
pub use content::hygraph;
#[cfg(feature = "imagekit")]
pub use content::imagekit;
#[cfg(feature = "kontent-ai")]
pub use content::kontent_ai;
#[cfg(feature = "linkedin")]
pub use content::linkedin;
#[cfg(feature = "mux")]
pub use content::mux;
#[cfg(feature = "sanity")]
pub use content::sanity;
#[cfg(feature = "tiktok")]
pub use content::tiktok;
#[cfg(feature = "twitch")]
pub use content::twitch;
#[cfg(feature = "webflow")]
pub use content::webflow;
#[cfg(feature = "x")]
pub use content::x;
#[cfg(feature = "oura")]
pub use devices::oura;
#[cfg(feature = "samsara")]
pub use devices::samsara;
#[cfg(feature = "seam")]
pub use devices::seam;
#[cfg(feature = "whoop")]
pub use devices::whoop;
#[cfg(feature = "atlassian-connect")]
pub use devtools::atlassian_connect;
#[cfg(feature = "autodesk")]
pub use devtools::autodesk;
#[cfg(feature = "aws-sns")]
pub use devtools::aws_sns;
#[cfg(feature = "bitbucket")]
pub use devtools::bitbucket;
#[cfg(feature = "buildkite")]
pub use devtools::buildkite;
#[cfg(feature = "cloudevents")]
pub use devtools::cloudevents;
#[cfg(feature = "cloudflare-notifications")]
pub use devtools::cloudflare_notifications;
#[cfg(feature = "configcat")]
pub use devtools::configcat;
#[cfg(feature = "datadog")]
pub use devtools::datadog;
#[cfg(feature = "doppler")]
pub use devtools::doppler;
#[cfg(feature = "expo")]
pub use devtools::expo;
#[cfg(feature = "gitea")]
pub use devtools::gitea;
#[cfg(feature = "github")]
pub use devtools::github;
#[cfg(feature = "gitlab-signing-token")]
pub use devtools::gitlab_signing_token;
#[cfg(feature = "gitlab-token")]
pub use devtools::gitlab_token;
#[cfg(feature = "google-pubsub")]
pub use devtools::google_pubsub;
#[cfg(feature = "grafana")]
pub use devtools::grafana;
#[cfg(feature = "heroku")]
pub use devtools::heroku;
#[cfg(feature = "hookdeck")]
pub use devtools::hookdeck;
#[cfg(feature = "jira")]
pub use devtools::jira;
#[cfg(feature = "keygen")]
pub use devtools::keygen;
#[cfg(feature = "mongodb-atlas")]
pub use devtools::mongodb_atlas;
#[cfg(feature = "netlify")]
pub use devtools::netlify;
#[cfg(feature = "new-relic")]
pub use devtools::new_relic;
#[cfg(feature = "pagerduty")]
pub use devtools::pagerduty;
#[cfg(feature = "qstash")]
pub use devtools::qstash;
#[cfg(feature = "render")]
pub use devtools::render;
#[cfg(feature = "segment")]
pub use devtools::segment;
#[cfg(feature = "sentry")]
pub use devtools::sentry;
#[cfg(feature = "standard-webhooks")]
pub use devtools::standard_webhooks;
#[cfg(feature = "svix")]
pub use devtools::svix;
#[cfg(feature = "vercel")]
pub use devtools::vercel;
#[cfg(feature = "brevo")]
pub use email::brevo;
#[cfg(feature = "constant-contact")]
pub use email::constant_contact;
#[cfg(feature = "customer-io")]
pub use email::customer_io;
#[cfg(feature = "kit")]
pub use email::kit;
#[cfg(feature = "klaviyo")]
pub use email::klaviyo;
#[cfg(feature = "loops")]
pub use email::loops;
#[cfg(feature = "mailchimp")]
pub use email::mailchimp;
#[cfg(feature = "mailersend")]
pub use email::mailersend;
#[cfg(feature = "mailgun")]
pub use email::mailgun;
#[cfg(feature = "mailtrap")]
pub use email::mailtrap;
#[cfg(feature = "mandrill")]
pub use email::mandrill;
#[cfg(feature = "postmark")]
pub use email::postmark;
#[cfg(feature = "resend")]
pub use email::resend;
#[cfg(feature = "sendgrid")]
pub use email::sendgrid;
#[cfg(feature = "brex")]
pub use fintech::brex;
#[cfg(feature = "finch")]
pub use fintech::finch;
#[cfg(feature = "increase")]
pub use fintech::increase;
#[cfg(feature = "lithic")]
pub use fintech::lithic;
#[cfg(feature = "mercury")]
pub use fintech::mercury;
#[cfg(feature = "metronome")]
pub use fintech::metronome;
#[cfg(feature = "modern-treasury")]
pub use fintech::modern_treasury;
#[cfg(feature = "moov")]
pub use fintech::moov;
#[cfg(feature = "orb")]
pub use fintech::orb;
#[cfg(feature = "pinwheel")]
pub use fintech::pinwheel;
#[cfg(feature = "plaid")]
pub use fintech::plaid;
#[cfg(feature = "ramp")]
pub use fintech::ramp;
#[cfg(feature = "revolut")]
pub use fintech::revolut;
#[cfg(feature = "xero")]
pub use fintech::xero;
#[cfg(feature = "checkr")]
pub use identity::checkr;
#[cfg(feature = "clerk")]
pub use identity::clerk;
#[cfg(feature = "fusionauth")]
pub use identity::fusionauth;
#[cfg(feature = "kinde")]
pub use identity::kinde;
#[cfg(feature = "logto")]
pub use identity::logto;
#[cfg(feature = "okta")]
pub use identity::okta;
#[cfg(feature = "onfido")]
pub use identity::onfido;
#[cfg(feature = "persona")]
pub use identity::persona;
#[cfg(feature = "stytch")]
pub use identity::stytch;
#[cfg(feature = "supabase-auth-hooks")]
pub use identity::supabase_auth_hooks;
#[cfg(feature = "vanta")]
pub use identity::vanta;
#[cfg(feature = "waldo")]
pub use identity::waldo;
#[cfg(feature = "workos")]
pub use identity::workos;
#[cfg(feature = "ably")]
pub use messaging::ably;
#[cfg(feature = "airship")]
pub use messaging::airship;
#[cfg(feature = "discord")]
pub use messaging::discord;
#[cfg(feature = "knock")]
pub use messaging::knock;
#[cfg(feature = "lark")]
pub use messaging::lark;
#[cfg(feature = "line")]
pub use messaging::line;
#[cfg(feature = "liveblocks")]
pub use messaging::liveblocks;
#[cfg(feature = "livekit")]
pub use messaging::livekit;
#[cfg(feature = "messagebird")]
pub use messaging::messagebird;
#[cfg(feature = "meta")]
pub use messaging::meta;
#[cfg(feature = "ms-teams")]
pub use messaging::ms_teams;
#[cfg(feature = "plivo-v3")]
pub use messaging::plivo_v3;
#[cfg(feature = "pusher")]
pub use messaging::pusher;
#[cfg(feature = "sendbird")]
pub use messaging::sendbird;
#[cfg(feature = "sinch-voice")]
pub use messaging::sinch_voice;
#[cfg(feature = "slack")]
pub use messaging::slack;
#[cfg(feature = "stream")]
pub use messaging::stream;
#[cfg(feature = "telegram")]
pub use messaging::telegram;
#[cfg(feature = "telnyx")]
pub use messaging::telnyx;
#[cfg(feature = "twilio")]
pub use messaging::twilio;
#[cfg(feature = "viber")]
pub use messaging::viber;
#[cfg(feature = "vonage-jwt")]
pub use messaging::vonage_jwt;
#[cfg(feature = "wecom")]
pub use messaging::wecom;
#[cfg(feature = "zoom")]
pub use messaging::zoom;
#[cfg(feature = "goodstack")]
pub use nonprofits::goodstack;
#[cfg(feature = "adyen-payments")]
pub use payments::adyen_payments;
#[cfg(feature = "adyen-platform")]
pub use payments::adyen_platform;
#[cfg(feature = "affirm")]
pub use payments::affirm;
#[cfg(feature = "airwallex")]
pub use payments::airwallex;
#[cfg(feature = "apple-app-store")]
pub use payments::apple_app_store;
#[cfg(feature = "ascend")]
pub use payments::ascend;
#[cfg(feature = "bolt")]
pub use payments::bolt;
#[cfg(feature = "braintree")]
pub use payments::braintree;
#[cfg(feature = "cashfree")]
pub use payments::cashfree;
#[cfg(feature = "chargebee")]
pub use payments::chargebee;
#[cfg(feature = "chargily")]
pub use payments::chargily;
#[cfg(feature = "checkout-com")]
pub use payments::checkout_com;
#[cfg(feature = "coinbase-commerce")]
pub use payments::coinbase_commerce;
#[cfg(feature = "dlocal")]
pub use payments::dlocal;
#[cfg(feature = "dodo-payments")]
pub use payments::dodo_payments;
#[cfg(feature = "fastspring")]
pub use payments::fastspring;
#[cfg(feature = "fincra")]
pub use payments::fincra;
#[cfg(feature = "gocardless")]
pub use payments::gocardless;
#[cfg(feature = "iyzico")]
pub use payments::iyzico;
#[cfg(feature = "lemon-squeezy")]
pub use payments::lemon_squeezy;
#[cfg(feature = "mercado-pago")]
pub use payments::mercado_pago;
#[cfg(feature = "mollie")]
pub use payments::mollie;
#[cfg(feature = "monnify")]
pub use payments::monnify;
#[cfg(feature = "paddle")]
pub use payments::paddle;
#[cfg(feature = "paymongo")]
pub use payments::paymongo;
#[cfg(feature = "paypal")]
pub use payments::paypal;
#[cfg(feature = "paystack")]
pub use payments::paystack;
#[cfg(feature = "polar")]
pub use payments::polar;
#[cfg(feature = "primer")]
pub use payments::primer;
#[cfg(feature = "quicknode")]
pub use payments::quicknode;
#[cfg(feature = "ratio")]
pub use payments::ratio;
#[cfg(feature = "razorpay")]
pub use payments::razorpay;
#[cfg(feature = "recurly")]
pub use payments::recurly;
#[cfg(feature = "square")]
pub use payments::square;
#[cfg(feature = "stripe")]
pub use payments::stripe;
#[cfg(feature = "tbank")]
pub use payments::tbank;
#[cfg(feature = "whop")]
pub use payments::whop;
#[cfg(feature = "yoomoney")]
pub use payments::yoomoney;
#[cfg(feature = "zoho-payments")]
pub use payments::zoho_payments;
// End of what is written.

pub use registry::{Entry, Sample};

/// Every provider of the catalogue whose feature is on, by name.
///
/// ```
/// for entry in webhook_providers::all() {
///     println!("{}: {} events, see {}", entry.scheme.name(), entry.events.len(), entry.scheme.docs());
/// }
/// # let fincra = webhook_providers::all().iter().find(|entry| entry.scheme.name() == "fincra");
/// # assert!(fincra.is_none_or(|fincra| fincra.events.contains(&"payout.successful")));
/// ```
pub const fn all() -> &'static [Entry] {
    catalogue::ALL
}
