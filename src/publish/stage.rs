//! Turns rendered outputs, arriving from many threads, into a complete site beside the target, and shows it.

use std::collections::{BTreeMap, HashSet};
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};
use rustix::io::Errno;

use crate::diag::Phrase;
use crate::signature::Signer;

use super::carry;
use super::error::{self, Doing, Error};
use super::lists::{Lists, Seal};
use super::manifest::{self, Listed, Manifest, digest};
use super::place::{Place, Work};
use super::previous::Previous;
use super::repair::{discard, remove_tree, repair};
use super::route::Claims;
use super::sink::{self, Sink};
use super::state::{self, Fingerprint, Look, Record};
use super::survey::{foreign_units, survey};
use super::swap::{self, How, Journal};

/// A site being put together. Shared by reference among threads; dropped without [`Stage::commit`], it leaves no trace.
#[derive(Debug)]
pub struct Stage {
    work: Work,
    /// Held open from the start, so that the system reports on it every failed write since.
    opened: File,
    durable: bool,
    project: PathBuf,
    previous: Previous,
    claims: Mutex<Claims>,
    dirs: Mutex<HashSet<String>>,
    outputs: Mutex<BTreeMap<String, Output>>,
    seal: Option<Seal>,
    warnings: Vec<Phrase>,
}

#[derive(Debug, Clone, Copy)]
struct Output {
    listed: Listed,
    record: Record,
    /// Whether the file of the standing site is taken over rather than one written to the stage.
    kept: bool,
}

/// What a publication did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// Files that are new or have new bytes.
    pub written: usize,
    /// Files taken over as they were, with their time and their number on the disk.
    pub kept: usize,
    /// Files of the old site that the new one does not have.
    pub removed: usize,
    /// Length of all files of the site together, in bytes, without the two lists.
    pub bytes: u64,
    /// How the new site took its place.
    pub how: How,
    /// What went wrong after the new site was shown; it is whole all the same.
    pub warnings: Vec<Phrase>,
}

/// Takes the lock on the target, repairs what an interrupted publication left, and looks at the site that stands.
///
/// # Errors
/// Where the target is not gongshi's to replace, another build holds it, or the disk refuses. Nothing is changed then.
pub fn begin(place: &Place) -> Result<Stage, Error> {
    let work = Work::open(&place.resolve()?)?;
    let warnings = repair(&work)?;
    let previous = Previous::new(survey(&work.target)?, place.project);
    let stage = work.stage();
    fs::create_dir(&stage).map_err(error::io(Doing::Create, &stage))?;
    let opened = File::open(&stage).map_err(error::io(Doing::Read, &stage))?;
    Ok(Stage {
        work,
        opened,
        durable: place.durable,
        project: place.project.to_owned(),
        previous,
        claims: Mutex::default(),
        dirs: Mutex::default(),
        outputs: Mutex::default(),
        seal: None,
        warnings,
    })
}

impl Stage {
    /// The site that stands.
    pub fn previous(&self) -> &Previous {
        &self.previous
    }

    /// Makes the site a signed one: its public key is published, and the list of checksums gets a signature that also
    /// covers `about`, one line of text.
    ///
    /// # Errors
    /// Where an output has the place of the public key, or the disk refuses.
    pub fn sign(&mut self, signer: Signer, about: &str) -> Result<(), Error> {
        self.write(manifest::KEY, None, signer.public_key().as_bytes())?;
        self.seal = Some(Seal { signer, about: about.to_owned() });
        Ok(())
    }

    /// Takes an output over from the standing site if it is unchanged; `false` means that it must be rendered.
    ///
    /// # Errors
    /// Where the route cannot be used or its place is taken.
    pub fn keep(&self, route: &str, fingerprint: Fingerprint) -> Result<bool, Error> {
        let Some((listed, look)) = self.previous.untouched(route) else { return Ok(false) };
        if !self.previous.unchanged(route, &fingerprint) {
            return Ok(false);
        }
        held(&self.claims).claim(route)?;
        self.note(route, Output { listed, record: Record { fingerprint: Some(fingerprint), look }, kept: true });
        Ok(true)
    }

