//! The public address of an endpoint, for messages that contain the URL.

use http::Uri;

use crate::{error::SetupError, grammar::UrlForm};

/// What stands before the request's path, written in each form.
#[derive(Debug, Clone)]
pub(crate) struct Address {
    plain: Box<str>,
    port: Box<str>,
    no_port: Box<str>,
    host: Box<str>,
    path: Box<str>,
}

impl Address {
    /// Reads `https://host`, with a port, credentials, or the start of a path.
    pub(crate) fn new(url: &str) -> Result<Self, SetupError> {
        let wrong = || {
            SetupError::new(format!(
                "`{url}` is no public address: write it as in `https://example.com`, without a query"
            ))
        };
        let uri: Uri = url.parse().map_err(|_| wrong())?;
        let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else {
            return Err(wrong());
        };
        let standard = match scheme {
            "https" => "443",
            "http" => "80",
            _ => return Err(wrong()),
        };
        let path = uri.path().trim_end_matches('/');
        let (user, host) = match authority.as_str().rsplit_once('@') {
            Some((user, host)) => (format!("{user}@"), host),
            None => (String::new(), authority.as_str()),
        };
        let name = authority.host();
        let port = match host.strip_prefix(name) {
            Some("") => None,
            // What is no port is not passed over.
            Some(_) => Some(authority.port().ok_or_else(wrong)?),
            None => return Err(wrong()),
        };
        // The crate passes over a fragment.
        if name.is_empty() || uri.query().is_some() || url.contains('#') {
            return Err(wrong());
        }
        let with = |port: &str| format!("{scheme}://{user}{name}:{port}{path}").into();
        Ok(Self {
            plain: format!("{scheme}://{authority}{path}").into(),
            port: with(port.as_ref().map_or(standard, |port| port.as_str())),
            no_port: format!("{scheme}://{user}{name}{path}").into(),
            host: host.into(),
            path: path.into(),
        })
    }

    /// The address of a request, as plain text.
    pub(crate) fn url(&self, uri: &Uri) -> String {
        let mut url = String::new();
        self.feed(UrlForm::Plain, uri, |piece| url.push_str(&String::from_utf8_lossy(piece)));
        url
    }

    /// Shows the address of a request, piece by piece.
    pub(crate) fn feed(&self, form: UrlForm, uri: &Uri, mut feed: impl FnMut(&[u8])) {
        let base = match form {
            UrlForm::Plain | UrlForm::Quoted | UrlForm::NoQuery => &self.plain,
            UrlForm::Port => &self.port,
            UrlForm::NoPort => &self.no_port,
            UrlForm::Host => return feed(self.host.as_bytes()),
            UrlForm::Target => &self.path,
        };
        feed(base.as_bytes());
        if form == UrlForm::NoQuery {
            feed(uri.path().as_bytes());
            return;
        }
        let path = uri.path_and_query().map_or("", |path| path.as_str());
        if form != UrlForm::Quoted {
            feed(path.as_bytes());
            return;
        }
        for (index, piece) in path.split('\'').enumerate() {
            if index > 0 {
                feed(b"%27");
            }
            feed(piece.as_bytes());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Address, Uri, UrlForm};

    fn written(base: &str, path: &str, form: UrlForm) -> String {
        let mut text = Vec::new();
        let uri: Uri = path.parse().unwrap();
        Address::new(base).unwrap().feed(form, &uri, |piece| text.extend_from_slice(piece));
        String::from_utf8(text).unwrap()
    }

    #[test]
    fn forms() {
        let path = "/a?b=it's";
        assert_eq!(written("https://x.com", path, UrlForm::Plain), "https://x.com/a?b=it's");
        assert_eq!(written("https://x.com/", path, UrlForm::Quoted), "https://x.com/a?b=it%27s");
        assert_eq!(written("https://x.com/in", path, UrlForm::NoQuery), "https://x.com/in/a");
        assert_eq!(written("https://u:p@x.com:81/in", path, UrlForm::Host), "x.com:81");
        assert_eq!(written("https://u:p@x.com:81/in", path, UrlForm::Target), "/in/a?b=it's");
        assert_eq!(written("https://u:p@x.com", "/", UrlForm::Port), "https://u:p@x.com:443/");
        assert_eq!(written("http://x.com:81/in", "/a", UrlForm::NoPort), "http://x.com/in/a");
        assert_eq!(written("http://[::1]:81", "/a", UrlForm::NoPort), "http://[::1]/a");
        assert_eq!(
            written("https://x.com", "https://other.com/a", UrlForm::Plain),
            "https://x.com/a",
            "the address is what the owner says, not what the request claims"
        );
        let address = Address::new("https://x.com/in/").unwrap();
        assert_eq!(address.url(&path.parse().unwrap()), "https://x.com/in/a?b=it's");
    }

    #[test]
    fn mistakes() {
        for url in ["", "x.com", "ftp://x.com", "https://", "https://x.com?a=1", "https://x y"] {
            assert!(Address::new(url).is_err(), "{url}");
        }
        for url in ["https://x.com:99999", "https://x.com:", "https://x.com:8a", "https://[::1"] {
            assert!(Address::new(url).is_err(), "{url}");
        }
        for url in ["https://x.com#a", "https://:443", "https://u@", "https:///in"] {
            assert!(Address::new(url).is_err(), "{url}");
        }
    }
}
