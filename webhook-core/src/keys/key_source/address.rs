//! Addresses of keys: the owner's, and those that requests name.

use http::Uri;

use crate::{error::SetupError, grammar};

/// How long an address may be.
const MAX_ADDRESS: usize = 512;

/// How long an id may be that becomes a part of an address.
const MAX_ID: usize = 128;

/// Where the documents stand.
#[derive(Debug, Clone)]
pub(super) enum Place {
    /// One document with all keys.
    One(String),
    /// One document an id: what stands before the id, and what after it.
    ById(String, String),
    /// The id itself: what is fetched is looked up by it.
    ByIdAlone,
    /// The id is the address, on one of these hosts.
    ByAddress(Vec<Pattern>),
}

impl Place {
    pub(super) fn one(address: &str) -> Result<Self, SetupError> {
        check_owners(address)?;
        Ok(Self::One(address.to_owned()))
    }

    pub(super) fn by_id(template: &str) -> Result<Self, SetupError> {
        let Some((before, after)) = template.split_once("{id}") else {
            return Err(SetupError::new(format!("`{template}` has no `{{id}}`")));
        };
        check_owners(&format!("{before}id{after}"))?;
        // The id may not choose the host, so a path has to have begun before it.
        let path_begins = before.splitn(4, '/').nth(3).is_some();
        if after.contains("{id}") || !path_begins {
            return Err(SetupError::new(format!("`{template}` needs one `{{id}}`, in its path")));
        }
        Ok(Self::ById(before.to_owned(), after.to_owned()))
    }

    pub(super) fn by_address(hosts: &[&str]) -> Result<Self, SetupError> {
        let patterns = hosts.iter().map(|host| pattern(host)).collect::<Result<Vec<_>, _>>()?;
        if patterns.is_empty() {
            return Err(SetupError::new("addresses that requests name need a list of hosts"));
        }
        Ok(Self::ByAddress(patterns))
    }

    /// The address of the document for an id; `None` if there cannot be one.
    pub(super) fn address(&self, id: Option<&str>) -> Option<String> {
        match self {
            Self::One(address) => Some(address.clone()),
            Self::ById(before, after) => {
                id.filter(|id| is_plain(id)).map(|id| format!("{before}{id}{after}"))
            }
            Self::ByIdAlone => id.filter(|id| is_plain(id)).map(str::to_owned),
            Self::ByAddress(hosts) => id.filter(|address| is_on(address, hosts)).map(str::to_owned),
        }
    }

    /// The same place, of whose hosts only these are left.
    pub(super) fn narrowed(self, hosts: &[&str]) -> Result<Self, SetupError> {
        let Self::ByAddress(patterns) = self else {
            return Err(SetupError::new(
                "hosts can be listed only where deliveries name the address of their key",
            ));
        };
        let listed = hosts.iter().map(|host| {
            let host = grammar::host(host).map_err(SetupError::new)?;
            let labels: Vec<&str> = host.split('.').collect();
            let is_plain = labels.iter().all(|label| matches!(Label::of(label), Label::Text(_)));
            let mut fitting =
                patterns.iter().filter(|pattern| pattern.fits_host(&labels)).peekable();
            if host.contains('/') || !is_plain || fitting.peek().is_none() {
                return Err(SetupError::new(format!(
                    "`{host}` is none of the hosts that the declaration lists: give one of them, \
                     without `*` and without a path"
                )));
            }
            let labels: Vec<Label> = labels.iter().map(|label| Label::of(label)).collect();
            let narrow =
                |pattern: &Pattern| Pattern { labels: labels.clone(), path: pattern.path.clone() };
            Ok(fitting.map(narrow).collect::<Vec<_>>())
        });
        let listed: Vec<Vec<Pattern>> = listed.collect::<Result<_, SetupError>>()?;
        if listed.is_empty() {
            return Err(SetupError::new("no host is listed"));
        }
        Ok(Self::ByAddress(listed.into_iter().flatten().collect()))
    }

    /// Whether a document holds the keys of several ids.
    pub(super) fn is_one(&self) -> bool {
        matches!(self, Self::One(_))
    }
}

