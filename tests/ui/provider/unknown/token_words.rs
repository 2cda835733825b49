use webhook_kit::Provider;

#[derive(Provider)]
#[provider(
    algo = "jwt-hs256",
    header = "x-signature",
    jwt(content = "claim", expiry = "never", isuer = "acme")
)]
struct Acme;

fn main() {}
