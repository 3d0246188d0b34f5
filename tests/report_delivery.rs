//! Reports arrive once each, whatever the way to the desk does to them.
//!
//! The worlds here have a clock of their own that jumps to the next thing to do, so no test waits.

use broadsheet::platform::post::{Answer, PostError};
use broadsheet::platform::storage::{Memory, Storage};
use broadsheet::report::courier::{Occasion, Turn, World, deliver};
use broadsheet::report::queue::{self, Entry, State};
use broadsheet::report::{lease, retry_after};
use proptest::prelude::*;
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

const REPORTS: usize = 200;

/// What the desk has taken: how often it heard of each report.
type Taken = BTreeMap<String, usize>;

/// Runs a future whose steps are all made by this thread.
fn run<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    loop {
        if let Poll::Ready(value) = future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return value;
        }
    }
}

/// Lets others run once.
async fn step_aside() {
    let mut before = true;
    std::future::poll_fn(|_| if std::mem::take(&mut before) { Poll::Pending } else { Poll::Ready(()) }).await;
}

/// A tab: shared storage and clock, and some way to the desk.
struct Tab<P> {
    name: &'static str,
    storage: Rc<Memory>,
    clock: Rc<Cell<i64>>,
    dice: Cell<u64>,
    post: P,
}

impl<P> Tab<P> {
    fn new(name: &'static str, storage: &Rc<Memory>, clock: &Rc<Cell<i64>>, post: P) -> Self {
        Self { name, storage: storage.clone(), clock: clock.clone(), dice: Cell::new(7), post }
    }
}

impl<P: AsyncFn(&str, &str) -> Result<Answer, PostError>> World for Tab<P> {
    fn storage(&self) -> &dyn Storage {
        &*self.storage
    }

    fn now(&self) -> i64 {
        self.clock.get()
    }

    fn random(&self) -> f64 {
        self.dice.set(self.dice.get().wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1));
        (self.dice.get() >> 40) as f64 / (1u64 << 24) as f64
    }

    async fn post(&self, endpoint: &str, body: &str) -> Result<Answer, PostError> {
        (self.post)(endpoint, body).await
    }

    async fn take_turn(&self) -> Turn {
        match lease::claim(&*self.storage, self.name, self.now()) {
            Ok(Some(until)) => Turn::Other(until),
            Ok(None) => Turn::Mine,
            Err(error) => panic!("the test's storage has room for a lease: {error}"),
        }
    }

    fn give_turn_back(&self) {
        lease::release(&*self.storage, self.name, self.now()).expect("the test's storage works");
    }

    fn changed(&self) {}
}

fn fill(storage: &Memory, endpoint: &str, count: usize) -> BTreeSet<String> {
    let ids = (0..count).map(|number| format!("urn:uuid:{number:04}"));
    ids.inspect(|id| {
        let entry = Entry::new(id.clone(), endpoint.to_owned(), id.clone(), 0);
        queue::put(storage, &entry).expect("there is room");
    })
    .collect()
}

/// Delivers until nothing waits, jumping over every pause. `false` when that never comes.
fn deliver_all<W: World>(world: &W, clock: &Cell<i64>) -> bool {
    for _ in 0..100_000 {
        match run(deliver(world, Occasion::Due)).expect("the test's storage works") {
            None => return true,
            Some(time) => clock.set(clock.get().max(time)),
        }
    }
    false
}

/// What may happen to one try.
#[derive(Clone, Copy, Debug)]
enum Fate {
    Taken(u16),
    Failed(u16),
    Busy(u32),
    Redirected,
    LostOnTheWay,
    TakenThenDropped,
    TakenTooSlowly,
}

fn fate() -> impl Strategy<Value = Fate> {
    prop_oneof![
        3 => prop_oneof![Just(200), Just(202), Just(204)].prop_map(Fate::Taken),
        1 => prop_oneof![Just(500), Just(502), Just(503), Just(408), Just(425)].prop_map(Fate::Failed),
        1 => (0u32..5_000).prop_map(Fate::Busy),
        1 => Just(Fate::Redirected),
        1 => Just(Fate::LostOnTheWay),
        1 => Just(Fate::TakenThenDropped),
        1 => Just(Fate::TakenTooSlowly),
    ]
}

