use webhook_kit::path;

const AT: &str = path!("stripe", "invoice.paid", "/status_transitions/payed_at");

fn main() {
    let _ = AT;
}
