use webhook_kit::Provider;

#[derive(Provider)]
#[provider]
pub struct Acme;

fn main() {}
