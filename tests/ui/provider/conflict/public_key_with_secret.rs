use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "rsa-sha256", header = "x-signature", message = "{secret}{body}")]
struct Acme;

fn main() {}
