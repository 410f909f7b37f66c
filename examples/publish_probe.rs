//! Publishes the files of `content/` as they are into `public/`, for judging the publisher without the rest.
//!
//! Run in a project directory; with the argument `recover` it only repairs. With `RAYON_NUM_THREADS=1`
//! it stays on one thread, so that the n-th system call is the same in every run.

use std::path::Path;
use std::process::ExitCode;

use gongshi::publish::{Fingerprint, How, Place, begin, recover};
use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};
use sha2::{Digest as _, Sha256};

fn main() -> ExitCode {
    match one_thread().and_then(|()| run()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln_quiet(&error.to_string());
            ExitCode::from(2)
        }
    }
}

/// With `RAYON_NUM_THREADS=1`, does without a second thread that would do the work while the first one waits.
fn one_thread() -> Result<(), anyhow::Error> {
    if std::env::var_os("RAYON_NUM_THREADS").is_some_and(|number| number == "1") {
        rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread().build_global()?;
    }
    Ok(())
}

fn run() -> Result<(), anyhow::Error> {
    let (content, target) = (Path::new("content"), Path::new("public"));
    if std::env::args().any(|argument| argument == "recover") {
        recover(target)?;
        return Ok(());
    }
    let files = walkdir::WalkDir::new(content).sort_by_file_name().into_iter();
    let files: Vec<_> = files.collect::<Result<_, _>>()?;
    let files = files.into_iter().filter(|entry| entry.file_type().is_file()).map(walkdir::DirEntry::into_path);
    let files = files.collect::<Vec<_>>();
    let place = Place { target, content, project: Path::new("."), protected: &[], durable: true };
    let stage = begin(&place)?;
    files.into_par_iter().try_for_each(|path| -> Result<(), anyhow::Error> {
        let route = path.strip_prefix(content)?.to_string_lossy().into_owned();
        let bytes = std::fs::read(&path)?;
        let fingerprint = Fingerprint(Sha256::digest(&bytes).into());
        if !stage.keep(&route, fingerprint)? {
            stage.write(&route, Some(fingerprint), &bytes)?;
        }
        Ok(())
    })?;
    let receipt = stage.commit()?;
    for warning in &receipt.warnings {
        eprintln_quiet(warning.get(gongshi::diag::Lang::En));
    }
    let how = if receipt.how == How::Untouched { "untouched" } else { "published" };
    eprintln_quiet(&format!("{how}: {} written, {} kept, {} removed", receipt.written, receipt.kept, receipt.removed));
    Ok(())
}

/// A standard error that is gone is no reason to fail.
fn eprintln_quiet(line: &str) {
    use std::io::Write as _;
    let _ = writeln!(std::io::stderr(), "{line}");
}
