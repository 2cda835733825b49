use webhook_kit::Provider;

#[derive(Provider)]
#[provider(alog = "sha256", header = "a b", ack = 500, retry_window = "soon", format,)]
pub struct Acme;

fn main() {}
