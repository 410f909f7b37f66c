//! A town with as many villages as asked for: the folder `sites/villages` and, below it, villages made here.
#![allow(unreachable_pub, dead_code, clippy::expect_used)]

use std::fs;
use std::path::Path;

const TOWN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sites/villages");

/// Village `at`, in the order of their folders.
pub fn name(at: usize) -> String {
    let first: Vec<char> = "上下东西南北前后新老大小石竹松柳桃杏梅兰荷槐柏枫桐".chars().collect();
    let second: Vec<char> = "河湾坪岭塘桥冲坡".chars().collect();
    format!("{}{}村", first[at % first.len()], second[at / first.len() % second.len()])
}

/// Writes the town and its villages into an empty folder.
pub fn write(root: &Path, villages: usize) {
    fs::create_dir_all(root.join("rosters")).expect("a folder");
    for folder in ["", "rosters"] {
        for entry in fs::read_dir(Path::new(TOWN).join(folder)).expect("the town") {
            let path = entry.expect("an entry").path();
            if path.is_file() {
                fs::copy(&path, root.join(folder).join(path.file_name().expect("a name"))).expect("copied");
            }
        }
    }
    for at in 0..villages {
        let folder = root.join(format!("c{:03}", at + 1));
        fs::create_dir_all(&folder).expect("a folder");
        fs::write(folder.join("unit.yaml"), unit(at)).expect("written");
        fs::write(folder.join("leaders.yaml"), leaders(at)).expect("written");
    }
}

fn unit(at: usize) -> String {
    let name = name(at);
    format!("名称: {name}\n电话: 0000-555{:04}\n场所:\n  - {{名称: 村委会, 地址: {name}文化广场北侧}}\n", 1000 + at)
}

/// Three officials whose names are no other village's three.
fn leaders(at: usize) -> String {
    let family: Vec<char> = "陈李王张刘赵吴徐孙朱胡郭何林梁郑宋谢唐韩".chars().collect();
    let given =
        ["明远", "守正", "建平", "春兰", "志强", "文静", "国栋", "秀云", "海波", "晓燕", "立新", "永安", "长青"];
    let posts = ["村党支部书记", "村委会副主任", "村监委会主任"];
    let names: Vec<String> =
        (0..3).map(|k| format!("{}{}", family[(at + k * 7) % 20], given[(at * 5 + k * 4 + at / 20) % 13])).collect();
    let mut text = "人员:\n".to_owned();
    for (name, post) in names.iter().zip(posts) {
        text += &format!("  - {{姓名: {name}, 职务: {post}}}\n");
    }
    text + &format!("群体:\n  - {{名称: 村两委干部}}\n  - {{名称: 村干部, 成员: [{}]}}\n", names.join("、"))
}
