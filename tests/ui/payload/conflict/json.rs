use webhook_kit::payload;

#[payload("github", "push")]
struct Paid {
    #[at("/repository/created_at")]
    created: String,
}

fn main() {}
