use webhook_kit::path;

const AT: &str = path!("stripe", "invoice.paid", "/lines/data", newer);

fn main() {
    let _ = AT;
}
