//! Addresses that the sender knows otherwise: seen through a proxy.

use http::{HeaderMap, request};

use super::{
    Cause, UrlPart,
    trial::{Attempt, Trials},
};
use crate::{
    place::Draft,
    scheme::{Digested, Part},
};

/// How many addresses are tried.
const MOST: usize = 600;

/// What a proxy says of the host, the path: claims, until a signature shows one to be true.
const HOSTS: [&str; 3] = ["x-forwarded-host", "x-original-host", "host"];
const PATHS: [&str; 4] = ["x-original-uri", "x-forwarded-uri", "x-original-url", "x-rewrite-url"];

/// An address that may be the one that was signed.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Address {
    scheme: String,
    /// With its `@`; never shown.
    user: String,
    host: String,
    port: Option<String>,
    prefix: String,
    /// Whether the port is the one that was named with the host.
    own_port: bool,
}

/// Tries the addresses that the sender may have signed: whether one was found.
pub(super) fn try_all(trials: &mut Trials, as_it_is: &Attempt) -> bool {
    let scheme = as_it_is.scheme;
    let signs = |wanted: fn(&Part) -> bool| {
        scheme.custom.is_some()
            || scheme.data.message.iter().any(|message| message.iter().any(wanted))
    };
    let digests = scheme.data.jwt.map(|token| token.digests).unwrap_or_default();
    let whole = signs(|part| matches!(part, Part::Url(_)))
        || digests.iter().any(|digest| digest.of == Digested::Url);
    if !whole && !signs(|part| matches!(part, Part::Path | Part::Query | Part::SortedQuery)) {
        return false;
    }
    let told = as_it_is.url.as_deref().and_then(Address::read);
    let bases: Vec<Option<Address>> = if whole {
        bases(told.as_ref(), &as_it_is.parts).into_iter().map(Some).collect()
    } else {
        vec![told.clone()]
    };
    let paths = paths(&as_it_is.parts);
    let mut all: Vec<(Vec<UrlPart>, &Option<Address>, &str)> = Vec::new();
    for base in &bases {
        for (in_path, path) in &paths {
            let mut differs = match (&told, base) {
                (Some(told), Some(base)) => told.differs_from(base),
                _ => Vec::new(),
            };
            differs.extend(in_path);
            differs.dedup();
            all.push((differs, base, path));
        }
    }
    // What differs least is tried first; that another host has another port goes without saying.
    all.sort_by_key(|(differs, base, _)| {
        let other_host = differs.contains(&UrlPart::Host);
        let own_port = base.as_ref().is_some_and(|base| base.own_port);
        let parts = differs.iter().filter(|part| !other_host || **part != UrlPart::Port).count();
        parts + usize::from(other_host && !own_port)
    });
    all.into_iter().take(MOST).any(|(differs, base, path)| {
        let mut draft = Draft { parts: as_it_is.parts.clone(), body: as_it_is.body.clone() };
        if draft.set_path_and_query(path).is_none() {
            return false;
        }
        let url = base.as_ref().map(|base| base.write(&base.user));
        let address = base.as_ref().map_or_else(String::new, |base| base.write(""));
        let attempt = Attempt { parts: draft.parts, url, ..as_it_is.clone() };
        trials.try_out(Some(Cause::Url { address, differs }), attempt)
    })
}

