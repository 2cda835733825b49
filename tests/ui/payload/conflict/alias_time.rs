use webhook_kit::payload;

type Alias = i64;

#[payload("github", "pull_request", at = "/pull_request")]
struct Paid {
    created_at: Alias,
}

fn main() {}