    /// Adds an output. Its file is written now, so the bytes can be dropped; where the standing site has the same
    /// bytes, its file is taken over instead.
    ///
    /// # Errors
    /// Where the route cannot be used, its place is taken, or the disk refuses. The stage cannot be committed then.
    pub fn write(&self, route: &str, fingerprint: Option<Fingerprint>, bytes: &[u8]) -> Result<(), Error> {
        held(&self.claims).claim(route)?;
        let listed = Listed { sha256: digest(bytes), size: bytes.len() as u64 };
        let standing = self.standing_same(route, &listed, bytes);
        let look = match standing {
            Some(look) => look,
            None => self.put(route, bytes)?,
        };
        self.note(route, Output { listed, record: Record { fingerprint, look }, kept: standing.is_some() });
        Ok(())
    }

    /// Adds an output of any length that is written bit by bit and never held. It goes to the stage; where the standing
    /// site has the same bytes, its file is taken over and the new one dropped.
    ///
    /// # Errors
    /// Where the route cannot be used, its place is taken, the disk refuses, or `write` fails.
    pub fn stream<E: From<Error>>(
        &self,
        route: &str,
        write: impl FnOnce(&mut dyn Write) -> Result<(), E>,
    ) -> Result<(), E> {
        held(&self.claims).claim(route)?;
        let path = self.work.stage().join(route);
        self.make_dir_of(route)?;
        let file = File::create_new(&path).map_err(error::io(Doing::Create, &path))?;
        let mut sink = Sink::new(BufWriter::new(file));
        let written = write(&mut sink);
        if let Some(fault) = sink.fault.take() {
            // Says more than what the writer made of it.
            return Err(error::io(Doing::Write, &path)(fault).into());
        }
        written?;
        let (listed, buffer) = sink.finish();
        let file = buffer.into_inner().map_err(|error| error::io(Doing::Write, &path)(error.into_error()))?;
        let look = file.metadata().map(|seen| Look::from(&seen)).map_err(error::io(Doing::Read, &path))?;
        let standing = self.previous.present(route).filter(|(standing, _)| {
            *standing == listed
                && (self.previous.untouched(route).is_some()
                    || sink::listed(&self.work.target.join(route)).is_ok_and(|there| there == listed))
        });
        if standing.is_some() {
            drop(file);
            fs::remove_file(&path).map_err(error::io(Doing::Remove, &path))?;
        }
        let look = standing.map_or(look, |(_, look)| look);
        self.note(route, Output { listed, record: Record { fingerprint: None, look }, kept: standing.is_some() });
        Ok(())
    }

    /// The standing file of a route if it holds these bytes: by record if there is one, else by reading it.
    fn standing_same(&self, route: &str, listed: &Listed, bytes: &[u8]) -> Option<Look> {
        let (standing, look) = self.previous.present(route)?;
        let same = standing == *listed
            && (self.previous.untouched(route).is_some()
                || fs::read(self.work.target.join(route)).is_ok_and(|there| there == bytes));
        same.then_some(look)
    }

    /// Writes one file into the stage.
    fn put(&self, route: &str, bytes: &[u8]) -> Result<Look, Error> {
        let path = self.work.stage().join(route);
        self.make_dir_of(route)?;
        let mut file = File::create_new(&path).map_err(error::io(Doing::Create, &path))?;
        file.write_all(bytes).map_err(error::io(Doing::Write, &path))?;
        file.metadata().map(|seen| Look::from(&seen)).map_err(error::io(Doing::Read, &path))
    }

    fn make_dir_of(&self, route: &str) -> Result<(), Error> {
        let Some((dir, _)) = route.rsplit_once('/') else { return Ok(()) };
        if held(&self.dirs).contains(dir) {
            return Ok(());
        }
        let path = self.work.stage().join(dir);
        fs::create_dir_all(&path).map_err(error::io(Doing::Create, &path))?;
        held(&self.dirs).insert(dir.to_owned());
        Ok(())
    }

