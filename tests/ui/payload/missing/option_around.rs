use webhook_kit::payload;

#[payload("stripe", "invoice.paid")]
struct Paid {
    #[at("/last_finalization_error/type")]
    error: String,
}

fn main() {}
