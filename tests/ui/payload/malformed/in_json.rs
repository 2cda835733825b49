use webhook_kit::payload;

#[payload("stripe", "payment_intent.succeeded")]
struct Paid {
    #[at("/next_action/use_stripe_sdk/x")]
    x: Option<String>,
}

fn main() {}
