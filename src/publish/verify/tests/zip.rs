//! Packs ZIPs as no decent program would: names in any coding, twice, leading elsewhere.

use std::io::Write as _;

/// One entry, stored or shrunk.
pub(super) struct Entry {
    name: Vec<u8>,
    bytes: Vec<u8>,
    pub(super) flags: u16,
    pub(super) mode: u32,
    /// What it says of its length, where that is a lie.
    pub(super) size: Option<u32>,
}

impl Entry {
    pub(super) fn new(name: impl Into<Vec<u8>>, bytes: &[u8]) -> Self {
        Self { name: name.into(), bytes: bytes.to_vec(), flags: 0, mode: 0o100_644, size: None }
    }
}

/// The bytes of a ZIP with these entries, in this order.
pub(super) fn pack(entries: impl Iterator<Item = Entry>) -> Vec<u8> {
    let (mut out, mut directory, mut count) = (Vec::new(), Vec::new(), 0_u16);
    for entry in entries {
        count += 1;
        let mut crc = flate2::Crc::new();
        crc.update(&entry.bytes);
        let mut packer = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::fast());
        packer.write_all(&entry.bytes).unwrap();
        let packed = packer.finish().unwrap();
        let size = entry.size.unwrap_or(entry.bytes.len() as u32);
        let start = out.len() as u32;
        let mut middle = Vec::new();
        for number in [20, entry.flags, 8, 0, 0x21] {
            middle.extend_from_slice(&number.to_le_bytes());
        }
        for number in [crc.sum(), packed.len() as u32, size] {
            middle.extend_from_slice(&number.to_le_bytes());
        }
        middle.extend_from_slice(&(entry.name.len() as u16).to_le_bytes());
        middle.extend_from_slice(&[0, 0]);
        out.extend_from_slice(b"PK\x03\x04");
        out.extend_from_slice(&middle);
        out.extend_from_slice(&entry.name);
        out.extend_from_slice(&packed);
        // Made on Unix, so that the mode counts.
        directory.extend_from_slice(b"PK\x01\x02\x14\x03");
        directory.extend_from_slice(&middle);
        directory.extend_from_slice(&[0; 6]);
        directory.extend_from_slice(&(entry.mode << 16).to_le_bytes());
        directory.extend_from_slice(&start.to_le_bytes());
        directory.extend_from_slice(&entry.name);
    }
    let start = out.len() as u32;
    out.extend_from_slice(&directory);
    out.extend_from_slice(b"PK\x05\x06\0\0\0\0");
    for number in [count, count] {
        out.extend_from_slice(&number.to_le_bytes());
    }
    for number in [directory.len() as u32, start] {
        out.extend_from_slice(&number.to_le_bytes());
    }
    out.extend_from_slice(&[0, 0]);
    out
}
