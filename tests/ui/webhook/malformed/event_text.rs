use webhook_kit::webhook;

#[webhook(provider = "fincra")]
async fn on_fincra(body: String) {
    let _ = body;
}

fn main() {}
