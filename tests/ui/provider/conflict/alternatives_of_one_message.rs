use webhook_kit::Provider;

#[derive(Provider)]
#[provider(
    algo = "rsa-sha256",
    header = "x-signature",
    message = "{body}",
    message_choice = "first",
)]
struct Acme;

fn main() {}