/// The owner may name a loopback address without TLS; a request may not.
fn check_owners(address: &str) -> Result<(), SetupError> {
    let loopback = ["http://127.0.0.1", "http://[::1]", "http://localhost"];
    let is_loopback = loopback
        .iter()
        .any(|start| address.strip_prefix(start).is_some_and(|rest| rest.starts_with([':', '/'])));
    let is_address = is_loopback || address.starts_with("https://");
    if is_address && is_printable(address) && address.parse::<Uri>().is_ok() {
        Ok(())
    } else {
        Err(SetupError::new(format!("`{address}` is not an https address")))
    }
}

/// A label of a host.
#[derive(Debug, Clone)]
enum Label {
    Any,
    Region,
    Text(String),
}

impl Label {
    fn of(text: &str) -> Self {
        match text {
            "*" => Self::Any,
            grammar::REGION => Self::Region,
            text => Self::Text(text.to_owned()),
        }
    }

    fn fits(&self, label: &str) -> bool {
        match self {
            Self::Any => {
                let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
                let is_edge = |edge: Option<u8>| edge.is_some_and(|byte| byte != b'-');
                label.bytes().all(is_plain)
                    && is_edge(label.bytes().next())
                    && is_edge(label.bytes().next_back())
            }
            Self::Region => is_region(label),
            Self::Text(text) => text.eq_ignore_ascii_case(label),
        }
    }
}

/// Whether a label is a region of AWS: words of letters and a number, as in `us-gov-east-1`.
///
/// What else stands there is no region. `s3`, `s3-us-west-2`, `s3-external-1` and
/// `s3-website-us-east-1` are hosts of buckets, which anybody can name and fill.
fn is_region(label: &str) -> bool {
    let Some((words, number)) = label.rsplit_once('-') else { return false };
    let is_number = (1..=2).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    let is_word = |word: &str| word.len() >= 2 && word.bytes().all(|b| b.is_ascii_alphabetic());
    is_number && words.contains('-') && words.split('-').all(is_word)
}

/// An address that may be followed.
#[derive(Debug, Clone)]
pub(super) struct Pattern {
    labels: Vec<Label>,
    /// What the path consists of, with letters, digits, `-` and `_` between two pieces; any path where
    /// it is empty.
    path: Vec<String>,
}

fn pattern(host: &str) -> Result<Pattern, SetupError> {
    let host = grammar::host(host).map_err(SetupError::new)?;
    let (host, path) = match host.find('/') {
        Some(at) => host.split_at(at),
        None => (host.as_str(), ""),
    };
    let path =
        if path.is_empty() { Vec::new() } else { path.split('*').map(str::to_owned).collect() };
    Ok(Pattern { labels: host.split('.').map(Label::of).collect(), path })
}

impl Pattern {
    fn fits(&self, labels: &[&str], path: &str) -> bool {
        self.fits_host(labels) && self.fits_path(path)
    }

    fn fits_host(&self, labels: &[&str]) -> bool {
        self.labels.len() == labels.len()
            && self.labels.iter().zip(labels).all(|(pattern, label)| pattern.fits(label))
    }

    fn fits_path(&self, path: &str) -> bool {
        let Some((first, pieces)) = self.path.split_first() else { return true };
        let Some(mut rest) = path.strip_prefix(first.as_str()) else { return false };
        for piece in pieces {
            let is_any = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
            let after = rest.trim_start_matches(is_any);
            if after.len() == rest.len() {
                return false;
            }
            let Some(following) = after.strip_prefix(piece.as_str()) else { return false };
            rest = following;
        }
        rest.is_empty()
    }
}

/// Whether an address that a request names is of a listed host.
fn is_on(address: &str, hosts: &[Pattern]) -> bool {
    if address.len() > MAX_ADDRESS || !is_printable(address) {
        return false;
    }
    let Ok(uri) = address.parse::<Uri>() else { return false };
    let Some(authority) = uri.authority() else { return false };
    let host = authority.host();
    // No user, no port: the authority is the host. No query: some hosts answer one with what others
    // wrote.
    let is_bare = authority.as_str() == host && uri.query().is_none();
    if uri.scheme_str() != Some("https") || !is_bare {
        return false;
    }
    let labels: Vec<&str> = host.split('.').collect();
    hosts.iter().any(|pattern| pattern.fits(&labels, uri.path()))
}

