use std::cell::Cell;

use webhook_kit::{RawEvent, webhook};

struct Payments {
    count: Cell<u64>,
}

#[webhook(provider = "fincra")]
impl Payments {
    #[on(other)]
    async fn other(&self, _event: RawEvent) {
        self.count.set(self.count.get() + 1);
    }
}

fn main() {}
