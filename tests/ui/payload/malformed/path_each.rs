use webhook_kit::path;

const AT: &str = path!("stripe", "invoice.paid", "/lines/data/*/amount");

fn main() {
    let _ = AT;
}
