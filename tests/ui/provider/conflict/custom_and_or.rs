use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "sha256", alternative(algo = "sha512"), custom = Code)]
pub struct Acme;

#[derive(Debug)]
struct Code;

impl webhook_kit::custom::CustomScheme for Code {
    fn verify(
        &self,
        _: &webhook_kit::custom::Unverified<'_>,
    ) -> Result<webhook_kit::custom::Evidence, webhook_kit::Rejection> {
        Err(webhook_kit::Rejection::Signature)
    }

    fn sign(&self, _: &mut webhook_kit::custom::Draft<'_>) {}
}

fn main() {}
