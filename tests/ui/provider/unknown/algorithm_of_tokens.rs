use webhook_kit::Provider;

#[derive(Provider)]
#[provider(
    algo = "RS256",
    header = "authorization",
)]
struct Acme;

fn main() {}
