//! Makes seals: RSA with published private keys, AES, blocks and the structure around them, every part open to be wrong.

use aes::Aes128;
use aes::cipher::{BlockCipherEncrypt, KeyInit};
use num_bigint::BigUint;
use sha2::{Digest, Sha256};

use super::der::{bit_string, integer, object_identifier, sequence, tagged};
use super::ecdsa::octets;

/// A pair of RSA keys. Its primes are the first ones at or above numbers made of SHA-256 of `eichrecht test key: <name> p 0`,
/// `… p 1` and so on (with the two top bits and the lowest bit set), likewise `q`; the exponent is 65537.
#[derive(Clone, Debug)]
pub struct RsaKey {
    /// Its name.
    pub name: &'static str,
    p: &'static str,
    q: &'static str,
}

/// The usual key for seals.
pub const RSA_2048: RsaKey = RsaKey {
    name: "RSA-2048",
    p: "c610643037547315b012797868efb1e6b2872089277b85d80407b456a6edf8a0133fb1a3a22e725d58d64c9f2b304c9fa311\
        9093e617003706c6af94a606ec52be754a43d314602961f2818383f0fa19e664b27a1d0898ec45363c0ad056cacaba5b3d25\
        f3d5353f6cc4675c56b1fa03607ebb39789fc5618a194024d1672585",
    q: "fc3b29d8fe6d6f132c5d03721a8fce64115210ea7200acb101b94404060feb91c94818a71137c892cb5e453bb0e1805adfd0\
        d34905efae7e5653a994f8d464fd5ce23dcbdd52ab901d58364e8c7b05bb612346d3679eaef6f9607103492e54bd0a78af6c\
        b6666dab671ab22f4ae32b5a4902483dc34d161743596a21ece71511",
};

/// The shortest key that is accepted.
pub const RSA_1024: RsaKey = RsaKey {
    name: "RSA-1024",
    p: "f994b811a80f0e8ab8af0769cfb77164ac3644ae0a87b21ccdb48d3e375e647ff0ffd23cfecaf7fc5ef69687c51282f96699\
        00cf8adb146f385f0213f716a305",
    q: "ee0706fc36929f05345bcdd4e607d5a3678cd6681c92c1a28331e8ccbfda691c1043c590869c8c020925a0102bfad7541b3c\
        756ebfea5e47503798675e403f53",
};

const EXPONENT: u32 = 65537;

fn number(hex: &str) -> BigUint {
    BigUint::parse_bytes(hex.as_bytes(), 16).unwrap()
}

impl RsaKey {
    fn modulus(&self) -> BigUint {
        number(self.p) * number(self.q)
    }

    /// Bytes of the modulus.
    #[must_use]
    pub fn size(&self) -> usize {
        self.modulus().to_bytes_be().len()
    }

    /// The private exponent.
    fn private(&self) -> BigUint {
        let order = (number(self.p) - 1_u32) * (number(self.q) - 1_u32);
        BigUint::from(EXPONENT).modinv(&order).unwrap()
    }

    /// The private exponent, hex.
    #[must_use]
    pub fn private_hex(&self) -> String {
        hex::encode(self.private().to_bytes_be())
    }

    /// A block of at most the key's length, sealed.
    fn seal(&self, block: &[u8]) -> Vec<u8> {
        octets(&BigUint::from_bytes_be(block).modpow(&self.private(), &self.modulus()), self.size())
    }

    /// SubjectPublicKeyInfo, DER.
    #[must_use]
    pub fn spki(&self) -> Vec<u8> {
        spki(&self.modulus(), &BigUint::from(EXPONENT))
    }
}

/// SubjectPublicKeyInfo of any two numbers.
#[must_use]
pub fn spki(modulus: &BigUint, exponent: &BigUint) -> Vec<u8> {
    let algorithm = sequence(&[object_identifier(&hex::decode(RSA).unwrap()), tagged(0x05, &[])]);
    sequence(&[algorithm, bit_string(&sequence(&[integer(modulus), integer(exponent)]))])
}

/// Object identifier of RSA, hex.
pub const RSA: &str = "2a864886f70d010101";
/// Object identifier of AES-256-CBC, hex.
pub const AES_256_CBC: &str = "60864801650304012a";
/// Object identifier of sealed data, hex.
pub const FORMAT_ID: &str = "2b0601040183d6770101";
const PROCEDURE: &str = "2b0601040181aa740403";
const COMPRESSION: &str = "2b0601040181aa7401010101";

/// The structure around the sealed bytes, as it is written unless a field is changed.
#[derive(Clone, Debug)]
pub struct Envelope {
    /// Identifier of the format, hex.
    pub format_id: &'static str,
    /// Version.
    pub version: u8,
    /// Last number of the procedure.
    pub procedure: u8,
    /// Identifier of the cipher, hex.
    pub cipher: &'static str,
    /// Last number of the compression.
    pub compression: Option<u8>,
    /// Bits of the key as stated.
    pub key_bits: Option<u32>,
    /// Bits of the nonce as stated.
    pub nonce_bits: Option<u32>,
    /// Keys for AES.
    pub aes_keys: Vec<Vec<u8>>,
    /// Initialisation vector.
    pub vector: Option<Vec<u8>>,
    /// Content of the layer for key agreement.
    pub agreement: Vec<u8>,
    /// Content of the layer for authentication.
    pub authentication: Vec<u8>,
    /// Tag of the encryption layer.
    pub layer_tag: u8,
}

