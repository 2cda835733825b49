use webhook_kit::Provider;

#[derive(Provider)]
#[provider(
    algo = "sha256",
    header = "x-signature",
    alternative((algo = "sha512"), (algo = "token")),
    weak = "it offers nothing better"
)]
struct Acme;

#[derive(Provider)]
#[provider(
    algo = "token",
    header = "x-signature",
    alternative(algo = "sha256"),
    weak = "it offers nothing better"
)]
struct Other;

fn main() {}
