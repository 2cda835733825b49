use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", unsigned = "why", message = "{json:/0}{json:/1}{json:/2}{json:/3}{json:/4}{json:/5}{json:/6}{json:/7}{json:/8}{json:/9}{json:/10}{json:/11}{json:/12}{json:/13}{json:/14}{json:/15}{json:/16}{json:/17}{json:/18}{json:/19}{json:/20}{json:/21}{json:/22}{json:/23}{json:/24}{json:/25}{json:/26}{json:/27}{json:/28}{json:/29}{json:/30}{json:/31}{json:/32}")]
pub struct Acme;

fn main() {}
