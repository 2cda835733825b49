use webhook_kit::payload;

#[payload("github", "pull_request", at = "/pull_request")]
struct Paid {
    created_at: i64,
}

fn main() {}
