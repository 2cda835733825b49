use webhook_kit::payload;

#[payload("stripe", "invoice.paid")]
struct Paid {
    #[at(unlisted)]
    newer: String,
}

fn main() {}