    fn note(&self, route: &str, output: Output) {
        held(&self.outputs).insert(route.to_owned(), output);
    }

    /// Completes the stage and shows it. Until the exchange every failure leaves the old site; after it every failure
    /// is a warning.
    ///
    /// # Errors
    /// Where an output failed, a hidden entry of others is in the way, or the disk refuses.
    pub fn commit(mut self) -> Result<Receipt, Error> {
        let mut outputs = std::mem::take(&mut *held(&self.outputs));
        if held(&self.claims).files() != outputs.len() {
            let route = held(&self.claims).missing(|route| outputs.contains_key(route)).unwrap_or_default();
            return Err(Error::Unfinished { route });
        }
        let manifest =
            Manifest { files: outputs.iter().map(|(route, output)| (route.clone(), output.listed)).collect() };
        let lists = Lists::new(&manifest, self.seal.as_ref());
        let how = if self.stands(&outputs, &lists) {
            How::Untouched
        } else {
            self.take_over(&mut outputs)?;
            self.show(&manifest, &lists)?
        };
        Ok(self.settle(how, &outputs, &lists.json))
    }

    /// Whether the standing site is byte for byte the one that was put together.
    fn stands(&self, outputs: &BTreeMap<String, Output>, lists: &Lists) -> bool {
        outputs.values().all(|output| output.kept) && lists.stand(&self.work.target)
    }

    /// Gives every kept file its name in the stage, and makes sure that it is still what it was.
    fn take_over(&self, outputs: &mut BTreeMap<String, Output>) -> Result<(), Error> {
        let kept: Vec<_> = outputs.iter().filter(|(_, output)| output.kept).collect();
        for (route, _) in &kept {
            self.make_dir_of(route)?;
        }
        let stage = self.work.stage();
        let looks = kept.par_iter().map(|(route, output)| {
            let (from, to) = (self.work.target.join(route), stage.join(route));
            let changed = || Error::Changed { path: from.clone() };
            carry::twin_file(&from, &to).map_err(|error| if from.exists() { error } else { changed() })?;
            let look = look_at(&to)?;
            // A copy has a number of its own; then the original must be as it was.
            let same = look == output.record.look || look_at(&from)? == output.record.look;
            if same { Ok(look) } else { Err(changed()) }
        });
        let looks: Vec<Look> = looks.collect::<Result<_, Error>>()?;
        for (output, look) in outputs.values_mut().filter(|output| output.kept).zip(looks) {
            output.record.look = look;
        }
        Ok(())
    }

    /// Adds the hidden entries of others, the two lists and the signature, and lets the stage take the target's place.
    fn show(&self, manifest: &Manifest, lists: &Lists) -> Result<How, Error> {
        let (work, stage) = (&self.work, self.work.stage());
        let exists = self.previous.standing.exists;
        let mut units =
            if exists { foreign_units(&work.target, self.previous.manifest(), manifest)? } else { Vec::new() };
        if work.inside {
            // Top-level entries of a mount point stay where they are.
            units.retain(|unit| unit.components().count() > 1);
        }
        for unit in &units {
            let to = stage.join(unit);
            let dir = to.parent().unwrap_or(&stage);
            fs::create_dir_all(dir).map_err(error::io(Doing::Create, dir))?;
            carry::twin_tree(&work.target.join(unit), &to)?;
        }
        for (name, text) in lists.files() {
            let path = stage.join(name);
            fs::write(&path, text).map_err(error::io(Doing::Write, &path))?;
        }
        if exists {
            let seen = fs::metadata(&work.target).map_err(error::io(Doing::Read, &work.target))?;
            carry::like(&seen, &stage).map_err(error::io(Doing::Write, &stage))?;
        }
        if !exists {
            self.sync()?;
            return swap::fresh(work);
        }
        if work.inside {
            let old = self.previous.manifest().into_iter().flat_map(|old| old.files.keys());
            let stale = swap::stale_tops(work, old.map(String::as_str).chain([manifest::SIGNATURE]))?;
            // The journal makes the next command go on, so it may reach the disk only after the stage, and must before
            // the first entry moves.
            self.sync()?;
            Journal::Entries(stale.clone()).write(work)?;
            self.sync()?;
            return swap::each_entry(work, &stale);
        }
        let number = swap::number(&stage).ok_or_else(|| Error::Changed { path: stage.clone() })?;
        // This journal alone moves nothing, so that one wait serves it and the stage.
        Journal::Directory(number).write(work)?;
        self.sync()?;
        let how = swap::directory(work)?;
        if how == How::Exchange {
            self.give_back(&units);
        }
        Ok(how)
    }

