//! The file of a secret key, and the password typed on the terminal, become a signer.

use super::terminal::Terminal;
use crate::error::Error;
use crate::signature::{KeyFault, KeyFile, Signer};
use std::path::Path;

/// Reads a key; asks for its password where it has one. A password is never taken from the command line, where others
/// could read it, nor from the environment; a key that lies where it would be handed on, in one of these folders, is not used.
pub(super) fn signer(path: &Path, folders: &[&Path], terminal: &Terminal) -> Result<Signer, Error> {
    let real = path.canonicalize().map_err(Error::io(path))?;
    let within = |folder: &&&Path| folder.canonicalize().is_ok_and(|folder| real.starts_with(folder));
    if let Some(folder) = folders.iter().find(within) {
        return Err(Error::KeyExposed { path: path.to_owned(), folder: folder.to_path_buf() });
    }
    let wrong = |fault| Error::Key { path: path.to_owned(), fault };
    let text = match std::fs::read_to_string(path) {
        Err(error) if error.kind() == std::io::ErrorKind::InvalidData => return Err(wrong(KeyFault::NotAKey)),
        read => read.map_err(Error::io(path))?,
    };
    match KeyFile::read(&text).map_err(wrong)? {
        KeyFile::Open(signer) => Ok(signer),
        KeyFile::Locked(locked) => {
            let asked = terminal.say("密钥的密码（输入时不显示）：", "password of the key (not shown): ");
            let typed = rpassword::prompt_password(asked).map_err(|_| Error::NoTerminal(path.to_owned()))?;
            locked.open(typed).map_err(wrong)
        }
    }
}
