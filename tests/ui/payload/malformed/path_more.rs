use webhook_kit::path;

const AT: &str = path!("stripe", "invoice.paid", "/lines/data", unlisted, unlisted);

fn main() {
    let _ = AT;
}
