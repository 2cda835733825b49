use webhook_kit::path;

const AT: &str = path!(stripe, "invoice.paid", "/lines");

fn main() {
    let _ = AT;
}
