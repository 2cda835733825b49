//! A handler of one event stands by itself where it says that it ignores the others, or where there are
//! no others.

use webhook_kit::{Provider, RawEvent, check_handlers, ignore_others, webhook};

#[derive(Provider)]
#[provider(
    algo = "sha256",
    header = "x-signature",
    event_type = "/type",
    events = ["paid", "failed"]
)]
struct Acme;

#[webhook(provider = Acme, event = "paid", ignore_others)]
async fn on_paid(_event: RawEvent) {}

#[webhook(provider = Acme, event = "failed")]
async fn on_failed(_event: RawEvent) {}

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", event_type = "/type", events = ["paid"])]
struct Single;

#[webhook(provider = Single, event = "paid")]
async fn on_single(_event: RawEvent) {}

const _: () = check_handlers::<on_paid>();
const _: () = check_handlers::<(on_paid, on_failed)>();
const _: () = check_handlers::<(on_failed, webhook_kit::IgnoreOthers<Acme>)>();
const _: () = check_handlers::<on_single>();

fn main() {
    let _ = ignore_others::<Acme, ()>();
}
