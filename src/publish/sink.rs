//! Turns bytes that pass by into their length and digest, so that a long file need never be held.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

use sha2::{Digest as _, Sha256};

use super::manifest::Listed;

/// Takes bytes, hands them on and remembers what they were.
pub(super) struct Sink<W> {
    to: W,
    hash: Sha256,
    size: u64,
    /// What the system said when it took no more.
    pub(super) fault: Option<io::Error>,
}

impl<W: Write> Sink<W> {
    pub(super) fn new(to: W) -> Self {
        Self { to, hash: Sha256::new(), size: 0, fault: None }
    }

    /// What went through, and where it went.
    pub(super) fn finish(self) -> (Listed, W) {
        (Listed { sha256: self.hash.finalize().into(), size: self.size }, self.to)
    }
}

impl<W: Write> Write for Sink<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self.to.write(bytes) {
            Ok(taken) => {
                self.hash.update(bytes.get(..taken).unwrap_or(bytes));
                self.size += taken as u64;
                Ok(taken)
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => Err(error),
            Err(error) => {
                let told = io::Error::from(error.kind());
                self.fault = Some(error);
                Err(told)
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

/// Length and digest of a file on the disk.
pub(super) fn listed(path: &Path) -> io::Result<Listed> {
    let mut sink = Sink::new(io::sink());
    io::copy(&mut File::open(path)?, &mut sink)?;
    Ok(sink.finish().0)
}