fn suffer(fate: Fate, id: &str, taken: &RefCell<Taken>) -> Result<Answer, PostError> {
    let take = || *taken.borrow_mut().entry(id.to_owned()).or_default() += 1;
    let answer = |status| Ok(Answer { status, retry_after: None });
    match fate {
        Fate::Taken(status) => {
            take();
            answer(status)
        }
        Fate::Failed(status) => answer(status),
        Fate::Busy(seconds) => Ok(Answer { status: 429, retry_after: Some(seconds.to_string()) }),
        Fate::Redirected => Err(PostError::Redirected),
        Fate::LostOnTheWay => Err(PostError::Unreachable("offline".into())),
        Fate::TakenThenDropped => {
            take();
            Err(PostError::Unreachable("connection reset".into()))
        }
        Fate::TakenTooSlowly => {
            take();
            Err(PostError::TimedOut)
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn none_is_lost_and_none_counts_twice(fates in prop::collection::vec(fate(), 1..400)) {
        let storage = Rc::new(Memory::new(1_000_000));
        let clock = Rc::new(Cell::new(0));
        let taken = RefCell::new(Taken::new());
        let tries = Cell::new(0usize);
        let ids = fill(&storage, "https://desk.example/", REPORTS);
        let tab = Tab::new("a", &storage, &clock, async |_: &str, id: &str| {
            clock.set(clock.get() + 40);
            tries.set(tries.get() + 1);
            // After the fates are used up the way is clear, so that the story ends.
            suffer(fates.get(tries.get() - 1).copied().unwrap_or(Fate::Taken(200)), id, &taken)
        });
        prop_assert!(deliver_all(&tab, &clock));
        prop_assert_eq!(taken.borrow().keys().cloned().collect::<BTreeSet<_>>(), ids);
        prop_assert_eq!(storage.keys(queue::PREFIX).map(|keys| keys.len()), Ok(0));
        // A report is heard of again only where the tab was never told that it was taken.
        let untold = fates.iter().filter(|fate| matches!(fate, Fate::TakenThenDropped | Fate::TakenTooSlowly));
        let heard: usize = taken.borrow().values().sum();
        prop_assert!(heard <= REPORTS + untold.count());
    }

    #[test]
    fn a_reload_at_any_moment_loses_nothing(fates in prop::collection::vec(fate(), 1..60), polls in 1usize..40) {
        let storage = Rc::new(Memory::new(1_000_000));
        let clock = Rc::new(Cell::new(0));
        let taken = RefCell::new(Taken::new());
        let tries = Cell::new(0usize);
        let ids = fill(&storage, "https://desk.example/", 10);
        let post = async |_: &str, id: &str| {
            step_aside().await;
            tries.set(tries.get() + 1);
            let answer = suffer(fates.get(tries.get() - 1).copied().unwrap_or(Fate::Taken(200)), id, &taken);
            step_aside().await;
            answer
        };
        {
            let tab = Tab::new("closed", &storage, &clock, post);
            let mut going = pin!(deliver(&tab, Occasion::Connected));
            for _ in 0..polls {
                if going.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_ready() {
                    break;
                }
            }
        }
        let tab = Tab::new("next", &storage, &clock, post);
        prop_assert!(deliver_all(&tab, &clock));
        prop_assert_eq!(taken.borrow().keys().cloned().collect::<BTreeSet<_>>(), ids);
    }

    #[test]
    fn two_tabs_never_send_at_the_same_moment(schedule in prop::collection::vec(any::<bool>(), 1..600)) {
        let storage = Rc::new(Memory::new(1_000_000));
        let clock = Rc::new(Cell::new(0));
        let (sending, most, count) = (Cell::new(0), Cell::new(0), RefCell::new(Taken::new()));
        fill(&storage, "https://desk.example/", 20);
        let post = async |_: &str, id: &str| {
            sending.set(sending.get() + 1);
            most.set(most.get().max(sending.get()));
            step_aside().await;
            step_aside().await;
            sending.set(sending.get() - 1);
            suffer(Fate::Taken(200), id, &count)
        };
        let (a, b) = (Tab::new("a", &storage, &clock, post), Tab::new("b", &storage, &clock, post));
        let mut runs: [Option<Pin<Box<dyn Future<Output = _>>>>; 2] = [None, None];
        for which in schedule.into_iter().map(usize::from) {
            let tab = if which == 0 { &a } else { &b };
            let run = runs[which].get_or_insert_with(|| Box::pin(deliver(tab, Occasion::Due)));
            if run.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_ready() {
                runs[which] = None;
            }
        }
        prop_assert!(most.get() <= 1);
        prop_assert!(count.borrow().values().all(|times| *times == 1));
    }
}

#[test]
fn reports_that_never_reached_a_server_go_as_soon_as_there_is_a_connection() {
    let storage = Rc::new(Memory::new(100_000));
    let clock = Rc::new(Cell::new(0));
    let online = Cell::new(false);
    let heard = RefCell::new(Vec::new());
    fill(&storage, "https://desk.example/", 2);
    let tab = Tab::new("a", &storage, &clock, async |_: &str, id: &str| {
        heard.borrow_mut().push(id.to_owned());
        match (online.get(), id.ends_with('1')) {
            (false, true) => Err(PostError::Unreachable("offline".into())),
            (false, false) => Ok(Answer { status: 503, retry_after: Some("600".into()) }),
            (true, _) => Ok(Answer { status: 200, retry_after: None }),
        }
    });
    run(deliver(&tab, Occasion::Due)).expect("delivered");
    online.set(true);
    heard.borrow_mut().clear();
    run(deliver(&tab, Occasion::Due)).expect("delivered");
    assert_eq!(*heard.borrow(), Vec::<String>::new(), "both pauses last");
    let next = run(deliver(&tab, Occasion::Connected)).expect("delivered");
    assert_eq!(*heard.borrow(), ["urn:uuid:0001"], "the server's wish is kept");
    assert_eq!(next, Some(600_000));
}

#[test]
fn a_refused_report_stays_and_is_not_sent_again() {
    let storage = Rc::new(Memory::new(100_000));
    let clock = Rc::new(Cell::new(0));
    let tries = Cell::new(0);
    fill(&storage, "https://desk.example/", 1);
    let tab = Tab::new("a", &storage, &clock, async |_: &str, _: &str| {
        tries.set(tries.get() + 1);
        Ok(Answer { status: 410, retry_after: None })
    });
    for _ in 0..3 {
        assert_eq!(run(deliver(&tab, Occasion::Connected)), Ok(None));
    }
    assert_eq!(tries.get(), 1);
    let entries = queue::load(&*storage).expect("loaded").entries;
    assert_eq!(entries.first().map(|entry| entry.state.clone()), Some(State::Refused { status: 410 }));
}

#[test]
fn a_full_storage_does_not_send_one_report_over_and_over() {
    let entry = Entry::new("x".into(), "https://desk.example/".into(), "x".into(), 0);
    let size = queue::PREFIX.len() + 1 + entry.to_text().len();
    // Room for the report and a lease, but not for the longer numbers of a report that was tried.
    let room = size + lease::KEY.len() + "90000 a".len();
    let storage = Rc::new(Memory::new(room));
    queue::put(&*storage, &entry).expect("there is room");
    let clock = Rc::new(Cell::new(0));
    let tries = Cell::new(0);
    let tab = Tab::new("a", &storage, &clock, async |_: &str, _: &str| {
        tries.set(tries.get() + 1);
        Err(PostError::TimedOut)
    });
    let next = run(deliver(&tab, Occasion::Due)).expect("delivered");
    assert_eq!((tries.get(), next), (1, Some(queue::LONGEST_PAUSE)));
    assert_eq!(queue::get(&*storage, "x"), Ok(Some(entry)));
}

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
