//! Pressings that do not come to their end: killed, on a full disk, with files that cannot be read. The old site stays.

use std::{
    fs::{self, File},
    process::Stdio,
    thread,
    time::Instant,
};

use serde_json::json;

use crate::{
    press_newsroom::{Newsroom, Pressing},
    press_publish::of_five,
};

/// Kills so many pressings, at points spread over their whole time, and demands that the site is always the old one or
/// the new one. `options` are those of each pressing.
fn kill(newsroom: &Newsroom, kills: u32, options: &[&str]) {
    let press = || newsroom.run("content", "app", "out", options).is_clean();
    let edition = |old: bool| {
        let name = if old { "The Harbour" } else { "The Lighthouse" };
        newsroom.site(|site| {
            site["name"]["en"] = json!(name);
            site["search"] = json!(options.is_empty());
        });
        match old {
            true => newsroom.article("e", "/politics/e/", 5, |_| {}),
            false => fs::remove_file(newsroom.path("content/articles/e.json")).expect("removed"),
        }
    };
    edition(true);
    press();
    let old = newsroom.tree("out");
    edition(false);
    let started = Instant::now();
    press();
    let mut whole = started.elapsed();
    let new = newsroom.tree("out");
    assert!(old != new && old.len() > new.len());

    let (mut is_old, mut seen, mut random) = (false, [0, 0], 1_u32);
    let (mut killed, mut begun) = (0, 0);
    while killed < kills {
        begun += 1;
        assert!(begun < 3 * kills, "most pressings end before they are killed: {killed} of {begun}");
        // The site that is served is one of the two; the other one is on its way when the pressing is killed.
        edition(!is_old);
        let mut command = newsroom.command("content", "app", "out");
        let command = command.args(options).args(["--now", "2024-06-01T00:00:00Z"]);
        let mut running =
            command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the command runs");
        random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let part = f64::from(random >> 8) / f64::from(1 << 24) * 1.1;
        thread::sleep(whole.mul_f64(part));
        // What else the machine does makes a pressing longer or shorter: the points of time keep pace with it.
        match running.try_wait().expect("it runs, or has ended") {
            Some(_) => whole = whole.mul_f64(0.98),
            None if part > 0.9 => whole = whole.mul_f64(1.1),
            None => {}
        }
        running.kill().expect("it is killed, or at its end");
        let ended = running.wait().expect("it ends");
        // A pressing that came to its end in time is no kill.
        killed += u32::from(ended.code().is_none());
        let there = newsroom.tree("out");
        assert!(there == old || there == new, "a mixture: {:?}", there.keys());
        let was_swapped = (there == old) != is_old;
        seen[usize::from(was_swapped)] += 1;
        if !was_swapped {
            edition(is_old);
        }
        is_old = there == old;
    }
    assert!(seen.iter().all(|count| *count > 0), "killed before and after the swap: {seen:?}");
    press();
    assert_eq!(newsroom.tree("out"), if is_old { old } else { new });
}

#[test]
fn a_pressing_that_is_killed_leaves_the_old_site_or_the_new_one() {
    kill(&of_five("killed"), 160, &["--no-compress"]);
}

#[test]
fn a_pressing_with_a_search_and_compressed_copies_that_is_killed_leaves_one_of_both_sites() {
    let newsroom = of_five("killed-searched");
    kill(&newsroom, 40, &[]);
    assert!(newsroom.has("data/en/search/search.js") && newsroom.has("politics/a/index.html.br"));
}

#[cfg(unix)]
#[test]
fn a_full_disk_and_files_that_cannot_be_read_leave_the_old_site() {
    let newsroom = of_five("full-disk");
    newsroom.press_without_copies().is_clean();
    let before = newsroom.tree("out");
    newsroom.site(|site| site["name"]["en"] = json!("The Lighthouse"));
    // No file may grow beyond a block: to a program it is the same as a disk that is full.
    let run = |shell: &str| {
        let mut command = newsroom.command("content", "app", "out");
        let program = std::iter::once(command.get_program()).chain(command.get_args());
        let program: Vec<_> = program.map(std::ffi::OsStr::to_owned).collect();
        command = std::process::Command::new("sh");
        command.current_dir(newsroom.path("")).args(["-c", shell, "sh"]).args(program);
        Pressing::of(&command.output().expect("a shell"))
    };
    let full = run("trap '' XFSZ; ulimit -f 1; exec \"$@\"");
    full.says(2, &["could not write", "File too large", "the site in out stays as it was"]);
    assert_eq!(newsroom.tree("out"), before);

    // A file of the content that goes away, or cannot be read, while the site is pressed.
    std::os::unix::fs::symlink("/proc/self/mem", newsroom.path("content/media.txt")).expect("a link");
    newsroom
        .press_without_copies()
        .says(1, &["media.txt: left out: expected a file or folder, found a symbolic link"]);
    fs::remove_file(newsroom.path("content/media.txt")).expect("removed");
    let now = newsroom.tree("out");
    newsroom.site(|site| site["name"]["en"] = json!("The Mole"));
    newsroom.write("content/plan.pdf", "a plan");
    let unreadable = newsroom.path("content/plan.pdf");
    let rights = std::os::unix::fs::PermissionsExt::from_mode(0o000);
    fs::set_permissions(&unreadable, rights).expect("rights");
    if File::open(&unreadable).is_ok() {
        eprintln!("skipped: this user can read every file");
    } else {
        newsroom.press_without_copies().says(2, &["could not read", "plan.pdf", "stays as it was"]);
        assert_eq!(newsroom.tree("out"), now);
    }
}

/// A disk of its own for the site, in the only folder that such a shell sees it in. What it is told is run on it, and all
/// of that has to succeed.
#[cfg(target_os = "linux")]
const ON_A_DISK: [&str; 6] = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c"];

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_is_full_leaves_the_old_site_until_there_is_room() {
    use std::process::Command;

    let [program, options @ ..] = ON_A_DISK;
    let of_system = |script: &str| {
        let mut command = Command::new(program);
        command.args(options).arg(script);
        command
    };
    let can = of_system("mount -t tmpfs none /mnt").output().is_ok_and(|said| said.status.success());
    if !can {
        eprintln!("skipped: this user may not have a disk of their own");
        return;
    }
    let newsroom = of_five("real-disk");
    fs::create_dir_all(newsroom.path("disk")).expect("a folder");
    // Room for the old site and sixteen blocks; the new one, of which every page is another, takes more.
    let script = r#"set -e
        mount -t tmpfs -o size=64m none disk
        "$@"
        cp -a disk/out before
        used=$(df --output=used -k disk | tail -n 1)
        mount -o remount,size=$((used + 64))k disk
        sed 's/The Harbour/The Lighthouse/' content/site.json >changed
        cp changed content/site.json
        if "$@" 2>said; then echo "it found room" >&2; exit 1; fi
        cat said
        diff -r before disk/out
        mount -o remount,size=64m disk
        "$@"
        grep -q 'The Lighthouse' disk/out/politics/a/index.html"#;
    let press = newsroom.command("content", "app", "disk/out");
    let output = of_system(script)
        .current_dir(newsroom.path(""))
        .arg("sh")
        .arg(press.get_program())
        .args(press.get_args())
        .args(["--no-compress", "--now", "2024-06-01T00:00:00Z"])
        .output();
    let said = Pressing::of(&output.expect("a shell"));
    assert_eq!(said.status, Some(0), "{said:?}");
    for words in ["could not write", "No space left on device", "the site in disk/out stays as it was"] {
        assert!(said.summary.contains(words), "no {words:?} in {said:?}");
    }
}
