//! A client that costs next to nothing: the request's bytes, made once.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    process::{Child, Command, Stdio},
};

const CONNECTIONS: usize = 8;

/// On the second core; the servers are on the first.
pub(crate) fn pin() {
    let id = std::process::id().to_string();
    let pinned = Command::new("taskset").args(["-pc", "1", &id]).stdout(Stdio::null()).status();
    if !pinned.is_ok_and(|status| status.success()) {
        println!("!!!! `taskset` does not work here: client and server share the cores !!!!");
    }
}

/// A server and the connections to it.
pub(crate) struct Client {
    server: Child,
    request: Vec<u8>,
    connections: Vec<TcpStream>,
}

impl Client {
    pub(crate) fn of(name: &str, request: &http::Request<impl AsRef<[u8]>>) -> Self {
        let program = std::env::current_exe().expect("this program has a path");
        let mut command = Command::new("taskset");
        command.args(["-c", "0"]).arg(&program);
        let begin =
            |command: &mut Command| command.args(["--serve", name]).stdout(Stdio::piped()).spawn();
        let mut server =
            begin(&mut command).or_else(|_| begin(&mut Command::new(program))).expect("a server");
        let mut address = String::new();
        let said = server.stdout.take().expect("its output");
        BufReader::new(said).read_line(&mut address).expect("where it listens");
        let connections = (0..CONNECTIONS).map(|_| {
            let connection = TcpStream::connect(address.trim()).expect("a connection");
            connection.set_nodelay(true).expect("a setting");
            connection
        });
        let connections = connections.collect();
        Self { server, request: bytes(request), connections }
    }

    /// A request on each connection, then the answer on each.
    pub(crate) fn round(&mut self) {
        for connection in &mut self.connections {
            connection.write_all(&self.request).expect("it is sent");
        }
        let mut answer = [0; 1024];
        for connection in &mut self.connections {
            // Answers without a body come in one piece.
            let read = connection.read(&mut answer).expect("an answer");
            let answer = &answer[..read];
            assert!(answer.starts_with(b"HTTP/1.1 200") && answer.ends_with(b"\r\n\r\n"));
        }
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        self.server.kill().expect("it can be ended");
        self.server.wait().expect("it has ended");
    }
}

fn bytes(request: &http::Request<impl AsRef<[u8]>>) -> Vec<u8> {
    let body = request.body().as_ref();
    let mut bytes = b"POST / HTTP/1.1\r\nhost: localhost\r\n".to_vec();
    for (name, value) in request.headers() {
        bytes.extend_from_slice(name.as_str().as_bytes());
        bytes.extend_from_slice(b": ");
        bytes.extend_from_slice(value.as_bytes());
        bytes.extend_from_slice(b"\r\n");
    }
    if !request.headers().contains_key("content-length") {
        bytes.extend_from_slice(format!("content-length: {}\r\n", body.len()).as_bytes());
    }
    bytes.extend_from_slice(b"\r\n");
    bytes.extend_from_slice(body);
    bytes
}
