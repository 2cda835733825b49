use webhook_kit::payload;

#[payload("github", "pull_request.merged")]
struct Paid {
    number: i64,
}

fn main() {}
