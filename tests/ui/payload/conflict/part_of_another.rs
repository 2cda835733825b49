use webhook_kit::payload;

#[payload("github", "pull_request")]
struct Pull {
    number: i64,
}

#[payload("stripe", "invoice.paid")]
struct Paid {
    lines: Pull,
}

fn main() {}
