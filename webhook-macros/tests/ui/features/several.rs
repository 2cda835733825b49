use webhook_macros::Provider;

#[derive(Provider)]
#[provider(crate = webhook_core, algo = "jwt-rs256", signature = "body")]
struct Acme;

fn main() {}
