//! `webhook listen`

use std::{
    collections::BTreeMap,
    net::{IpAddr, Ipv4Addr, SocketAddr},
    path::PathBuf,
    sync::Arc,
    time::SystemTime,
};

use clap::Args;
use http::StatusCode;
use serde_json::json;
use tokio::{
    net::TcpListener,
    select, signal,
    sync::{mpsc, watch},
};
use webhook_kit::{DEFAULT_LIMIT, Secret, explain::Explainer};

use self::{
    mount::Mount,
    record::Folder,
    shown::{More, Seen},
};
use super::explain::explainer;
use crate::{
    context::{Context, ProviderName},
    exit::Exit,
    failure::Failure,
    output::{self, CAUTION, FAINT, NAME},
    runtime::block_on,
    secrets::SecretArgs,
    wire::{
        client::{DEFAULT_TIMEOUT, Target},
        server,
    },
};

mod answer;
mod mount;
mod record;
mod shown;

/// Print what arrives, and whether it is genuine
///
/// A server on this machine. It verifies what arrives, answers handshakes, acknowledges genuine
/// deliveries as the provider wants it, and refuses others. Of one provider, every path is taken;
/// of several, the last part of the path is the provider's name.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  webhook listen fincra                              every path of http://127.0.0.1:3000
  webhook listen fincra ratio --record deliveries    at /fincra and /ratio, kept in a folder
  webhook listen fincra --forward http://127.0.0.1:8080/webhooks/fincra
  webhook listen fincra --json | jq .event

It is reached from this machine alone, unless `--bind` says otherwise. Ctrl-C ends it.")]
pub(crate) struct Listen {
    /// The providers
    #[arg(required = true, value_name = "PROVIDER")]
    #[arg(value_parser = ProviderName, hide_possible_values = true)]
    providers: Vec<String>,

    /// The port; 0 is any that is free
    #[arg(long, short, default_value_t = 3000)]
    port: u16,

    /// The address to listen at
    #[arg(long, value_name = "ADDRESS", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    bind: IpAddr,

    /// Keep each request in a file of this folder; `verify`, `explain` and `send --replay` read them
    #[arg(long, value_name = "FOLDER")]
    record: Option<PathBuf>,

    /// Send genuine deliveries on to this address, and answer as it answers
    #[arg(long, value_name = "ADDRESS")]
    forward: Option<String>,

    /// Answer genuine deliveries with this status
    #[arg(long, value_name = "STATUS", conflicts_with = "forward")]
    answer: Option<StatusCode>,

    /// Say why requests are refused, as `webhook explain` does. Takes some milliseconds of each
    #[arg(long)]
    explain: bool,

    /// Print the bodies as well
    #[arg(long)]
    bodies: bool,

    /// End after so many requests
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u64).range(1..))]
    count: Option<u64>,

    /// How large a body may be, in bytes
    #[arg(long, value_name = "BYTES", default_value_t = DEFAULT_LIMIT, hide_default_value = true)]
    limit: usize,

    /// The public address that the provider knows, as in `https://example.com`. Some sign it. That
    /// of this server unless it is set
    #[arg(long, value_name = "ADDRESS")]
    url: Option<String>,

    /// The environment variable that holds what was agreed on for the provider's handshake
    #[arg(long, value_name = "VARIABLE")]
    verify_token_env: Option<String>,

    #[command(flatten)]
    secrets: SecretArgs,
}

impl Listen {
    pub(crate) fn run(self, context: &Context) -> Result<Exit, Failure> {
        block_on(self.listen(context))
    }