impl Envelope {
    /// The structure of a version for a key.
    #[must_use]
    pub fn of(version: u8, key: &RsaKey) -> Self {
        Self {
            format_id: FORMAT_ID,
            version,
            procedure: version,
            cipher: RSA,
            compression: Some(0),
            key_bits: Some(u32::try_from(key.size() * 8).unwrap()),
            nonce_bits: None,
            aes_keys: if version == 2 { aes_keys() } else { Vec::new() },
            vector: None,
            agreement: Vec::new(),
            authentication: Vec::new(),
            layer_tag: 0x60,
        }
    }

    /// The bytes around sealed ones.
    #[must_use]
    pub fn around(&self, sealed: &[u8]) -> Vec<u8> {
        let identifier = |hex: &str, last: &[u8]| object_identifier(&[hex::decode(hex).unwrap().as_slice(), last].concat());
        let bits = |tag: u8, bits: Option<u32>| bits.map_or_else(Vec::new, |bits| tagged(tag, &integer(&BigUint::from(bits))));
        let keys: Vec<Vec<u8>> = self.aes_keys.iter().map(|key| tagged(0x04, key)).collect();
        let encryption = sequence(&[
            identifier(PROCEDURE, &[self.procedure]),
            tagged(0xa0, &identifier(self.cipher, &[])),
            self.compression.map_or_else(Vec::new, |last| tagged(0xa1, &identifier(COMPRESSION, &[last]))),
            bits(0xa2, self.key_bits),
            bits(0xa3, self.nonce_bits),
            if keys.is_empty() { Vec::new() } else { tagged(0xa4, &sequence(&keys)) },
            self.vector.as_ref().map_or_else(Vec::new, |vector| tagged(0x04, vector)),
        ]);
        sequence(&[
            identifier(self.format_id, &[]),
            integer(&BigUint::from(self.version)),
            tagged(self.layer_tag, &encryption),
            tagged(0x61, &tagged(0x30, &self.agreement)),
            tagged(0x62, &tagged(0x30, &self.authentication)),
            tagged(0x04, sealed),
        ])
    }
}

/// The three keys of the vectors, worth as much as any: they always lie open.
#[must_use]
pub fn aes_keys() -> Vec<Vec<u8>> {
    (1..=3).map(|number| noise(&format!("AES key {number}"), 16)).collect()
}

/// Bytes that look random and are the same on every run.
#[must_use]
pub fn noise(word: &str, length: usize) -> Vec<u8> {
    let blocks = (0..length.div_ceil(32)).flat_map(|number| Sha256::digest(format!("eichrecht test noise: {word} {number}")));
    blocks.take(length).collect()
}

/// Blocks of version 1 for a key, before they are sealed.
#[must_use]
pub fn blocks_one(content: &[u8], key: &RsaKey, nonce: u32) -> Vec<Vec<u8>> {
    let size = key.size() - 1;
    let length = u32::try_from(content.len()).unwrap();
    let magic = hex::decode("3e7ab1705afee410").unwrap();
    let header = [magic, noise("header", size - 16), nonce.to_be_bytes().to_vec(), length.to_be_bytes().to_vec()].concat();
    let mut padded = content.to_vec();
    padded.extend(noise("filler", size - 4 - content.len() % (size - 4)));
    let mut counter = nonce;
    let data = padded.chunks(size - 4).map(|part| {
        counter = counter.wrapping_add(1);
        [counter.to_be_bytes().as_slice(), part].concat()
    });
    std::iter::once(header).chain(data).collect()
}

/// Seals blocks of version 1.
#[must_use]
pub fn seal_one(blocks: &[Vec<u8>], key: &RsaKey) -> Vec<u8> {
    blocks.iter().flat_map(|block| key.seal(block)).collect()
}

/// Blocks of version 2, before they are sealed.
#[must_use]
pub fn blocks_two(content: &[u8]) -> Vec<Vec<u8>> {
    let count = content.len().div_ceil(224).max(1);
    let nonce = noise("nonce", 8);
    (0..count)
        .map(|place| {
            let magic = hex::decode("3e7ab1705afee421ea4194e4040707ea").unwrap();
            let length = u32::try_from(content.len()).unwrap().to_be_bytes().to_vec();
            let sequence = u32::try_from(place).unwrap().to_be_bytes().to_vec();
            let part = content.chunks(224).nth(place).unwrap_or_default().to_vec();
            let mut block = [magic, nonce.clone(), length, sequence, part].concat();
            block.resize(256, 0);
            block
        })
        .collect()
}

/// Seals blocks of version 2 behind this prefix.
#[must_use]
pub fn seal_two(blocks: &[Vec<u8>], prefix: [u8; 2], key: &RsaKey) -> Vec<u8> {
    let keys = aes_keys();
    let mut body = blocks.concat();
    encrypt(&mut body, &keys[0], 0x00);
    encrypt(&mut body, &keys[1], 0x40);
    let mut body: Vec<u8> = body.rchunks(16).flatten().copied().collect();
    encrypt(&mut body, &keys[2], 0x80);
    let whole = [prefix.as_slice(), &body].concat();
    let (first, rest) = whole.split_at(key.size());
    [key.seal(first), rest.to_vec()].concat()
}

/// AES-128-CBC without padding.
fn encrypt(body: &mut [u8], key: &[u8], first_of_vector: u8) {
    let cipher = Aes128::new_from_slice(key).unwrap();
    let mut before = [0; 16];
    before[0] = first_of_vector;
    for block in body.chunks_exact_mut(16) {
        let mixed: [u8; 16] = std::array::from_fn(|at| block[at] ^ before[at]);
        let mut sealed = mixed.into();
        cipher.encrypt_block(&mut sealed);
        block.copy_from_slice(&sealed);
        before = sealed.into();
    }
}
