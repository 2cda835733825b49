//! Written by `webhook-macros/tests/catalogue_names.rs`.

/// Every provider of the catalogue, in alphabetical order.
#[rustfmt::skip]
pub(crate) const NAMES: &[&str] = &[
    "ascend",
    "autodesk",
    "buildkite",
    "cloudevents",
    "configcat",
    "datadog",
    "doppler",
    "fincra",
    "gitea",
    "github",
    "gitlab-signing-token",
    "gitlab-token",
    "goodstack",
    "grafana",
    "heroku",
    "hookdeck",
    "jira",
    "mongodb-atlas",
    "new-relic",
    "ratio",
    "render",
    "segment",
    "sentry",
    "standard-webhooks",
    "svix",
    "waldo",
];
