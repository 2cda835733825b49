//! One mistake: the provider. What is said of its event is not looked at.

use webhook_kit::{RawEvent, webhook};

#[webhook(provider = "northpay", event = "transfer.settled", ignore_others)]
async fn on_northpay(_event: RawEvent) {}

fn main() {}