/// ASCII without blanks, fragments and what different readers read differently.
fn is_printable(address: &str) -> bool {
    address.bytes().all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'#' | b'\\'))
}

/// An id that means nothing in an address but itself.
fn is_plain(id: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    !id.is_empty() && id.len() <= MAX_ID && id.bytes().all(is_plain) && !id.starts_with('.')
}

#[cfg(test)]
mod tests {
    use super::Place;

    #[test]
    fn requests_name_listed_hosts_only() {
        let place = Place::by_address(&["sns.{region}.amazonaws.com", "api.paypal.com"]).unwrap();
        let address = |text: &str| place.address(Some(text)).is_some();
        for good in [
            "https://sns.us-east-2.amazonaws.com/SimpleNotificationService-7ff5.pem",
            "https://SNS.us-east-2.amazonaws.com/x.pem",
            "https://api.paypal.com/v1/notifications/certs/CERT-360caa42",
        ] {
            assert!(address(good), "{good}");
        }
        for bad in [
            "",
            "/x.pem",
            "sns.us-east-2.amazonaws.com",
            "http://api.paypal.com/x",
            "ftp://api.paypal.com/x",
            "https://bucket.s3.amazonaws.com/x.pem",
            "https://amazonaws.com/x.pem",
            "https://sns.s3.amazonaws.com/x.pem",
            "https://sns.a.b.amazonaws.com/x.pem",
            "https://sns..amazonaws.com/x.pem",
            "https://api.paypal.com.attacker.example/x",
            "https://attacker.example/api.paypal.com",
            "https://api.paypal.com@attacker.example/x",
            "https://attacker.example#@api.paypal.com/x",
            "https://attacker.example\\@api.paypal.com/x",
            "https://user@api.paypal.com/x",
            "https://api.paypal.com/x?y=1",
            "https://api.paypal.com/?",
            "https://api.paypal.com:8443/x",
            "https://api.paypal.com./x",
            "https://api.paypal.com/a b",
            "https://api.paypal.com/\r\nHost: x",
            "https://api.paypal.com/\u{e9}",
            "https://127.0.0.1/x",
            "https://[::1]/x",
        ] {
            assert!(!address(bad), "{bad}");
        }
        assert!(!address(&format!("https://api.paypal.com/{}", "x".repeat(512))));
        assert!(place.address(None).is_none());
        for hosts in
            [&[][..], &["*"], &["*.com"], &["a.*"], &["s*.example.com"], &["a..com"], &[""]]
        {
            assert!(Place::by_address(hosts).is_err(), "{hosts:?}");
        }
    }

    /// Among them every host under which a certificate of an attacker's was accepted.
    #[test]
    fn a_region_is_no_host_of_buckets() {
        let place = Place::by_address(&["sns.{region}.amazonaws.com"]).unwrap();
        let accepts = |label: &str| {
            place.address(Some(&format!("https://sns.{label}.amazonaws.com/x.pem"))).is_some()
        };
        let regions =
            ["us-east-1", "us-gov-west-1", "ap-southeast-2", "us-isob-east-1", "EU-West-3"];
        for region in regions {
            assert!(accepts(region), "{region}");
        }
        let others = "s3 S3 s3-us-west-2 s3-external-1 s3-accelerate s3-website-us-east-1 \
             s3-fips-us-gov-west-1 s3-control execute-api elb us-east us--east-1 -us-east-1 \
             us-east-1- us-east-123 us-east-1a a!b a;b a_b xn--a 1-1";
        for other in others.split(' ') {
            assert!(!accepts(other), "{other}");
        }
    }

