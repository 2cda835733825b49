use webhook_kit::path;

const AT: &str = path!("stripe", "invoice.paid", 7);

fn main() {
    let _ = AT;
}
