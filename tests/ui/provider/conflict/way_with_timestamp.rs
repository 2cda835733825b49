use webhook_kit::Provider;

#[derive(Provider)]
#[provider(
    algo = "sha256",
    header = "x-signature",
    format = "t={timestamp},v1={signature}",
    alternative(algo = "sha512", format = "t={timestamp},v2={signature}"),
    message = "{timestamp}{body}",
    timestamp(unit = "seconds", tolerance = "5m")
)]
struct Acme;

fn main() {}
