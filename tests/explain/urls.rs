//! Addresses that the sender knows otherwise.

use http::{HeaderName, HeaderValue, Request, Uri};
use webhook_kit::explain::{Cause, UrlPart};

use super::{Provider, Table, URL, all};

fn owner(provider: &Provider, told: Option<&str>) -> webhook_kit::explain::Explainer {
    use webhook_kit::{Clock as _, Secret, explain::Explainer, testing::TestClock};
    let owner = Explainer::new(provider.scheme, Secret::new(provider.secret));
    let owner = owner.at(TestClock::default().now());
    match told {
        Some(url) => owner.url(url).expect("an address"),
        None => owner,
    }
}

fn with_header(
    mut request: Request<bytes::Bytes>,
    (name, value): (&'static str, &'static str),
) -> Request<bytes::Bytes> {
    request.headers_mut().insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    request
}

#[test]
fn addresses_behind_a_proxy() {
    let mut table = Table::default();
    for provider in all() {
        let Some(request) = provider.sent(&provider.own(), provider.body.clone()) else { continue };
        let of_host = ("host", "hooks.example.com");
        let forwarded = ("x-forwarded-host", "hooks.example.com, other.example");
        let rows = [
            ("the scheme", Some("http://hooks.example.com"), of_host, vec![UrlPart::Scheme]),
            ("the port", Some("https://hooks.example.com:8443"), of_host, vec![UrlPart::Port]),
            ("the host", Some("https://internal"), forwarded, vec![UrlPart::Host]),
            (
                "all three",
                Some("http://internal:3000"),
                forwarded,
                vec![UrlPart::Scheme, UrlPart::Host, UrlPart::Port],
            ),
            ("a prefix", Some("https://hooks.example.com/api"), of_host, vec![UrlPart::Prefix]),
            ("nothing", None, of_host, vec![]),
        ];
        // Whoever signs the host alone shows nothing of how it was reached.
        let messages = provider.scheme.declaration().message;
        let signs_host = messages.iter().any(|message| message.value.contains("{url:host}"));
        for (what, told, header, mut differs) in rows {
            let owner = owner(&provider, told);
            let mut address = URL.to_owned();
            if signs_host && told.is_some_and(|told| told.starts_with("http:")) {
                differs.retain(|part| *part != UrlPart::Scheme);
                address = address.replace("https:", "http:");
            }
            let expected = Cause::Url { address, differs };
            let request = with_header(request.clone(), header);
            table.row(what, &provider, &owner, request, |cause| *cause == expected);
        }
    }
    table.holds(5);
}

#[test]
fn paths_behind_a_proxy() {
    let mut table = Table::default();
    for provider in all() {
        let Some(request) = provider.sent(&provider.own(), provider.body.clone()) else { continue };
        let query = request.uri().query().map(|query| format!("?{query}")).unwrap_or_default();
        let rows = [
            ("a slash at the end", format!("/hooks/in/{query}"), None, UrlPart::TrailingSlash),
            ("a prefix put there", format!("/app/hooks/in{query}"), None, UrlPart::Prefix),
            (
                "a prefix taken off",
                format!("/in{query}"),
                Some(format!("/hooks/in{query}")),
                UrlPart::Prefix,
            ),
        ];
        for (what, path, original, part) in rows {
            let mut request = request.clone();
            *request.uri_mut() = path.parse::<Uri>().expect("an address");
            if let Some(original) = original {
                let original = HeaderValue::from_str(&original).expect("a path");
                request.headers_mut().insert("x-original-uri", original);
            }
            let owner = owner(&provider, Some(URL));
            table.row(
                what,
                &provider,
                &owner,
                request,
                |cause| matches!(cause, Cause::Url { differs, .. } if *differs == [part]),
            );
        }
    }
    table.holds(5);
}
