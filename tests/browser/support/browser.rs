//! One chromedriver for the whole run, a new session of Chromium with a new profile for every test.

use std::env;
use std::io::{BufRead, BufReader};
use std::panic::{self, AssertUnwindSafe};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::{Condvar, Mutex, OnceLock, PoisonError};

use serde_json::json;
use thirtyfour::{ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver};
use tokio::runtime::{Builder, Runtime};

use super::page::Page;

/// What the reader holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Device {
    /// A window of 1280 × 900.
    Desktop,
    /// A touch screen of 390 × 844.
    Phone,
    /// The narrowest phone that we look after: a touch screen of 360 × 740.
    NarrowPhone,
}

/// Runs a test in a browser of its own. It fails where the console has an error that the test did not
/// announce with [`Page::expect_in_console`].
pub fn in_browser(device: Device, test: impl FnOnce(&Page)) {
    let _turn = Turn::take();
    let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
    let driver = runtime.block_on(session());
    let page = Page::new(runtime, driver);
    let outcome = panic::catch_unwind(AssertUnwindSafe(|| {
        hold(&page, device);
        test(&page);
        page.check_console();
    }));
    if outcome.is_err() {
        page.describe();
    }
    page.quit();
    if let Err(cause) = outcome {
        panic::resume_unwind(cause);
    }
}

fn hold(page: &Page, device: Device) {
    let (width, height) = match device {
        Device::Desktop => return,
        Device::Phone => (390, 844),
        Device::NarrowPhone => (360, 740),
    };
    let screen = json!({"width": width, "height": height, "deviceScaleFactor": 2, "mobile": true});
    page.devtools("Emulation.setDeviceMetricsOverride", &screen);
    page.devtools("Emulation.setTouchEmulationEnabled", &json!({"enabled": true, "maxTouchPoints": 2}));
}

/// What every browser is started with: no window, nothing that calls home.
const FLAGS: [&str; 11] = [
    "--headless=new",
    // Chromium refuses to run as root otherwise, and continuous integration often is root.
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--lang=en-US",
    "--window-size=1280,900",
];

async fn session() -> WebDriver {
    let mut wanted = DesiredCapabilities::chrome();
    for flag in FLAGS {
        wanted.add_arg(flag).expect("a flag");
    }
    let browsers = ["chromium", "google-chrome", "chrome", "chromium-browser"];
    let browser = browsers.into_iter().find_map(in_path);
    // On a Mac the browser is in no PATH, and chromedriver knows where it is.
    if let Some(browser) = browser {
        wanted.set_binary(&browser.to_string_lossy()).expect("a browser");
    }
    wanted.set_browser_log_level(LoggingPrefsLogLevel::All).expect("a log");
    WebDriver::new(&driver().address, wanted).await.unwrap_or_else(|error| {
        panic!("no browser was started; scripts/install-browser.sh says what is needed: {error}")
    })
}

fn in_path(command: &str) -> Option<PathBuf> {
    let folders = env::var_os("PATH")?;
    env::split_paths(&folders).map(|folder| folder.join(command)).find(|file| file.is_file())
}

struct Driver {
    address: String,
    /// Its standard input closes with this process, however it ends, and that ends chromedriver.
    _process: Child,
}

fn driver() -> &'static Driver {
    static DRIVER: OnceLock<Driver> = OnceLock::new();
    DRIVER.get_or_init(start_driver)
}

fn start_driver() -> Driver {
    assert!(
        in_path("chromedriver").is_some(),
        "chromedriver is missing: run scripts/install-browser.sh, which installs it or says how"
    );
    // The shell waits for the end of its input, which is the end of this process.
    let script = "chromedriver --port=0 </dev/null & driver=$!; read -r _; kill $driver";
    let mut process = Command::new("sh")
        .args(["-c", script])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("a shell that starts chromedriver");
    let mut lines = BufReader::new(process.stdout.take().expect("its output")).lines();
    let port = lines
        .by_ref()
        .map_while(Result::ok)
        .find_map(|line| {
            line.split("successfully on port ").nth(1).map(|port| port.trim_matches('.').to_owned())
        })
        .expect("chromedriver says which port it took; see what `chromedriver --port=0` says");
    // Its later words are read and dropped, so that it never waits for a reader.
    std::thread::spawn(move || lines.for_each(drop));
    Driver { address: format!("http://127.0.0.1:{port}"), _process: process }
}

/// The right to run a browser. Two at a time: more would only slow each other down.
struct Turn;

static RUNNING: Mutex<u32> = Mutex::new(0);
static FREE: Condvar = Condvar::new();

impl Turn {
    fn take() -> Self {
        let running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
        let mut running =
            FREE.wait_while(running, |running| *running >= 2).unwrap_or_else(PoisonError::into_inner);
        *running += 1;
        Self
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        *RUNNING.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        FREE.notify_one();
    }
}

/// Named here so that only this module and `page` know the driver's crate.
pub type Engine = Runtime;