    /// Puts the hidden directories themselves into the new site instead of their twins, so that they keep their number,
    /// and what was written into them during the build. Where that fails, the twins are as good.
    fn give_back(&self, units: &[PathBuf]) {
        for unit in units {
            let (old, new) = (self.work.stage().join(unit), self.work.target.join(unit));
            let is_twin = |path: &Path| fs::symlink_metadata(path).ok().map(|seen| Look::from(&seen).ino);
            if is_twin(&old) != is_twin(&new) {
                let _ = swap::exchange(&old, &new);
            }
        }
    }

    /// Waits until the disk holds the stage: once for the whole file system, which for many files is far cheaper than
    /// one after the other.
    fn sync(&self) -> Result<(), Error> {
        if !self.durable {
            return Ok(());
        }
        match rustix::fs::syncfs(&self.opened) {
            Ok(()) | Err(Errno::NOSYS | Errno::INVAL | Errno::OPNOTSUPP) => Ok(()),
            Err(errno) => Err(error::io(Doing::Sync, &self.work.stage())(errno.into())),
        }
    }

    /// What follows the exchange: makes it last, remembers the outputs, removes the old site.
    fn settle(&mut self, how: How, outputs: &BTreeMap<String, Output>, json: &str) -> Receipt {
        let mut warnings = std::mem::take(&mut self.warnings);
        let records = outputs.iter().map(|(route, output)| (route.clone(), output.record)).collect();
        let text = state::write(&digest(json.as_bytes()), &records);
        if let Err(error) = state::save(&self.project, &text) {
            let path = self.project.join(".gongshi/state");
            warnings.push(error::io(Doing::Write, &path)(error).phrase());
        }
        if how != How::Untouched {
            match self.clear() {
                Ok(told) => warnings.extend(told),
                Err(error) => warnings.push(error.phrase()),
            }
        }
        let kept = outputs.values().filter(|output| output.kept).count();
        let old = self.previous.manifest().into_iter().flat_map(|old| old.files.keys());
        Receipt {
            written: outputs.len() - kept,
            kept,
            removed: old.filter(|route| !outputs.contains_key(*route)).count(),
            bytes: outputs.values().map(|output| output.listed.size).sum(),
            how,
            warnings,
        }
    }

    fn clear(&self) -> Result<Vec<Phrase>, Error> {
        if self.durable {
            // Else after a power cut the old site could be gone and the new one not yet in its place.
            let parent = self.work.target.parent().filter(|_| !self.work.inside).unwrap_or(&self.work.target);
            match File::open(parent).and_then(|dir| dir.sync_all()) {
                Err(error) if !swap::is_unsupported(&error) => return Err(error::io(Doing::Sync, parent)(error)),
                _ => {}
            }
        }
        let mut told = Vec::new();
        for tree in [self.work.stage(), self.work.old()] {
            told.extend(discard(&tree, &self.work)?);
        }
        swap::close(&self.work)?;
        Ok(told)
    }
}

impl Drop for Stage {
    /// Removes the stage, unless a journal says that the next command needs it.
    fn drop(&mut self) {
        if !self.work.journal().exists() {
            let _ = remove_tree(&self.work.stage());
        }
    }
}

fn look_at(path: &Path) -> Result<Look, Error> {
    let seen: io::Result<_> = fs::symlink_metadata(path);
    seen.map(|seen| Look::from(&seen)).map_err(error::io(Doing::Read, path))
}

/// What a lock guards; a thread that panicked cannot have left it half changed.
fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
