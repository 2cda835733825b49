use webhook_kit::payload;

#[payload("stripe", "invoice.paid")]
struct Paid {
    #[at("/currency/code")]
    code: String,
}

fn main() {}
