use webhook_kit::payload;

#[payload("github", "projects_v2_status_update", at = "/projects_v2_status_update")]
struct Update {
    start_date: Option<i64>,
}

fn main() {}