    #[test]
    fn a_wild_label_is_a_label() {
        let place = Place::by_address(&["keys.*.example.com"]).unwrap();
        let accepts = |label: &str| {
            place.address(Some(&format!("https://keys.{label}.example.com/x.pem"))).is_some()
        };
        for label in ["eu", "eu-1", "1", "EU"] {
            assert!(accepts(label), "{label}");
        }
        for label in ["a!b", "a;b", "a_b", "-a", "a-", "a$b", "a'b", "a(b", "a,b", "a~b", "a%62"] {
            assert!(!accepts(label), "{label}");
        }
    }

    #[test]
    fn owners_leave_some_of_the_hosts() {
        let declared =
            ["sns.{region}.amazonaws.com/S-*.pem", "sns.{region}.amazonaws.com.cn/S-*.pem"];
        let place = || Place::by_address(&declared).unwrap();
        let narrowed = place().narrowed(&["sns.eu-west-1.amazonaws.com"]).unwrap();
        let address = |text: &str| narrowed.address(Some(text)).is_some();
        assert!(address("https://sns.eu-west-1.amazonaws.com/S-1.pem"));
        for bad in [
            "https://sns.eu-west-1.amazonaws.com/x/S-1.pem",
            "https://sns.eu-west-2.amazonaws.com/S-1.pem",
            "https://sns.eu-west-1.amazonaws.com.cn/S-1.pem",
        ] {
            assert!(!address(bad), "{bad}");
        }
        for other in [
            "",
            "sns.s3.amazonaws.com",
            "attacker.example",
            "sns.{region}.amazonaws.com",
            "*.a.example",
            "sns.eu-west-1.amazonaws.com/S-1.pem",
        ] {
            assert!(place().narrowed(&[other]).is_err(), "{other}");
        }
        assert!(place().narrowed(&[]).is_err());
        assert!(Place::one("https://a.example/").unwrap().narrowed(&["a.example"]).is_err());
    }

    #[test]
    fn paths_are_followed_as_listed() {
        let hosts = ["sns.*.example.com/Service-*.pem", "api.example.com/certs/*"];
        let place = Place::by_address(&hosts).unwrap();
        let address = |text: &str| place.address(Some(text)).is_some();
        for good in [
            "https://sns.a.example.com/Service-7ff5.pem",
            "https://api.example.com/certs/CERT-360caa42_x",
        ] {
            assert!(address(good), "{good}");
        }
        for bad in [
            "https://sns.a.example.com/",
            "https://sns.a.example.com",
            "https://sns.a.example.com/Service-.pem",
            "https://sns.a.example.com/Service-7ff5.pem/x",
            "https://sns.a.example.com/Service-7/ff5.pem",
            "https://sns.a.example.com/x/Service-7ff5.pem",
            "https://sns.a.example.com/Service-7ff5.pem?Action=x",
            "https://api.example.com/certs/",
            "https://api.example.com/certs/../upload",
            "https://api.example.com/certs/%2e%2e",
            "https://api.example.com/certs/a/b",
        ] {
            assert!(!address(bad), "{bad}");
        }
    }

    #[test]
    fn ids_stay_where_they_are_put() {
        let place = Place::by_id("https://api.circle.com/v2/publicKey/{id}").unwrap();
        assert_eq!(
            place.address(Some("879dc113-5ca4")).as_deref(),
            Some("https://api.circle.com/v2/publicKey/879dc113-5ca4")
        );
        for id in ["", ".", "..", "../x", "a/b", "a%2fb", "a?b", "a#b", "a b", "a\0", "é", "a@b"] {
            assert!(place.address(Some(id)).is_none(), "{id}");
        }
        assert!(place.address(Some(&"x".repeat(129))).is_none());
        for template in [
            "https://a.example/",
            "https://{id}.example/",
            "https://a.example{id}",
            "https://a.example/{id}/{id}",
            "http://a.example/{id}",
        ] {
            assert!(Place::by_id(template).is_err(), "{template}");
        }
    }

    #[test]
    fn owners_name_https_or_loopback() {
        for good in ["https://a.example/jwks", "http://127.0.0.1:8080/x", "http://localhost/x"] {
            assert!(Place::one(good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "a.example",
            "http://a.example/",
            "http://localhost.example/",
            "http://127.0.0.1.example/",
        ] {
            assert!(Place::one(bad).is_err(), "{bad}");
        }
    }
}
