//! A Postgres server for tests: the one that an environment variable names, or one that is started from the
//! programs that are installed, on this machine alone, in a folder of its own.

use std::{
    fs, io,
    net::TcpListener,
    os::unix::{fs::chown, process::CommandExt as _},
    path::{Path, PathBuf},
    process::{ChildStdin, Command, Stdio},
    sync::{Mutex, OnceLock},
    time::{Duration, Instant},
};

/// The server's address, or why there is none. Found or started once for all tests.
pub(crate) fn address() -> Result<&'static str, &'static str> {
    static SERVER: OnceLock<Result<String, String>> = OnceLock::new();
    let server = SERVER.get_or_init(|| {
        for name in ["WEBHOOK_TEST_POSTGRES", "DATABASE_URL"] {
            if let Ok(address) = std::env::var(name) {
                return Ok(address);
            }
        }
        start().map_err(|error| error.to_string())
    });
    server.as_deref().map_err(String::as_str)
}

/// Keeps the server alive: when this process ends, in whatever way, the pipe is closed and the server with it.
static ALIVE: Mutex<Option<ChildStdin>> = Mutex::new(None);

fn start() -> io::Result<String> {
    let programs = installed()?;
    let folder = std::env::temp_dir().join(format!("webhook-postgres-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    // The server does not run as root.
    let user = unprivileged()?;
    if let Some((uid, gid)) = user {
        chown(&folder, Some(uid), Some(gid))?;
    }
    let as_user = |program: &Path| {
        let mut command = Command::new(program);
        command.current_dir(&folder).stdout(Stdio::null()).stderr(Stdio::null());
        if let Some((uid, gid)) = user {
            command.uid(uid).gid(gid);
        }
        command
    };
    let data = folder.join("data");
    let made = as_user(&programs.join("initdb"))
        .args(["--auth=trust", "--username=webhook", "--encoding=UTF8", "--no-locale", "-D"])
        .arg(&data)
        .status()?;
    if !made.success() {
        return Err(io::Error::other("initdb failed"));
    }
    let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
    let script = format!(
        "'{}' -D '{}' -c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories='' \
         -c max_connections=300 >'{}' 2>&1 & server=$!; cat >/dev/null; kill -INT $server; wait $server; \
         rm -rf '{}'",
        programs.join("postgres").display(),
        data.display(),
        folder.join("log").display(),
        folder.display(),
    );
    let mut shell = as_user(Path::new("/bin/sh"));
    let mut shell = shell.arg("-c").arg(script).stdin(Stdio::piped()).process_group(0).spawn()?;
    *ALIVE.lock().unwrap() = shell.stdin.take();
    let until = Instant::now() + Duration::from_secs(30);
    let ready = || {
        as_user(&programs.join("pg_isready"))
            .args(["--host=127.0.0.1", &format!("--port={port}")])
            .status()
            .is_ok_and(|status| status.success())
    };
    while !ready() {
        if Instant::now() > until {
            return Err(io::Error::other("the server did not start"));
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    Ok(format!("postgres://webhook@127.0.0.1:{port}/postgres"))
}

/// The folder of the newest server's programs.
fn installed() -> io::Result<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql")
        .map_err(|_| io::Error::other("no Postgres is installed below /usr/lib/postgresql"))?;
    let mut folders: Vec<PathBuf> =
        versions.flatten().map(|entry| entry.path().join("bin")).collect();
    folders.retain(|folder| folder.join("initdb").exists());
    folders.sort();
    folders
        .pop()
        .ok_or_else(|| io::Error::other("no server is installed below /usr/lib/postgresql"))
}

/// Somebody else to be, if this is root.
fn unprivileged() -> io::Result<Option<(u32, u32)>> {
    use std::os::unix::fs::MetadataExt as _;
    if fs::metadata("/proc/self")?.uid() != 0 {
        return Ok(None);
    }
    let users = fs::read_to_string("/etc/passwd")?;
    let find = |name: &str| {
        let line = users.lines().find(|line| line.split(':').next() == Some(name))?;
        let mut fields = line.split(':').skip(2);
        Some((fields.next()?.parse().ok()?, fields.next()?.parse().ok()?))
    };
    find("postgres")
        .or_else(|| find("nobody"))
        .map(Some)
        .ok_or_else(|| io::Error::other("no user to be"))
}
