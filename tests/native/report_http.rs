//! Reports arrive at a real HTTP server that does everything wrong.

use crate::report_world::{REPORTS, Tab, Taken, deliver_all, fill};
use broadsheet::platform::post::{Answer, PostError};
use broadsheet::platform::storage::Memory;
use broadsheet::report::retry_after;
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::rc::Rc;
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// A desk behind a real socket. The way it treats a request depends on how many came before.
fn desk(taken: Arc<Mutex<Taken>>) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("an address");
    std::thread::spawn(move || {
        for (number, stream) in listener.incoming().flatten().enumerate() {
            serve(number, stream, &taken);
        }
    });
    address
}

fn serve(number: usize, mut stream: TcpStream, taken: &Mutex<Taken>) {
    let Some(body) = read_request(&stream) else { return };
    let take = || *taken.lock().expect("no panic elsewhere").entry(body.clone()).or_default() += 1;
    let answer = match number % 8 {
        0 => "HTTP/1.1 500 Oops\r\ncontent-length: 0\r\n\r\n",
        1 => "HTTP/1.1 429 Slow down\r\nRetry-After: 120\r\ncontent-length: 0\r\n\r\n",
        2 => "HTTP/1.1 503 Later\r\nRetry-After: Thu, 01 Jan 2037 00:00:00 GMT\r\ncontent-length: 0\r\n\r\n",
        3 => "HTTP/1.1 302 Log in\r\nLocation: /login\r\ncontent-length: 0\r\n\r\n",
        // Takes the report and hangs up without a word.
        4 => {
            take();
            return;
        }
        // Takes the report and answers after the sender has lost patience.
        5 => {
            take();
            let mut rest = [0];
            let _ = stream.read(&mut rest);
            return;
        }
        6 => {
            take();
            "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n<!doctype html><p>Thank you!"
        }
        _ => {
            take();
            "HTTP/1.1 201 Created\r\ncontent-length: 0\r\n\r\n"
        }
    };
    let _ = stream.write_all(answer.as_bytes());
}

fn read_request(stream: &TcpStream) -> Option<String> {
    let mut reader = BufReader::new(stream);
    let mut length = 0;
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        match line.trim_end().split_once(": ") {
            Some(("content-length", value)) => length = value.parse().ok()?,
            Some(_) => {}
            None if line.trim_end().is_empty() => break,
            None => {}
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    String::from_utf8(body).ok()
}

/// One request over a socket, told in the words of `platform::post`.
fn send(address: SocketAddr, body: &str) -> Result<Answer, PostError> {
    let unreachable = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::WouldBlock | std::io::ErrorKind::TimedOut => PostError::TimedOut,
        _ => PostError::Unreachable(error.to_string()),
    };
    let mut stream = TcpStream::connect(address).map_err(unreachable)?;
    stream.set_read_timeout(Some(Duration::from_millis(20))).map_err(unreachable)?;
    let request = format!("POST / HTTP/1.1\r\nhost: desk\r\ncontent-length: {}\r\n\r\n{body}", body.len());
    stream.write_all(request.as_bytes()).map_err(unreachable)?;
    let mut lines = BufReader::new(stream).lines();
    let first = lines.next().ok_or(PostError::Unreachable("hung up".into()))?.map_err(unreachable)?;
    let status = first.split(' ').nth(1).and_then(|status| status.parse::<u16>().ok());
    let status = status.ok_or(PostError::Unreachable("no HTTP".into()))?;
    let mut retry_after = None;
    for line in lines.map_while(Result::ok).take_while(|line| !line.is_empty()) {
        if let Some(("Retry-After", value)) = line.split_once(": ") {
            retry_after = Some(value.to_owned());
        }
    }
    if (300..400).contains(&status) {
        return Err(PostError::Redirected);
    }
    Ok(Answer { status, retry_after })
}

#[test]
fn two_hundred_reports_arrive_at_a_real_server_that_does_everything_wrong() {
    let taken = Arc::new(Mutex::new(Taken::new()));
    let address = desk(taken.clone());
    let storage = Rc::new(Memory::new(1_000_000));
    let clock = Rc::new(Cell::new(1_800_000_000_000));
    let ids = fill(&storage, &format!("http://{address}/"), REPORTS);
    let pauses = RefCell::new(BTreeSet::new());
    let tab = Tab::new("a", &storage, &clock, async |_: &str, body: &str| {
        let answer = send(address, body);
        if let Ok(Answer { retry_after: Some(field), .. }) = &answer {
            pauses.borrow_mut().insert(retry_after::pause(field, clock.get()));
        }
        answer
    });
    assert!(deliver_all(&tab, &clock));
    let taken = taken.lock().expect("no panic elsewhere");
    assert_eq!(taken.keys().cloned().collect::<BTreeSet<_>>(), ids);
    assert!(taken.values().sum::<usize>() > REPORTS, "some were sent again, and count once by their id");
    assert!(pauses.borrow().len() > 1 && !pauses.borrow().contains(&None), "both forms of Retry-After came");
}
