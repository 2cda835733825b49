use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "jwt-hs256", header = "x-signature", jwt = "acme")]
struct Acme;

fn main() {}
