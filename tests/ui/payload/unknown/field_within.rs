use webhook_kit::payload;

#[payload("stripe", "invoice.paid")]
struct Paid {
    #[at("/status_transitions/payed_at")]
    paid_at: Option<i64>,
}

fn main() {}