    async fn listen(self, context: &Context) -> Result<Exit, Failure> {
        let output = context.output;
        let at = SocketAddr::new(self.bind, self.port);
        let bind = |error| Failure::Bind { address: at.to_string(), error };
        let listener = TcpListener::bind(at).await.map_err(bind)?;
        let at = listener.local_addr().map_err(bind)?;
        let (mounts, explainers) = self.mounts(context, &format!("http://{at}"))?;
        let forward = match &self.forward {
            Some(address) => Some(Target::parse(address, DEFAULT_TIMEOUT)?),
            None => None,
        };
        let mut folder = match &self.record {
            Some(path) => Some(Folder::open(path)?),
            None => None,
        };
        greet(context, at, &mounts)?;

        let (seen, mut arrivals) = mpsc::channel(64);
        let (stop, stopped) = watch::channel(false);
        let answerer = Arc::new(answer::Answerer { mounts, forward, status: self.answer, seen });
        let handler = move |received| Arc::clone(&answerer).answer(received);
        let serving = tokio::spawn(server::serve(listener, self.limit, handler, stopped));

        let mut count: u64 = 0;
        while self.count.is_none_or(|limit| count < limit) {
            let arrived: Option<Seen> = select! {
                arrived = arrivals.recv() => arrived,
                _ = signal::ctrl_c() => None,
            };
            let Some(arrived) = arrived else { break };
            count += 1;
            let file = match &mut folder {
                Some(folder) => folder.keep(&arrived)?,
                None => None,
            };
            let diagnosis = explainers.get(arrived.provider.unwrap_or_default());
            let diagnosis = diagnosis.and_then(|explainer| arrived.explained(explainer));
            let more =
                More { file: file.as_deref(), body: self.bodies, diagnosis: diagnosis.as_ref() };
            output.result(arrived.text(&more), || arrived.json(&more))?;
        }
        // What arrives from now on is answered and not shown.
        arrivals.close();
        let _ = stop.send(true);
        let _ = serving.await;
        Ok(Exit::Done)
    }

    /// The endpoints of the providers, and, where that is asked for, what explains their refusals.
    fn mounts(
        &self,
        context: &Context,
        here: &str,
    ) -> Result<(Vec<Mount>, BTreeMap<&'static str, Explainer>), Failure> {
        let token = match &self.verify_token_env {
            Some(variable) => Some(Secret::from_env(variable)?),
            None => None,
        };
        let url = self.url.as_deref().unwrap_or(here);
        let (mut mounts, mut explainers) = (Vec::new(), BTreeMap::new());
        for name in &self.providers {
            let provider = context.catalogue.find(name)?;
            let secrets = self.secrets.all(&provider)?;
            if self.explain {
                let explainer = explainer(&context.catalogue, &provider, secrets.clone());
                explainers.insert(provider.name(), explainer.limit(self.limit).url(url)?);
            }
            mounts.push(Mount::new(provider, secrets, url, self.limit, token.clone())?);
        }
        Ok((mounts, explainers))
    }
}

/// Says where it listens, and who can reach that.
fn greet(context: &Context, at: SocketAddr, mounts: &[Mount]) -> Result<(), Failure> {
    let output = context.output;
    let paths: Vec<(&str, String)> = match mounts {
        [one] => vec![(one.name(), format!("http://{at}/"))],
        several => {
            several.iter().map(|one| (one.name(), format!("http://{at}/{}", one.name()))).collect()
        }
    };
    if output.is_json() {
        let addresses: serde_json::Map<_, _> =
            paths.into_iter().map(|(name, at)| (name.to_owned(), at.into())).collect();
        return output::json_line(&json!({ "listening": addresses }));
    }
    for (name, address) in paths {
        output::note(format_args!("{NAME}{name}{NAME:#}  {address}"));
    }
    if at.ip().is_loopback() {
        output::note(format_args!(
            "{FAINT}reached from this machine alone; Ctrl-C ends it{FAINT:#}"
        ));
    } else {
        output::note(format_args!(
            "{CAUTION}whoever reaches {at} can send to it{CAUTION:#}; Ctrl-C ends it"
        ));
    }
    Ok(())
}

/// When something happened.
fn now() -> SystemTime {
    SystemTime::now()
}
