use webhook_kit::{payload, webhook};

#[payload("stripe", "invoice.paid")]
struct Paid {
    amount_paid: i64,
}

struct Books;

#[webhook(provider = "stripe", ignore_others)]
impl Books {
    #[on("invoice.paid", "invoice.voided")]
    async fn paid(&self, paid: Paid) {
        let _ = paid;
    }
}

fn main() {}
