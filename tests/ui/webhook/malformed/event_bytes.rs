use webhook_kit::webhook;

#[webhook(provider = "fincra")]
async fn on_fincra(body: Vec<u8>) {
    let _ = body;
}

fn main() {}
