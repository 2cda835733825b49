//! Every provider. Written by `webhook-macros/tests/catalogue_names.rs`.

#[allow(unused_imports, reason = "without a feature there is no entry")]
use crate::registry::{Entry, entry};

#[rustfmt::skip]
pub(crate) const ALL: &[Entry] = &[
    #[cfg(feature = "ably")]
    entry!(ably, "ably", "messaging", []),
    #[cfg(feature = "adobe-sign")]
    entry!(adobe_sign, "adobe-sign", "business", []),
    #[cfg(feature = "adyen-payments")]
    entry!(adyen_payments, "adyen-payments", "payments", []),
    #[cfg(feature = "adyen-platform")]
    entry!(adyen_platform, "adyen-platform", "payments", []),
    #[cfg(feature = "affirm")]
    entry!(affirm, "affirm", "payments", []),
    #[cfg(feature = "aftership")]
    entry!(aftership, "aftership", "commerce", []),
    #[cfg(feature = "airship")]
    entry!(airship, "airship", "messaging", []),
    #[cfg(feature = "airwallex")]
    entry!(airwallex, "airwallex", "payments", []),
    #[cfg(feature = "anthropic")]
    entry!(anthropic, "anthropic", "ai", []),
    #[cfg(feature = "apple-app-store")]
    entry!(apple_app_store, "apple-app-store", "payments", []),
    #[cfg(feature = "ascend")]
    entry!(ascend, "ascend", "payments", [
        "invoice.paid.bare-older": "",
        "invoice.paid": "invoice.paid",
    ]),
    #[cfg(feature = "ashby")]
    entry!(ashby, "ashby", "business", []),
    #[cfg(feature = "atlassian-connect")]
    entry!(atlassian_connect, "atlassian-connect", "devtools", []),
    #[cfg(feature = "autodesk")]
    entry!(autodesk, "autodesk", "devtools", []),
    #[cfg(feature = "aws-sns")]
    entry!(aws_sns, "aws-sns", "devtools", []),
    #[cfg(feature = "bamboohr")]
    entry!(bamboohr, "bamboohr", "business", []),
    #[cfg(feature = "bitbucket")]
    entry!(bitbucket, "bitbucket", "devtools", []),
    #[cfg(feature = "bolt")]
    entry!(bolt, "bolt", "payments", []),
    #[cfg(feature = "box-com")]
    entry!(box_com, "box-com", "content", []),
    #[cfg(feature = "braintree")]
    entry!(braintree, "braintree", "payments", []),
    #[cfg(feature = "brevo")]
    entry!(brevo, "brevo", "email", []),
    #[cfg(feature = "brex")]
    entry!(brex, "brex", "fintech", []),
    #[cfg(feature = "buildkite")]
    entry!(buildkite, "buildkite", "devtools", []),
    #[cfg(feature = "cal-com")]
    entry!(cal_com, "cal-com", "business", []),
    #[cfg(feature = "cashfree")]
    entry!(cashfree, "cashfree", "payments", []),
    #[cfg(feature = "chargebee")]
    entry!(chargebee, "chargebee", "payments", []),
    #[cfg(feature = "chargily")]
    entry!(chargily, "chargily", "payments", []),
    #[cfg(feature = "checkout-com")]
    entry!(checkout_com, "checkout-com", "payments", []),
    #[cfg(feature = "checkr")]
    entry!(checkr, "checkr", "identity", []),
    #[cfg(feature = "clerk")]
    entry!(clerk, "clerk", "identity", []),
    #[cfg(feature = "clickup")]
    entry!(clickup, "clickup", "business", []),
    #[cfg(feature = "close")]
    entry!(close, "close", "business", []),
    #[cfg(feature = "cloudevents")]
    entry!(cloudevents, "cloudevents", "devtools", []),
    #[cfg(feature = "cloudflare-notifications")]
    entry!(cloudflare_notifications, "cloudflare-notifications", "devtools", []),
    #[cfg(feature = "coinbase-commerce")]
    entry!(coinbase_commerce, "coinbase-commerce", "payments", []),
    #[cfg(feature = "configcat")]
    entry!(configcat, "configcat", "devtools", []),
    #[cfg(feature = "constant-contact")]
    entry!(constant_contact, "constant-contact", "email", []),
    #[cfg(feature = "contentful")]
    entry!(contentful, "contentful", "content", []),
    #[cfg(feature = "crisp")]
    entry!(crisp, "crisp", "business", []),
    #[cfg(feature = "cronofy")]
    entry!(cronofy, "cronofy", "business", []),
    #[cfg(feature = "cursor")]
    entry!(cursor, "cursor", "ai", []),
    #[cfg(feature = "customer-io")]
    entry!(customer_io, "customer-io", "email", []),
    #[cfg(feature = "datadog")]
    entry!(datadog, "datadog", "devtools", []),
    #[cfg(feature = "deepgram")]
    entry!(deepgram, "deepgram", "ai", []),
    #[cfg(feature = "discord")]
    entry!(discord, "discord", "messaging", []),
    #[cfg(feature = "discourse")]
    entry!(discourse, "discourse", "content", []),
    #[cfg(feature = "dlocal")]
    entry!(dlocal, "dlocal", "payments", []),
    #[cfg(feature = "docusign")]
    entry!(docusign, "docusign", "business", []),
    #[cfg(feature = "dodo-payments")]
    entry!(dodo_payments, "dodo-payments", "payments", []),
    #[cfg(feature = "doppler")]
    entry!(doppler, "doppler", "devtools", []),
    #[cfg(feature = "dropbox")]
    entry!(dropbox, "dropbox", "business", []),
    #[cfg(feature = "dropbox-sign")]
    entry!(dropbox_sign, "dropbox-sign", "business", []),
    #[cfg(feature = "dub")]
    entry!(dub, "dub", "content", []),
    #[cfg(feature = "easypost")]
    entry!(easypost, "easypost", "commerce", []),
    #[cfg(feature = "ebay")]
    entry!(ebay, "ebay", "commerce", []),
    #[cfg(feature = "elevenlabs")]
    entry!(elevenlabs, "elevenlabs", "ai", []),
    #[cfg(feature = "etsy-sw")]
    entry!(etsy_sw, "etsy-sw", "commerce", []),
    #[cfg(feature = "expo")]
    entry!(expo, "expo", "devtools", []),
    #[cfg(feature = "fastspring")]
    entry!(fastspring, "fastspring", "payments", []),
    #[cfg(feature = "figma")]
    entry!(figma, "figma", "business", []),
    #[cfg(feature = "finch")]
    entry!(finch, "finch", "fintech", []),
    #[cfg(feature = "fincra")]
    entry!(fincra, "fincra", "payments", [
        "agency-banking.no-envelope": "",
        "charge.successful.card": "charge.successful",
        "charge.successful.checkout-2023": "charge.successful",
        "charge.successful.direct-bank-transfer-older": "charge.successful",
        "charge.successful": "charge.successful",
        "charge.successful.underpayment": "charge.successful",
        "collection.failed": "collection.failed",
        "collection.successful": "collection.successful",
        "collection.successful.ngn-2024": "collection.successful",
        "collection.successful.older": "collection.successful",
        "collection.successful.underpayment": "collection.successful",
        "conversion.failed": "conversion.failed",
        "conversion.successful": "conversion.successful",
        "mandate.approved": "mandate.approved",
        "payout.failed": "payout.failed",
        "payout.successful": "payout.successful",
        "payout.successful.older": "payout.successful",
        "virtualaccount.approved.corporate": "virtualaccount.approved",
        "virtualaccount.approved": "virtualaccount.approved",
        "virtualaccount.approved.older-gbp": "virtualaccount.approved",
        "virtualaccount.changed": "virtualaccount.changed",
        "virtualaccount.closed": "virtualaccount.closed",
        "virtualaccount.declined.eur": "virtualaccount.declined",
        "virtualaccount.declined": "virtualaccount.declined",
        "virtualaccount.issued": "virtualaccount.issued",
    ]),
    #[cfg(feature = "framer")]
    entry!(framer, "framer", "content", []),
    #[cfg(feature = "front")]
    entry!(front, "front", "business", []),
    #[cfg(feature = "fusionauth")]
    entry!(fusionauth, "fusionauth", "identity", []),
    #[cfg(feature = "gemini-api")]
    entry!(gemini_api, "gemini-api", "ai", []),
    #[cfg(feature = "ghost")]
    entry!(ghost, "ghost", "content", []),
    #[cfg(feature = "gitea")]
    entry!(gitea, "gitea", "devtools", []),
    #[cfg(feature = "github")]
    entry!(github, "github", "devtools", []),
    #[cfg(feature = "gitlab-signing-token")]
    entry!(gitlab_signing_token, "gitlab-signing-token", "devtools", []),
    #[cfg(feature = "gitlab-token")]
    entry!(gitlab_token, "gitlab-token", "devtools", []),
    #[cfg(feature = "gocardless")]
    entry!(gocardless, "gocardless", "payments", []),
    #[cfg(feature = "goodstack")]
    entry!(goodstack, "goodstack", "nonprofits", [
        "agent_verification.approved": "agent_verification.approved",
        "donation.hosted.payment_received": "donation.hosted.payment_received",
        "donation.payment_successful": "donation.payment_successful",
        "monitoring_subscription.updated": "monitoring_subscription.updated",
        "validation_request.approved": "validation_request.approved",
        "validation_submission.created": "validation_submission.created",
    ]),
    #[cfg(feature = "google-pubsub")]
    entry!(google_pubsub, "google-pubsub", "devtools", []),
    #[cfg(feature = "grafana")]
    entry!(grafana, "grafana", "devtools", []),
    #[cfg(feature = "greenhouse")]
    entry!(greenhouse, "greenhouse", "business", []),
    #[cfg(feature = "heroku")]
    entry!(heroku, "heroku", "devtools", []),
    #[cfg(feature = "hookdeck")]
    entry!(hookdeck, "hookdeck", "devtools", []),
    #[cfg(feature = "hubspot-v1")]
    entry!(hubspot_v1, "hubspot-v1", "business", []),
    #[cfg(feature = "hubspot-v3")]
    entry!(hubspot_v3, "hubspot-v3", "business", []),
    #[cfg(feature = "hygraph")]
    entry!(hygraph, "hygraph", "content", []),
    #[cfg(feature = "imagekit")]
    entry!(imagekit, "imagekit", "content", []),
    #[cfg(feature = "increase")]
    entry!(increase, "increase", "fintech", []),
    #[cfg(feature = "intercom")]
    entry!(intercom, "intercom", "business", []),
    #[cfg(feature = "iyzico")]
    entry!(iyzico, "iyzico", "payments", []),
    #[cfg(feature = "jira")]
    entry!(jira, "jira", "devtools", []),
    #[cfg(feature = "keygen")]
    entry!(keygen, "keygen", "devtools", []),
    #[cfg(feature = "kinde")]
    entry!(kinde, "kinde", "identity", []),
    #[cfg(feature = "kit")]
    entry!(kit, "kit", "email", []),
    #[cfg(feature = "klaviyo")]
    entry!(klaviyo, "klaviyo", "email", []),
    #[cfg(feature = "knock")]
    entry!(knock, "knock", "messaging", []),
    #[cfg(feature = "kontent-ai")]
    entry!(kontent_ai, "kontent-ai", "content", []),
    #[cfg(feature = "lark")]
    entry!(lark, "lark", "messaging", []),
    #[cfg(feature = "lemon-squeezy")]
    entry!(lemon_squeezy, "lemon-squeezy", "payments", []),
    #[cfg(feature = "line")]
    entry!(line, "line", "messaging", []),
    #[cfg(feature = "linear")]
    entry!(linear, "linear", "business", []),
    #[cfg(feature = "linkedin")]
    entry!(linkedin, "linkedin", "content", []),
    #[cfg(feature = "lithic")]
    entry!(lithic, "lithic", "fintech", []),
    #[cfg(feature = "liveblocks")]
    entry!(liveblocks, "liveblocks", "messaging", []),
    #[cfg(feature = "livekit")]
    entry!(livekit, "livekit", "messaging", []),
    #[cfg(feature = "lob")]
    entry!(lob, "lob", "commerce", []),
    #[cfg(feature = "logto")]
    entry!(logto, "logto", "identity", []),
    #[cfg(feature = "loops")]
    entry!(loops, "loops", "email", []),
    #[cfg(feature = "mailchimp")]
    entry!(mailchimp, "mailchimp", "email", []),
    #[cfg(feature = "mailersend")]
    entry!(mailersend, "mailersend", "email", []),
    #[cfg(feature = "mailgun")]
    entry!(mailgun, "mailgun", "email", []),
    #[cfg(feature = "mailtrap")]
    entry!(mailtrap, "mailtrap", "email", []),
    #[cfg(feature = "mandrill")]
    entry!(mandrill, "mandrill", "email", []),
    #[cfg(feature = "mercado-pago")]
    entry!(mercado_pago, "mercado-pago", "payments", []),
    #[cfg(feature = "mercury")]
    entry!(mercury, "mercury", "fintech", []),
    #[cfg(feature = "merge")]
    entry!(merge, "merge", "business", []),
    #[cfg(feature = "messagebird")]
    entry!(messagebird, "messagebird", "messaging", []),
    #[cfg(feature = "meta")]
    entry!(meta, "meta", "messaging", []),
    #[cfg(feature = "metronome")]
    entry!(metronome, "metronome", "fintech", []),
    #[cfg(feature = "microsoft-graph")]
    entry!(microsoft_graph, "microsoft-graph", "business", []),
    #[cfg(feature = "modern-treasury")]
    entry!(modern_treasury, "modern-treasury", "fintech", []),
    #[cfg(feature = "mollie")]
    entry!(mollie, "mollie", "payments", []),
    #[cfg(feature = "mongodb-atlas")]
    entry!(mongodb_atlas, "mongodb-atlas", "devtools", []),
    #[cfg(feature = "monnify")]
    entry!(monnify, "monnify", "payments", []),
    #[cfg(feature = "moov")]
    entry!(moov, "moov", "fintech", []),
    #[cfg(feature = "ms-teams")]
    entry!(ms_teams, "ms-teams", "messaging", []),
    #[cfg(feature = "mux")]
    entry!(mux, "mux", "content", []),
    #[cfg(feature = "nango")]
    entry!(nango, "nango", "business", []),
    #[cfg(feature = "netlify")]
    entry!(netlify, "netlify", "devtools", []),
    #[cfg(feature = "new-relic")]
    entry!(new_relic, "new-relic", "devtools", []),
    #[cfg(feature = "notion")]
    entry!(notion, "notion", "business", []),
    #[cfg(feature = "nylas")]
    entry!(nylas, "nylas", "business", []),
    #[cfg(feature = "okta")]
    entry!(okta, "okta", "identity", []),
    #[cfg(feature = "onfido")]
    entry!(onfido, "onfido", "identity", []),
    #[cfg(feature = "openai")]
    entry!(openai, "openai", "ai", []),
    #[cfg(feature = "orb")]
    entry!(orb, "orb", "fintech", []),
    #[cfg(feature = "oura")]
    entry!(oura, "oura", "devices", []),
    #[cfg(feature = "paddle")]
    entry!(paddle, "paddle", "payments", []),
    #[cfg(feature = "pagerduty")]
    entry!(pagerduty, "pagerduty", "devtools", []),
    #[cfg(feature = "pandadoc")]
    entry!(pandadoc, "pandadoc", "business", []),
    #[cfg(feature = "paymongo")]
    entry!(paymongo, "paymongo", "payments", []),
    #[cfg(feature = "paypal")]
    entry!(paypal, "paypal", "payments", []),
    #[cfg(feature = "paystack")]
    entry!(paystack, "paystack", "payments", []),
    #[cfg(feature = "persona")]
    entry!(persona, "persona", "identity", []),
    #[cfg(feature = "pinwheel")]
    entry!(pinwheel, "pinwheel", "fintech", []),
    #[cfg(feature = "pipedrive")]
    entry!(pipedrive, "pipedrive", "business", []),
    #[cfg(feature = "plaid")]
    entry!(plaid, "plaid", "fintech", []),
    #[cfg(feature = "plivo-v3")]
    entry!(plivo_v3, "plivo-v3", "messaging", []),
    #[cfg(feature = "podium")]
    entry!(podium, "podium", "business", []),
    #[cfg(feature = "polar")]
    entry!(polar, "polar", "payments", []),
    #[cfg(feature = "postmark")]
    entry!(postmark, "postmark", "email", []),
    #[cfg(feature = "primer")]
    entry!(primer, "primer", "payments", []),
    #[cfg(feature = "pusher")]
    entry!(pusher, "pusher", "messaging", []),
    #[cfg(feature = "qstash")]
    entry!(qstash, "qstash", "devtools", []),
    #[cfg(feature = "quicknode")]
    entry!(quicknode, "quicknode", "payments", []),
    #[cfg(feature = "ramp")]
    entry!(ramp, "ramp", "fintech", []),
    #[cfg(feature = "ratio")]
    entry!(ratio, "ratio", "payments", []),
    #[cfg(feature = "razorpay")]
    entry!(razorpay, "razorpay", "payments", []),
    #[cfg(feature = "recurly")]
    entry!(recurly, "recurly", "payments", []),
    #[cfg(feature = "render")]
    entry!(render, "render", "devtools", []),
    #[cfg(feature = "replicate")]
    entry!(replicate, "replicate", "ai", []),
    #[cfg(feature = "resend")]
    entry!(resend, "resend", "email", []),
    #[cfg(feature = "retell")]
    entry!(retell, "retell", "ai", []),
    #[cfg(feature = "revolut")]
    entry!(revolut, "revolut", "fintech", []),
    #[cfg(feature = "saleor")]
    entry!(saleor, "saleor", "commerce", []),
    #[cfg(feature = "samsara")]
    entry!(samsara, "samsara", "devices", []),
    #[cfg(feature = "sanity")]
    entry!(sanity, "sanity", "content", []),
    #[cfg(feature = "seam")]
    entry!(seam, "seam", "devices", []),
    #[cfg(feature = "segment")]
    entry!(segment, "segment", "devtools", []),
    #[cfg(feature = "sendbird")]
    entry!(sendbird, "sendbird", "messaging", []),
    #[cfg(feature = "sendgrid")]
    entry!(sendgrid, "sendgrid", "email", []),
    #[cfg(feature = "sentry")]
    entry!(sentry, "sentry", "devtools", []),
    #[cfg(feature = "shipengine")]
    entry!(shipengine, "shipengine", "commerce", []),
    #[cfg(feature = "shippo")]
    entry!(shippo, "shippo", "commerce", []),
    #[cfg(feature = "shopify")]
    entry!(shopify, "shopify", "commerce", []),
    #[cfg(feature = "sinch-voice")]
    entry!(sinch_voice, "sinch-voice", "messaging", []),
    #[cfg(feature = "slack")]
    entry!(slack, "slack", "messaging", []),
    #[cfg(feature = "smartsheet")]
    entry!(smartsheet, "smartsheet", "business", []),
    #[cfg(feature = "square")]
    entry!(square, "square", "payments", []),
    #[cfg(feature = "squarespace")]
    entry!(squarespace, "squarespace", "commerce", []),
    #[cfg(feature = "standard-webhooks")]
    entry!(standard_webhooks, "standard-webhooks", "devtools", []),
    #[cfg(feature = "stream")]
    entry!(stream, "stream", "messaging", []),
    #[cfg(feature = "stripe")]
    entry!(stripe, "stripe", "payments", []),
    #[cfg(feature = "stytch")]
    entry!(stytch, "stytch", "identity", []),
    #[cfg(feature = "supabase-auth-hooks")]
    entry!(supabase_auth_hooks, "supabase-auth-hooks", "identity", []),
    #[cfg(feature = "svix")]
    entry!(svix, "svix", "devtools", []),
    #[cfg(feature = "tally")]
    entry!(tally, "tally", "business", []),
    #[cfg(feature = "tbank")]
    entry!(tbank, "tbank", "payments", []),
    #[cfg(feature = "telegram")]
    entry!(telegram, "telegram", "messaging", []),
    #[cfg(feature = "telnyx")]
    entry!(telnyx, "telnyx", "messaging", []),
    #[cfg(feature = "tiktok")]
    entry!(tiktok, "tiktok", "content", []),
    #[cfg(feature = "trello")]
    entry!(trello, "trello", "business", []),
    #[cfg(feature = "twilio")]
    entry!(twilio, "twilio", "messaging", []),
    #[cfg(feature = "twitch")]
    entry!(twitch, "twitch", "content", []),
    #[cfg(feature = "typeform")]
    entry!(typeform, "typeform", "business", []),
    #[cfg(feature = "vanta")]
    entry!(vanta, "vanta", "identity", []),
    #[cfg(feature = "vercel")]
    entry!(vercel, "vercel", "devtools", []),
    #[cfg(feature = "viber")]
    entry!(viber, "viber", "messaging", []),
    #[cfg(feature = "vonage-jwt")]
    entry!(vonage_jwt, "vonage-jwt", "messaging", []),
    #[cfg(feature = "waldo")]
    entry!(waldo, "waldo", "identity", [
        "evaluation": "evaluation",
        "flag": "flag",
        "onboard": "onboard",
    ]),
    #[cfg(feature = "webflow")]
    entry!(webflow, "webflow", "content", []),
    #[cfg(feature = "wecom")]
    entry!(wecom, "wecom", "messaging", []),
    #[cfg(feature = "whoop")]
    entry!(whoop, "whoop", "devices", []),
    #[cfg(feature = "whop")]
    entry!(whop, "whop", "payments", []),
    #[cfg(feature = "woocommerce")]
    entry!(woocommerce, "woocommerce", "commerce", []),
    #[cfg(feature = "workos")]
    entry!(workos, "workos", "identity", []),
    #[cfg(feature = "x")]
    entry!(x, "x", "content", []),
    #[cfg(feature = "xero")]
    entry!(xero, "xero", "fintech", []),
    #[cfg(feature = "yoomoney")]
    entry!(yoomoney, "yoomoney", "payments", []),
    #[cfg(feature = "zendesk")]
    entry!(zendesk, "zendesk", "business", []),
    #[cfg(feature = "zoho-payments")]
    entry!(zoho_payments, "zoho-payments", "payments", []),
    #[cfg(feature = "zoom")]
    entry!(zoom, "zoom", "messaging", []),
];
