//! Digests and checksums of a body, in the forms that messages contain.

use base64ct::{Base64, Base64UrlUnpadded, Encoding as _};
use md5::Md5;
use sha1::Sha1;
use sha2::{Digest as _, Sha256, Sha384, Sha512};

use crate::grammar::Digest;

/// A digest of the body or another text, in the form that its word says.
pub(crate) fn digest_of(digest: Digest, body: &[u8]) -> Vec<u8> {
    match digest {
        Digest::Md5 => hex::encode(Md5::digest(body)).into(),
        Digest::Sha1 => hex::encode(Sha1::digest(body)).into(),
        Digest::Sha256 => hex::encode(Sha256::digest(body)).into(),
        Digest::Sha384 => hex::encode(Sha384::digest(body)).into(),
        Digest::Sha512 => hex::encode(Sha512::digest(body)).into(),
        Digest::Md5Base64 => Base64::encode_string(&Md5::digest(body)).into(),
        Digest::Sha256Base64 => Base64::encode_string(&Sha256::digest(body)).into(),
        Digest::Sha256Base64Url => Base64UrlUnpadded::encode_string(&Sha256::digest(body)).into(),
        Digest::Sha512Base64 => Base64::encode_string(&Sha512::digest(body)).into(),
        Digest::Sha256Raw => Sha256::digest(body).to_vec(),
    }
}

/// The checksum of zip files and Ethernet (ISO 3309), eight bytes at a time, so that it costs less
/// than a hash of the body.
pub(crate) fn crc32(body: &[u8]) -> u32 {
    let mut sum = !0_u32;
    let mut blocks = body.chunks_exact(8);
    for block in &mut blocks {
        let block: [u8; 8] = block.try_into().unwrap_or_default();
        let bytes = (u64::from_le_bytes(block) ^ u64::from(sum)).to_le_bytes();
        sum = CRC32.iter().rev().zip(bytes).fold(0, |sum, (table, byte)| sum ^ at(table, byte));
    }
    for byte in blocks.remainder() {
        let [low, ..] = sum.to_le_bytes();
        sum = sum >> 8 ^ CRC32.first().map_or(0, |table| at(table, low ^ byte));
    }
    !sum
}

#[inline]
fn at(table: &[u32; 256], byte: u8) -> u32 {
    table.get(usize::from(byte)).copied().unwrap_or_default()
}

/// What each byte does to the checksum, with none to seven bytes behind it.
static CRC32: [[u32; 256]; 8] = crc32_tables();

#[allow(
    clippy::cast_possible_truncation,
    clippy::indexing_slicing,
    reason = "evaluated when the crate is built, over 256 bytes"
)]
const fn crc32_tables() -> [[u32; 256]; 8] {
    let mut tables = [[0; 256]; 8];
    let mut byte = 0;
    while byte < 256 {
        let mut sum = byte as u32;
        let mut bit = 0;
        while bit < 8 {
            sum = sum >> 1 ^ (0xedb8_8320 & (sum & 1).wrapping_neg());
            bit += 1;
        }
        tables[0][byte] = sum;
        byte += 1;
    }
    let mut table = 1;
    while table < 8 {
        let mut byte = 0;
        while byte < 256 {
            let before = tables[table - 1][byte];
            tables[table][byte] = before >> 8 ^ tables[0][(before & 0xff) as usize];
            byte += 1;
        }
        table += 1;
    }
    tables
}

#[cfg(test)]
mod tests {
    use super::crc32;

    /// Of all lengths around a block, with what Python's `zlib.crc32` says of them.
    #[test]
    fn checksums() {
        let bytes: Vec<u8> = (0_u16..1000).map(|number| (number * 7 % 251) as u8).collect();
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
        for (length, sum) in [
            (0, 0),
            (1, 0xd202_ef8d),
            (7, 0x28b0_12a9),
            (8, 0x2cfe_44e9),
            (9, 0x23fa_f38b),
            (15, 0xc356_fbb9),
            (16, 0x5412_6ba2),
            (17, 0xba8b_4e1e),
            (1000, 0x04da_8651),
        ] {
            assert_eq!(crc32(&bytes[..length]), sum, "{length}");
        }
    }
}
