//! Every scheme as `Declared::to_attribute` writes it: `WEBHOOK_BLESS=1 cargo test --test declared`
//! renews them.

use webhook_kit::declared::Declared;

mod apple_app_store;
mod asana;
mod ascend;
mod atlas_like;
mod aws_sns;
mod azure_event_grid;
mod clock_in_body;
mod close;
mod cloudevents;
mod constant_contact;
mod crisp;
mod cronofy;
mod digest_header;
mod discord;
mod docusign;
mod every_method;
mod figma;
mod fincra;
mod fireblocks;
mod fitbit;
mod fusionauth;
mod goodstack;
mod hubspot_v1;
mod hubspot_v3;
mod keygen;
mod kinde;
mod lever;
mod linkedin;
mod liqpay;
mod mailgun;
mod mattermost;
mod mercado_pago;
mod messagebird;
mod messagebird_legacy;
mod meta;
mod monday;
mod openai;
mod opennode;
mod oura;
mod p24_like;
mod pandadoc;
mod paymob;
mod phonepe_v1;
mod plaid;
mod polar;
mod postmark;
mod qstash;
mod quicknode;
mod rapyd_like;
mod ratio;
mod recurly;
mod robokassa;
mod saleor;
mod sanity;
mod sendgrid;
mod sha512_like;
mod sinch_voice;
mod slack;
mod smartsheet;
mod squarespace;
mod standard_webhooks;
mod stripe;
mod svix;
mod telegram;
mod trello;
mod twilio;
mod twitch;
mod waldo;
mod wayforpay;
mod websub;
mod woocommerce;
mod wrike;
mod yoomoney;
mod zoom;

pub(super) const ALL: &[Declared] = &[
    Declared::of::<ascend::Written>(),
    Declared::of::<fincra::Written>(),
    Declared::of::<goodstack::Written>(),
    Declared::of::<ratio::Written>(),
    Declared::of::<waldo::Written>(),
    Declared::of::<apple_app_store::Written>(),
    Declared::of::<aws_sns::Written>(),
    Declared::of::<close::Written>(),
    Declared::of::<cloudevents::Written>(),
    Declared::of::<constant_contact::Written>(),
    Declared::of::<crisp::Written>(),
    Declared::of::<cronofy::Written>(),
    Declared::of::<discord::Written>(),
    Declared::of::<docusign::Written>(),
    Declared::of::<figma::Written>(),
    Declared::of::<fusionauth::Written>(),
    Declared::of::<hubspot_v1::Written>(),
    Declared::of::<hubspot_v3::Written>(),
    Declared::of::<keygen::Written>(),
    Declared::of::<kinde::Written>(),
    Declared::of::<linkedin::Written>(),
    Declared::of::<mailgun::Written>(),
    Declared::of::<mercado_pago::Written>(),
    Declared::of::<messagebird::Written>(),
    Declared::of::<meta::Written>(),
    Declared::of::<openai::Written>(),
    Declared::of::<oura::Written>(),
    Declared::of::<pandadoc::Written>(),
    Declared::of::<plaid::Written>(),
    Declared::of::<polar::Written>(),
    Declared::of::<postmark::Written>(),
    Declared::of::<qstash::Written>(),
    Declared::of::<quicknode::Written>(),
    Declared::of::<recurly::Written>(),
    Declared::of::<saleor::Written>(),
    Declared::of::<sanity::Written>(),
    Declared::of::<sendgrid::Written>(),
    Declared::of::<sinch_voice::Written>(),
    Declared::of::<slack::Written>(),
    Declared::of::<smartsheet::Written>(),
    Declared::of::<squarespace::Written>(),
    Declared::of::<standard_webhooks::Written>(),
    Declared::of::<stripe::Written>(),
    Declared::of::<svix::Written>(),
    Declared::of::<telegram::Written>(),
    Declared::of::<trello::Written>(),
    Declared::of::<twilio::Written>(),
    Declared::of::<twitch::Written>(),
    Declared::of::<woocommerce::Written>(),
    Declared::of::<yoomoney::Written>(),
    Declared::of::<zoom::Written>(),
    Declared::of::<digest_header::Written>(),
    Declared::of::<messagebird_legacy::Written>(),
    Declared::of::<mattermost::Written>(),
    Declared::of::<lever::Written>(),
    Declared::of::<paymob::Written>(),
    Declared::of::<wayforpay::Written>(),
    Declared::of::<opennode::Written>(),
    Declared::of::<clock_in_body::Written>(),
    Declared::of::<liqpay::Written>(),
    Declared::of::<robokassa::Written>(),
    Declared::of::<phonepe_v1::Written>(),
    Declared::of::<p24_like::Written>(),
    Declared::of::<sha512_like::Written>(),
    Declared::of::<rapyd_like::Written>(),
    Declared::of::<monday::Written>(),
    Declared::of::<atlas_like::Written>(),
    Declared::of::<fireblocks::Written>(),
    Declared::of::<every_method::Written>(),
    Declared::of::<wrike::Written>(),
    Declared::of::<asana::Written>(),
    Declared::of::<fitbit::Written>(),
    Declared::of::<websub::Written>(),
    Declared::of::<azure_event_grid::Written>(),
];
