use webhook_kit::Provider;

#[derive(Provider)]

pub struct Acme;

fn main() {}
