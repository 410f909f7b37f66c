//! Turns route names into claims on places, refusing what some disk could not hold or would mix up.

use std::collections::HashMap;

use super::error::{Error, RouteFault};
use super::manifest;

/// Names that Windows keeps for devices, with any extension.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];
/// What after `com` or `lpt` makes a device.
const PORTS: [&str; 12] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "¹", "²", "³"];

/// Checks that every route can be written and no two want one place. For the planner, before anything is rendered;
/// [`super::Stage`] checks again. Errors name the first fault in the order given.
pub fn check_routes<'a>(routes: impl IntoIterator<Item = &'a str>) -> Result<(), Error> {
    let mut claims = Claims::default();
    routes.into_iter().try_for_each(|route| claims.claim(route))
}

/// Every route that cannot be written or wants a place that one before it has; in the order given.
pub fn route_faults<'a>(routes: impl IntoIterator<Item = &'a str>) -> Vec<Error> {
    let mut claims = Claims::default();
    routes.into_iter().filter_map(|route| claims.claim(route).err()).collect()
}

/// Whether one route can be written on any usual disk: relative, parts joined by `/`, none empty, `.` or `..`.
pub(super) fn check_route(route: &str) -> Result<(), Error> {
    match fault(route) {
        None => Ok(()),
        Some(why) => Err(Error::Route { route: route.to_owned(), why }),
    }
}

fn fault(route: &str) -> Option<RouteFault> {
    if manifest::OWN.contains(&route) || route.split('/').next() == Some(super::place::INSIDE) {
        return Some(RouteFault::Reserved);
    }
    if route.len() > 1024 {
        return Some(RouteFault::Long);
    }
    route.split('/').find_map(|part| {
        if matches!(part, "" | "." | "..") {
            Some(RouteFault::Shape)
        } else if part.len() > 255 {
            Some(RouteFault::Long)
        } else if part.chars().any(|c| c.is_control() || "<>:\"|?*\\".contains(c)) {
            Some(RouteFault::Character)
        } else if part.ends_with(['.', ' ']) {
            Some(RouteFault::Ending)
        } else if is_device(part) {
            Some(RouteFault::Device)
        } else {
            None
        }
    })
}

fn is_device(part: &str) -> bool {
    let stem = part.split('.').next().unwrap_or(part).trim_end().to_lowercase();
    let numbered = stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt"));
    DEVICES.contains(&stem.as_str()) || numbered.is_some_and(|port| PORTS.contains(&port))
}

/// The places taken so far, compared as a disk would that takes capitals and small letters for the same.
#[derive(Debug, Default)]
pub(super) struct Claims {
    taken: HashMap<String, Claim>,
    files: usize,
}

#[derive(Debug)]
struct Claim {
    /// As spelt by the first route that passed here, and that route.
    spelt: String,
    route: String,
    is_dir: bool,
}

impl Claims {
    /// Takes the place of a route and of the directories above it.
    pub(super) fn claim(&mut self, route: &str) -> Result<(), Error> {
        check_route(route)?;
        let ends = route.match_indices('/').map(|(at, _)| at).chain([route.len()]);
        for end in ends {
            let spelt = &route[..end];
            let is_dir = end < route.len();
            match self.taken.get(&spelt.to_lowercase()) {
                Some(claim) if is_dir && claim.is_dir && claim.spelt == spelt => {}
                Some(claim) => return Err(collision(route, &claim.route)),
                None => {
                    let claim = Claim { spelt: spelt.to_owned(), route: route.to_owned(), is_dir };
                    self.taken.insert(spelt.to_lowercase(), claim);
                }
            }
        }
        self.files += 1;
        Ok(())
    }

    /// How many routes were taken.
    pub(super) fn files(&self) -> usize {
        self.files
    }

    /// The first route, in order, that `done` does not know.
    pub(super) fn missing(&self, done: impl Fn(&str) -> bool) -> Option<String> {
        let files = self.taken.values().filter(|claim| !claim.is_dir);
        files.map(|claim| &claim.route).filter(|route| !done(route)).min().cloned()
    }
}

fn collision(one: &str, other: &str) -> Error {
    let (first, second) = if one <= other { (one, other) } else { (other, one) };
    Error::Collision { first: first.to_owned(), second: second.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn routes_that_no_disk_minds_pass() {
        let good = [
            "index.html",
            "rosters/2026-12.html",
            "柳树镇/䂮.html",
            ".well-known/security.txt",
            ".nojekyll",
            "a b/c.html",
            "console.html",
            "com.html",
            "com10.html",
            "auxiliary/x",
            "nullify",
            "comet1",
            "sub/manifest.json",
            "lpt0.txt",
        ];
        for route in good {
            assert!(check_route(route).is_ok(), "{route}");
        }
    }

    #[test]
    fn routes_that_some_disk_minds_are_refused() {
        use RouteFault::*;
        let long = "长".repeat(86);
        let bad = [
            ("", Shape),
            ("/a", Shape),
            ("a/", Shape),
            ("a//b", Shape),
            ("../a", Shape),
            ("a/./b", Shape),
            ("..", Shape),
            ("a\\b", Character),
            ("a:b", Character),
            ("a\nb", Character),
            ("a?.html", Character),
            ("a\u{7f}", Character),
            ("a.", Ending),
            ("a /b", Ending),
            ("con", Device),
            ("a/NUL.html", Device),
            ("Com1.tar.gz", Device),
            ("lpt³.txt", Device),
            ("conin$", Device),
            ("aux .html", Device),
            (long.as_str(), Long),
            ("manifest.json", Reserved),
            ("SHA256SUMS", Reserved),
            ("SHA256SUMS.minisig", Reserved),
            (".gongshi-work/a", Reserved),
        ];
        for (route, expected) in bad {
            assert_eq!(fault(route), Some(expected), "{route:?}");
        }
        assert_eq!(fault(&["a"; 600].join("/")), Some(Long));
    }

    #[test]
    fn one_place_is_given_once() {
        type Case<'a> = (&'a [&'a str], Option<(&'a str, &'a str)>);
        let cases: [Case; 6] = [
            (&["a/x.html", "a/y.html", "b"], None),
            (&["x", "x"], Some(("x", "x"))),
            (&["X.html", "x.html"], Some(("X.html", "x.html"))),
            (&["a/b", "a"], Some(("a", "a/b"))),
            (&["a", "a/b"], Some(("a", "a/b"))),
            (&["Town/a", "town/b"], Some(("Town/a", "town/b"))),
        ];
        for (routes, expected) in cases {
            let got = match check_routes(routes.iter().copied()) {
                Ok(()) => None,
                Err(Error::Collision { first, second }) => Some((first, second)),
                Err(other) => panic!("{other}"),
            };
            assert_eq!(got, expected.map(|(a, b)| (a.to_owned(), b.to_owned())), "{routes:?}");
        }
    }
}
