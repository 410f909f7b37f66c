//! Many rosters, for measuring.

use super::*;

/// A site of `count` rosters with 31 rows each, for measuring.
#[allow(dead_code)]
pub fn large(count: usize) -> Site {
    let per_unit = 50;
    let mut settings = settings();
    settings.posters.clear();
    let mut root = unit("", None, "云岭县");
    let towns = count.div_ceil(per_unit);
    root.children = (1..=towns).map(UnitId).collect();
    let mut units = vec![root];
    let names = BTreeMap::from([(0, "陈守望"), (1, "韩龑"), (2, "罗䂮英"), (3, "马会兰")]);
    for town in 0..towns {
        let id = UnitId(town + 1);
        let mut unit = unit(&format!("t{town:04}"), Some(UnitId(0)), &format!("第{town}镇"));
        unit.people = (0..4)
            .map(|index| person(names[&index], &format!("p{index}"), &["副镇长"], &["农业", "水利"], &[]))
            .collect();
        for number in 0..per_unit.min(count - town * per_unit) {
            let month = u32::try_from(number % 12).expect("small") + 1;
            let first = day(2000 + i32::try_from(number).expect("small"), month, 1);
            let last = first.checked_add_days(chrono::Days::new(30)).expect("a day");
            let mut one = roster(&format!("r{number:03}"), "党政领导接待群众安排", first, Some(last));
            one.sessions = first
                .iter_days()
                .take(31)
                .enumerate()
                .map(|(index, date)| {
                    let who = [PersonId { unit: id, index: index % 4 }];
                    let venue = Venue { name: "镇便民服务中心".to_owned(), place: None };
                    session(id, date, Hours::Spans(vec![span((9, 0), (11, 30))]), &who, &[venue])
                })
                .collect();
            unit.rosters.push(one);
        }
        units.push(unit);
    }
    Site {
        settings,
        units,
        notices: Vec::new(),
        pages: Vec::new(),
        regulations: Vec::new(),
        cited: Default::default(),
        procedures: Vec::new(),
        pictures: Vec::new(),
        past: gongshi::model::past::Past::default(),
        edition: day(2026, 12, 1),
    }
}
