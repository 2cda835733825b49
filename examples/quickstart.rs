//! A server that receives the webhooks of Fincra, Ratio, Ascend, Waldo AI and Goodstack.
//!
//!     cargo run --example quickstart
//!
//! It listens on 127.0.0.1:3000 (`PORT` changes the port), sends itself a genuine and a tampered
//! delivery of each provider over HTTP, shows what became of them, prints a `curl` command for each
//! provider, and goes on listening until Ctrl-C.
//!
//! The secrets come from `FINCRA_WEBHOOK_SECRET`, `RATIO_WEBHOOK_SECRET`, `ASCEND_WEBHOOK_SECRET`,
//! `WALDO_WEBHOOK_SECRET` and `GOODSTACK_WEBHOOK_SECRET`; for those that are not set, demonstration
//! secrets are used, and shown.

use axum::Router;
use webhook_kit::{
    Envelope, SetupError,
    providers::{ascend, fincra, goodstack, ratio, waldo},
    webhook,
};

#[path = "quickstart/demonstration.rs"]
mod demonstration;

use demonstration::{Log, Secrets};

#[webhook(provider = "fincra", header = "signature", algo = "sha512")]
async fn on_fincra(event: fincra::Event) {
    match event {
        fincra::Event::PayoutSuccessful(payout) => println!(
            "fincra payout.successful: paid {} {}",
            payout.amount_received, payout.destination_currency
        ),
        other => println!("fincra {}", other.name()),
    }
}

#[webhook(provider = "ratio")]
async fn on_ratio(event: ratio::Event, Envelope(envelope): Envelope<ratio::Envelope>) {
    println!("ratio {}: of user {}", event.name(), envelope.user_id);
}

#[webhook(provider = "ascend")]
async fn on_ascend(event: ascend::Event) {
    match event {
        ascend::Event::InvoicePaid(invoice) => {
            println!("ascend invoice.paid: {} cents", invoice.total_amount_cents);
        }
        other => println!("ascend {}", other.name()),
    }
}

#[webhook(provider = "waldo")]
async fn on_waldo(event: waldo::Event) {
    // What the API was asked for by this very system must not make it ask again.
    match event.origin() {
        Some(waldo::Origin::Api { request_id }) => {
            println!("waldo {}: answers the API request {request_id}", event.name());
        }
        Some(waldo::Origin::Dashboard) => println!("waldo {}: done on the dashboard", event.name()),
        None => println!("waldo {}", event.name()),
    }
}

#[webhook(provider = "goodstack")]
async fn on_goodstack(event: goodstack::Event) {
    println!("goodstack {}", event.name());
}

fn app(secrets: &Secrets, log: &Log) -> Result<Router, SetupError> {
    let Secrets { fincra, ratio, ascend, waldo, goodstack } = secrets.clone();
    Ok(Router::new()
        .route_service("/webhooks/fincra", on_fincra::endpoint(fincra)?.observe(log.observer()))
        .route_service("/webhooks/ratio", on_ratio::endpoint(ratio)?.observe(log.observer()))
        .route_service("/webhooks/ascend", on_ascend::endpoint(ascend)?.observe(log.observer()))
        .route_service("/webhooks/waldo", on_waldo::endpoint(waldo)?.observe(log.observer()))
        .route_service(
            "/webhooks/goodstack",
            on_goodstack::endpoint(goodstack)?.observe(log.observer()),
        ))
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let secrets = Secrets::from_env()?;
    let log = Log::default();
    let app = app(&secrets, &log)?;

    let port = std::env::var("PORT").map_or(Ok(3000), |port| port.parse::<u16>())?;
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await?;
    let address = listener.local_addr()?;
    println!("listening on http://{address}/webhooks/{{fincra,ratio,ascend,waldo,goodstack}}");
    println!("press Ctrl-C to stop\n");

    let stopped = async {
        // Without a way to be told to stop, the server goes on.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    let server = tokio::spawn(async move { axum::serve(listener, app).await });
    tokio::select! {
        result = server => result??,
        result = demonstration::run(address, &secrets, &log) => { result?; }
        () = stopped => {}
    }
    println!("\nstopped");
    Ok(())
}
