//! The sessions of the README and of the guide's chapter, followed word for word: the commands are run, and what they print
//! is what stands there, but for numbers, times and signatures.
//!
//! `WEBHOOK_BLESS=1` writes down what they print now.

use std::{
    collections::BTreeMap,
    fs,
    io::Read as _,
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread::{JoinHandle, sleep, spawn},
    time::Duration,
};

use crate::program::{folder, webhook};

/// The port that they name; a free one is used instead.
const PORT: &str = "3000";

/// A shell of a reader, in an empty folder.
struct Session {
    folder: PathBuf,
    port: String,
    variables: BTreeMap<String, String>,
    /// What listens, what it prints, and in which command's place that belongs.
    listener: Option<(Child, JoinHandle<String>, usize)>,
}

/// A command, and what stands below it.
#[derive(Debug, Clone, PartialEq)]
struct Step {
    command: String,
    output: String,
}

fn steps(text: &str) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    let mut inside = false;
    for line in text.lines() {
        match line {
            "```console" => inside = true,
            "```" => inside = false,
            line if inside => match (line.strip_prefix("$ "), steps.last_mut()) {
                (Some(command), _) => {
                    steps.push(Step { command: command.to_owned(), output: String::new() });
                }
                (None, Some(step)) => step.output.extend([line, "\n"]),
                (None, None) => panic!("no command before {line:?}"),
            },
            _ => {}
        }
    }
    steps
}

impl Session {
    fn new(name: &str) -> Self {
        let free = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = free.local_addr().expect("an address").port().to_string();
        Self { folder: folder(name), port, variables: BTreeMap::new(), listener: None }
    }

    fn shell(&self, command: &str) -> Command {
        let program = PathBuf::from(webhook().get_program());
        let programs = program.parent().expect("a folder").display().to_string();
        let path = std::env::var("PATH").unwrap_or_default();
        let command = command.replace(PORT, &self.port);
        // Listening at another port than the usual one has to be said.
        let command = match command.strip_prefix("webhook listen") {
            Some(rest) => format!("exec webhook listen --port {}{rest}", self.port),
            None => command,
        };
        let mut shell = Command::new("sh");
        shell.env_clear().envs(&self.variables).env("PATH", format!("{programs}:{path}"));
        shell.current_dir(&self.folder).args(["-c", &format!("{command} 2>&1")]);
        shell.stdin(Stdio::null()).stdout(Stdio::piped());
        shell
    }

    /// Runs a command; that of a listener is known when it has ended.
    fn run(&mut self, index: usize, command: &str, steps: &mut [Step]) -> Option<String> {
        if let Some((name, value)) =
            command.strip_prefix("export ").and_then(|set| set.split_once('='))
        {
            self.variables.insert(name.to_owned(), value.to_owned());
            return Some(String::new());
        }
        if command.starts_with("webhook listen") {
            self.end(steps);
            let mut child = self.shell(command).spawn().expect("a shell");
            let mut pipe = child.stdout.take().expect("a pipe");
            // Read all along: what nobody reads keeps it from answering.
            let output = spawn(move || {
                let mut output = String::new();
                pipe.read_to_string(&mut output).expect("UTF-8");
                output
            });
            self.listener = Some((child, output, index));
            let address = format!("127.0.0.1:{}", self.port);
            let is_there = |_: &u32| {
                sleep(Duration::from_millis(20));
                std::net::TcpStream::connect(&address).is_ok()
            };
            assert!((0..500).any(|attempt| is_there(&attempt)), "nobody listens at {address}");
            return None;
        }
        let output = self.shell(command).output().expect("a shell");
        Some(self.seen(&String::from_utf8(output.stdout).expect("UTF-8")))
    }

    fn seen(&self, output: &str) -> String {
        output.replace(&self.port, PORT)
    }

    /// Ends what listens, and notes what it printed.
    fn end(&mut self, steps: &mut [Step]) {
        let Some((mut child, output, index)) = self.listener.take() else { return };
        let _ = child.kill();
        let _ = child.wait();
        steps[index].output = self.seen(&output.join().expect("UTF-8"));
    }
}

/// Without what is another every time.
fn without_numbers(text: &str) -> String {
    let mut normal = String::new();
    for word in text.split_inclusive([' ', '\n']) {
        let is_hash = word.trim().len() >= 32 && word.trim().bytes().all(|b| b.is_ascii_hexdigit());
        let digit = |c: char| if c.is_ascii_digit() { '0' } else { c };
        let shown: String = word.chars().map(digit).collect();
        normal.push_str(if is_hash { "hash " } else { &shown });
    }
    // However many digits a number has.
    while normal.contains("00") {
        normal = normal.replace("00", "0");
    }
    normal.replace("0.0", "0").lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}

fn follow(readme: &Path, name: &str) {
    let text = fs::read_to_string(readme).expect("a README");
    let written = steps(&text);
    assert!(!written.is_empty());
    let mut seen = written.clone();
    let mut session = Session::new(name);
    for (index, step) in written.iter().enumerate() {
        if let Some(output) = session.run(index, &step.command, &mut seen) {
            seen[index].output = output;
        }
    }
    session.end(&mut seen);
    if std::env::var_os("WEBHOOK_BLESS").is_some() {
        fs::write(readme, with_outputs(&text, &seen)).expect("a README");
        return;
    }
    for (written, seen) in written.iter().zip(&seen) {
        let (expected, is) = (without_numbers(&written.output), without_numbers(&seen.output));
        assert_eq!(expected, is, "{}: it prints\n{}", written.command, seen.output);
    }
}

/// The text with other outputs.
fn with_outputs(text: &str, steps: &[Step]) -> String {
    let mut steps = steps.iter();
    let mut inside = false;
    let mut new = String::new();
    for line in text.lines() {
        inside = match line {
            "```console" => true,
            "```" => false,
            _ => inside,
        };
        let is_command = inside && line.starts_with("$ ");
        if inside && !is_command && line != "```console" {
            continue;
        }
        new.push_str(line);
        new.push('\n');
        if is_command {
            new.push_str(&steps.next().expect("a step for each command").output);
        }
    }
    new
}

#[test]
fn the_readme_of_the_command_line_is_followed_word_for_word() {
    follow(&Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md"), "readme-cli");
}

#[test]
fn the_chapter_of_the_guide_is_followed_word_for_word() {
    let chapter = "../docs/guide/src/command-line.md";
    follow(&Path::new(env!("CARGO_MANIFEST_DIR")).join(chapter), "chapter");
}