fn bases(told: Option<&Address>, head: &request::Parts) -> Vec<Address> {
    let header = |name: &str| first(&head.headers, name);
    let mut hosts: Vec<(String, Option<String>)> = Vec::new();
    let claimed = HOSTS.iter().filter_map(|name| header(name).map(str::to_owned));
    let own = head.uri.authority().map(|authority| authority.as_str().to_owned());
    let claimed = claimed.chain(own).filter_map(|host| Address::read(&format!("https://{host}")));
    for address in told.cloned().into_iter().chain(claimed) {
        hosts.push((address.host, address.port));
    }
    let mut ports: Vec<Option<String>> = hosts.iter().map(|(_, port)| port.clone()).collect();
    ports.extend([None, Some("443".to_owned()), Some("80".to_owned())]);
    ports.extend(header("x-forwarded-port").map(|port| Some(port.to_owned())));
    let mut prefixes: Vec<String> = told.map(|told| told.prefix.clone()).into_iter().collect();
    prefixes.push(String::new());
    prefixes.extend(header("x-forwarded-prefix").map(|path| path.trim_end_matches('/').to_owned()));
    let mut all = Vec::new();
    for scheme in ["https", "http"] {
        for (host, own) in &hosts {
            for port in std::iter::once(own).chain(&ports) {
                for prefix in &prefixes {
                    let address = Address {
                        scheme: scheme.to_owned(),
                        user: told.map_or_else(String::new, |told| told.user.clone()),
                        host: host.clone(),
                        port: port.clone(),
                        prefix: prefix.clone(),
                        own_port: port == own,
                    };
                    // No port stands for the other scheme's.
                    let odd = matches!(
                        (scheme, port.as_deref()),
                        ("https", Some("80")) | ("http", Some("443"))
                    );
                    if !odd && !all.contains(&address) {
                        all.push(address);
                    }
                }
            }
        }
    }
    all
}

/// The paths with their queries that may have been signed, and what differs in each.
fn paths(parts: &request::Parts) -> Vec<(Vec<UrlPart>, String)> {
    let path = parts.uri.path();
    let query = parts.uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    let mut paths = vec![(Vec::new(), path.to_owned())];
    let slashed = match path.strip_suffix('/') {
        Some(bare) => bare.to_owned(),
        None => format!("{path}/"),
    };
    paths.push((vec![UrlPart::TrailingSlash], slashed));
    // What a proxy put before the path.
    let mut rest = path;
    while let Some(at) = rest.get(1..).and_then(|rest| rest.find('/')) {
        rest = rest.get(at.saturating_add(1)..).unwrap_or_default();
        paths.push((vec![UrlPart::Prefix], rest.to_owned()));
        if paths.len() > 6 {
            break;
        }
    }
    let mut all: Vec<(Vec<UrlPart>, String)> = Vec::new();
    for (differs, path) in paths {
        all.push((differs.clone(), format!("{path}{query}")));
        if !query.is_empty() {
            all.push(([&differs[..], &[UrlPart::Query]].concat(), path));
        }
    }
    for name in PATHS {
        let claimed = first(&parts.headers, name).filter(|claimed| claimed.starts_with('/'));
        all.extend(claimed.map(|claimed| (vec![UrlPart::Prefix], claimed.to_owned())));
    }
    all
}

/// The first value of a header, and of that what stands before its first comma: what the proxy
/// nearest to the sender says.
fn first<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let value = headers.get(name)?.to_str().ok()?;
    let first = value.split(',').next()?.trim();
    (!first.is_empty()).then_some(first)
}

impl Address {
    fn read(url: &str) -> Option<Self> {
        crate::request::Address::new(url).ok()?;
        let (scheme, rest) = url.split_once("://")?;
        let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
        let (user, host) = match authority.rsplit_once('@') {
            Some((user, host)) => (format!("{user}@"), host),
            None => (String::new(), authority),
        };
        let (host, port) = match host.rsplit_once(':') {
            Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => {
                (host, Some(port.to_owned()))
            }
            _ => (host, None),
        };
        let path = path.trim_end_matches('/');
        let prefix = if path.is_empty() { String::new() } else { format!("/{path}") };
        Some(Self {
            scheme: scheme.to_owned(),
            user,
            host: host.to_owned(),
            port,
            prefix,
            own_port: true,
        })
    }

    fn write(&self, user: &str) -> String {
        let Self { scheme, host, prefix, .. } = self;
        let port = self.port.as_ref().map(|port| format!(":{port}")).unwrap_or_default();
        format!("{scheme}://{user}{host}{port}{prefix}")
    }

    fn differs_from(&self, other: &Self) -> Vec<UrlPart> {
        let all = [
            (self.scheme != other.scheme, UrlPart::Scheme),
            (self.host != other.host, UrlPart::Host),
            (self.port != other.port, UrlPart::Port),
            (self.prefix != other.prefix, UrlPart::Prefix),
        ];
        all.into_iter().filter_map(|(differs, part)| differs.then_some(part)).collect()
    }
}
