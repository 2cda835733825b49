//! Pairs of keys, for providers whose signatures a public key verifies.

pub const ED25519: (&str, &str) = (
    include_str!("../../vectors/keys/ed25519-one.pub"),
    include_str!("../../vectors/keys/ed25519-two.pub"),
);
pub const P256: (&str, &str) = (
    include_str!("../../vectors/keys/p256-one.pub"),
    include_str!("../../vectors/keys/p256-two.pub"),
);
pub const RSA: (&str, &str) = (
    include_str!("../../vectors/keys/rsa-one.pub"),
    include_str!("../../vectors/keys/rsa-two.pub"),
);

/// The private key of a public one, with which the sender signs; a secret is its own.
pub fn private(secret: &str) -> &str {
    match secret {
        key if key == ED25519.0 => include_str!("../../vectors/keys/ed25519-one.pem"),
        key if key == ED25519.1 => include_str!("../../vectors/keys/ed25519-two.pem"),
        key if key == P256.0 => include_str!("../../vectors/keys/p256-one.pem"),
        key if key == P256.1 => include_str!("../../vectors/keys/p256-two.pem"),
        key if key == RSA.0 => include_str!("../../vectors/keys/rsa-one.pem"),
        key if key == RSA.1 => include_str!("../../vectors/keys/rsa-two.pem"),
        secret => secret,
    }
}
