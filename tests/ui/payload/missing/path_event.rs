use webhook_kit::path;

const AT: &str = path!("stripe");

fn main() {
    let _ = AT;
}
