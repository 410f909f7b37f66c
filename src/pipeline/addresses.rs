//! Turns addresses that cannot be written, or are wanted twice, into problems with the clerk's own files.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::code::links as code;
use crate::diag::{Diagnostic, Phrase, Report};
use crate::model::site::Site;
use crate::plan::{Output, origin, plan};
use crate::publish::{self, Error, RouteFault};

/// Reports every file whose address no disk could hold beside the others. `statics` are as for [`plan`].
pub(super) fn check(site: &Site, statics: &[String], report: &mut Report) {
    let plan = plan(site, statics);
    let routes: Vec<(String, Output)> =
        plan.outputs.iter().map(|&output| (plan.routes.path(output).into_owned(), output)).collect();
    let mut owners: BTreeMap<&str, Vec<Output>> = BTreeMap::new();
    for (route, output) in &routes {
        owners.entry(route).or_default().push(*output);
    }
    // A roster has several addresses and a folder many; each name is told once.
    let mut told = BTreeSet::new();
    for fault in publish::route_faults(routes.iter().map(|(route, _)| route.as_str())) {
        match fault {
            Error::Route { route, why } => {
                let owner = owners.get(route.as_str()).and_then(|all| origin::path(site, *all.first()?));
                let name = prefixes(&route).find(|prefix| publish::check_routes([*prefix]).is_err()).unwrap_or(&route);
                let name = shown(name, &route, owner);
                if told.insert((name.clone(), String::new())) {
                    let diagnostic = Diagnostic::of_path(&code::UNSAFE_NAME, name.as_str()).arg("path", name);
                    report.push(diagnostic.arg("address", route).arg("reason", reason(why)));
                }
            }
            Error::Collision { first, second } => {
                let owner = |route: &str, at: usize| {
                    owners
                        .get(route)
                        .and_then(|all| all.get(at).or(all.last()))
                        .and_then(|one| origin::path(site, *one))
                };
                let (one, other) = (owner(&first, 0), owner(&second, usize::from(first == second)));
                let shared = prefixes(&first).zip(prefixes(&second)).find(|(a, b)| a != b);
                let (one_name, other_name) = shared.unwrap_or((&first, &second));
                let one = one.map(|path| shown(one_name, &first, Some(path)));
                let other = other.map(|path| shown(other_name, &second, Some(path)));
                // What the clerk can rename comes first.
                let (named, against) = match (one, other) {
                    (one, Some(other)) => (other, one),
                    (Some(one), None) => (one, None),
                    (None, None) => (second.clone(), None),
                };
                if told.insert((named.clone(), against.clone().unwrap_or_default())) {
                    let against = match against {
                        Some(path) => Phrase::new(format!("“{path}”"), format!("\"{path}\"")),
                        None => Phrase::new("网站自己的页面", "a page of the site itself"),
                    };
                    let diagnostic = Diagnostic::of_path(&code::ADDRESS_TAKEN, named.as_str()).arg("path", named);
                    report.push(diagnostic.arg("other", against).arg("address", second));
                }
            }
            // The others are of the disk, which nothing here touches.
            _ => {}
        }
    }
}

/// The folders of a route from the outermost, then the route.
fn prefixes(route: &str) -> impl Iterator<Item = &str> {
    let ends = route.match_indices('/').map(|(at, _)| at).chain([route.len()]);
    ends.filter_map(|end| route.get(..end))
}

/// What the clerk knows a part of an address by: a folder has the same name, a page comes from a file.
fn shown(prefix: &str, route: &str, owner: Option<String>) -> String {
    match owner {
        Some(path) if prefix.len() == route.len() => path,
        _ => prefix.to_owned(),
    }
}

fn reason(why: RouteFault) -> Phrase {
    match why {
        RouteFault::Shape | RouteFault::Character => {
            Phrase::new("有文件名里不能用的符号", "has a sign that file names cannot have")
        }
        RouteFault::Ending => Phrase::new("以句点或者空格结尾", "ends with a full stop or a blank"),
        RouteFault::Device => Phrase::new(
            "是 Windows 留给设备的（con、aux、nul、com1 等）",
            "Windows keeps for devices (con, aux, nul, com1 and the like)",
        ),
        RouteFault::Long => Phrase::new("太长", "is too long"),
        RouteFault::Reserved => Phrase::new("留给发布程序自己用", "is kept for the publication itself"),
    }
}
