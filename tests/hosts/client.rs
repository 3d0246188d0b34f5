//! Plain HTTP, so that the test sees what was sent and not what a client made of it.

use std::{
    io::{Read, Write},
    net::TcpStream,
    time::Duration,
};

/// What a server answered.
#[derive(Clone)]
pub struct Answer {
    pub status: u16,
    headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

/// Asks the server on this machine's `port`.
pub fn get(port: u16, path: &str, headers: &[(&str, &str)]) -> Answer {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).expect("the server listens");
    stream.set_read_timeout(Some(Duration::from_secs(20))).expect("a time limit");
    let headers: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let request =
        format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n{headers}Connection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).expect("the request is sent");
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).unwrap_or_else(|error| panic!("{path}: {error}"));
    parse(&bytes).unwrap_or_else(|| panic!("{path}: no HTTP: {}", String::from_utf8_lossy(&bytes)))
}

fn parse(bytes: &[u8]) -> Option<Answer> {
    let end = bytes.windows(4).position(|window| window == b"\r\n\r\n")?;
    let head = String::from_utf8_lossy(bytes.get(..end)?).into_owned();
    let mut lines = head.lines();
    let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
    let headers: Vec<_> = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
        .collect();
    let body = bytes.get(end + 4..)?.to_vec();
    let chunked = headers.iter().any(|(name, value)| name == "transfer-encoding" && value == "chunked");
    let body = if chunked { joined(&body)? } else { body };
    Some(Answer { status, headers, body })
}

/// The chunks of a body as one.
fn joined(mut rest: &[u8]) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let end = rest.windows(2).position(|window| window == b"\r\n")?;
        let size = usize::from_str_radix(std::str::from_utf8(rest.get(..end)?).ok()?.trim(), 16).ok()?;
        if size == 0 {
            return Some(body);
        }
        body.extend_from_slice(rest.get(end + 2..end + 2 + size)?);
        rest = rest.get(end + 4 + size..)?;
    }
}

impl Answer {
    /// The only value of a header; a header that is sent twice is a fault.
    pub fn header(&self, name: &str) -> Option<&str> {
        let values: Vec<&str> =
            self.headers.iter().filter(|(own, _)| own == name).map(|(_, value)| value.as_str()).collect();
        assert!(values.len() < 2, "{name} is sent twice: {self:?}");
        values.first().copied()
    }

    /// Demands a status, and a type whatever its character set.
    pub fn is(&self, status: u16, kind: &str) {
        let found = self.header("content-type").unwrap_or_default();
        let found = found.split(';').next().unwrap_or_default();
        assert_eq!((self.status, found), (status, kind), "{self:?}");
    }

    /// Demands the headers that guard the reader.
    pub fn is_guarded(&self) {
        let policy = self.header("content-security-policy").unwrap_or_default();
        assert!(
            policy.starts_with("default-src 'none'") && policy.ends_with("; frame-ancestors 'self'"),
            "{self:?}"
        );
        let of_scripts: Vec<&str> =
            policy.split(';').map(str::trim).filter(|part| part.starts_with("script-src")).collect();
        assert_eq!(of_scripts, ["script-src 'self' 'wasm-unsafe-eval'"], "{self:?}");
        assert!(!policy.contains("unsafe-inline"), "{self:?}");
        assert_eq!(self.header("x-content-type-options"), Some("nosniff"), "{self:?}");
        assert_eq!(self.header("referrer-policy"), Some("strict-origin-when-cross-origin"), "{self:?}");
    }

    /// Demands that caches keep compressed answers and others apart.
    pub fn varies(&self) {
        assert_eq!(
            self.header("vary").map(str::to_ascii_lowercase).as_deref(),
            Some("accept-encoding"),
            "{self:?}"
        );
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The body as text, unpacked as its headers say.
    pub fn unpacked(&self) -> String {
        let mut text = Vec::new();
        match self.header("content-encoding") {
            None => text.clone_from(&self.body),
            Some("br") => {
                brotli::Decompressor::new(self.body.as_slice(), 4096)
                    .read_to_end(&mut text)
                    .map(drop)
                    .expect("brotli");
            }
            Some("gzip") => {
                flate2::read::GzDecoder::new(self.body.as_slice())
                    .read_to_end(&mut text)
                    .map(drop)
                    .expect("gzip");
            }
            Some(other) => panic!("nobody asked for {other}"),
        }
        String::from_utf8_lossy(&text).into_owned()
    }
}

impl std::fmt::Debug for Answer {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let bytes = self.body.len();
        write!(formatter, "status {}, headers {:?}, {bytes} bytes", self.status, self.headers)
    }
}
