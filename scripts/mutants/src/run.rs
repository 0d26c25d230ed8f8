//! Runs the tests once for each mistake, those first that are quick to notice it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// Tests that are run together: a test binary, and the names of those meant.
pub struct Stage {
    names: &'static [&'static str],
    program: PathBuf,
    /// How long it takes without a mistake.
    takes: Duration,
    /// The mistakes that it comes past.
    reaches: BTreeSet<u32>,
}

/// The quick ones first.
const STAGES: &[(&str, &[&str])] = &[
    ("canadian_content", &[]),
    ("domain", &["origin::", "annex::", "edges::", "contents::", "remedies::what", "reasons::"]),
    ("cli", &["cases"]),
    ("origin_checks", &[]),
    ("domain", &["laws::", "remedies::", "words::", "asks::"]),
    ("domain", &["nested::"]),
    ("origin_cli", &["one_good"]),
];

/// How a mistake ended.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// A test failed: the stage.
    Noticed(usize),
    /// It went on for too long: the stage.
    Endless(usize),
    /// No test came past it.
    NotReached,
    /// All tests passed.
    Survived,
}

/// The test programs in `folder`, each run once without a mistake.
pub fn stages(tree: &Path, programs: &[(String, PathBuf)]) -> Result<Vec<Stage>, String> {
    let mut stages = Vec::new();
    for (binary, names) in STAGES {
        let program = programs.iter().find(|(name, _)| name == binary).map(|(_, path)| path.clone());
        let program = program.ok_or_else(|| format!("there is no test program {binary}"))?;
        let list = std::env::temp_dir().join(format!("mutants-reached-{}", std::process::id()));
        let _ = std::fs::remove_file(&list);
        let mut stage = Stage { names, program, takes: Duration::ZERO, reaches: BTreeSet::new() };
        let start = Instant::now();
        let mut child = stage.start(tree, 0, None)?;
        if !child.wait().map_err(|it| it.to_string())?.success() {
            return Err(format!("{binary} {names:?} fails without any mistake"));
        }
        stage.takes = start.elapsed();
        stage.start(tree, 0, Some(&list))?.wait().map_err(|it| it.to_string())?;
        let text = std::fs::read_to_string(&list).unwrap_or_default();
        stage.reaches = text.lines().filter_map(|line| line.parse().ok()).collect();
        let _ = std::fs::remove_file(&list);
        eprintln!("{binary} {names:?}: {:.2} s, {} mistakes", stage.takes.as_secs_f32(), stage.reaches.len());
        stages.push(stage);
    }
    Ok(stages)
}

impl Stage {
    fn start(&self, tree: &Path, id: u32, list: Option<&Path>) -> Result<Child, String> {
        let mut command = Command::new(&self.program);
        command.args(self.names).args(["-q", "--test-threads=1"]).current_dir(tree);
        command.env("CARGO_MANIFEST_DIR", tree).env("MUTANT", id.to_string());
        // The same cases each time; no other ones that failed before; the first that fails is enough.
        command.env("PROPTEST_RNG_SEED", "20261122").env("PROPTEST_DISABLE_FAILURE_PERSISTENCE", "true");
        command.env("PROPTEST_MAX_SHRINK_ITERS", "0").env("RUST_BACKTRACE", "0");
        if let Some(list) = list {
            command.env("MUTANTS_REACHED", list);
        }
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command.spawn().map_err(|error| format!("{}: {error}", self.program.display()))
    }
}

fn one(tree: &Path, stages: &[Stage], id: u32) -> Result<End, String> {
    let mut end = End::NotReached;
    for (index, stage) in stages.iter().enumerate() {
        if !stage.reaches.contains(&id) {
            continue;
        }
        end = End::Survived;
        let mut child = stage.start(tree, id, None)?;
        let until = Instant::now() + stage.takes * 8 + Duration::from_secs(5);
        loop {
            match child.try_wait().map_err(|it| it.to_string())? {
                Some(status) if status.success() => break,
                Some(_) => return Ok(End::Noticed(index)),
                None if Instant::now() > until => {
                    child.kill().and_then(|()| child.wait()).map_err(|it| it.to_string())?;
                    return Ok(End::Endless(index));
                }
                None => std::thread::sleep(Duration::from_millis(3)),
            }
        }
    }
    Ok(end)
}

/// How each of the mistakes ends, told to `done` as they end.
pub fn run(
    tree: &Path,
    stages: &[Stage],
    ids: &[u32],
    jobs: usize,
    done: &(dyn Fn(u32, End) + Sync),
) -> Result<(), String> {
    let next = AtomicUsize::new(0);
    let failed = Mutex::new(None);
    std::thread::scope(|scope| {
        for _ in 0..jobs {
            scope.spawn(|| {
                while let Some(id) = ids.get(next.fetch_add(1, Ordering::Relaxed)) {
                    match one(tree, stages, *id) {
                        Ok(end) => done(*id, end),
                        Err(why) => *failed.lock().unwrap_or_else(|it| it.into_inner()) = Some(why),
                    }
                }
            });
        }
    });
    failed.into_inner().unwrap_or_else(|it| it.into_inner()).map_or(Ok(()), Err)
}
