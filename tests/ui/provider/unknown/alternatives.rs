use webhook_kit::Provider;

#[derive(Provider)]
#[provider(
    algo = "rsa-sha256",
    header = "x-signature",
    message = ["{body}", "{json:/data}{body}"],
    message_choice = "frist",
)]
struct Acme;

fn main() {}
