use webhook_kit::Provider;

#[derive(Provider)]
#[provider(
    algo = "rsa-sha256",
    header = "x-signature",
    public_keys(id = "header:x-cert-url", url = "{id}", hosts = ["*.com"], form = "key"),
)]
struct Acme;

fn main() {}
