use webhook_kit::payload;

#[payload("github", "pull_request.opend")]
struct Paid {
    number: i64,
}

fn main() {}
