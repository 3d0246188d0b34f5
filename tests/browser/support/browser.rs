//! One chromedriver for the whole run, and a few Chromiums with new profiles; a new window for every test.
//!
//! Tests stay apart although they share a browser: each has a site of its own on a port of its own, so that no storage,
//! no cache and no permission is another's, and what is emulated belongs to a window. A browser in which a test failed
//! is not used again.

use std::env;
use std::io::{BufRead, BufReader};
use std::num::NonZeroUsize;
use std::os::unix::process::CommandExt;
use std::panic::{self, AssertUnwindSafe};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::{Condvar, LazyLock, Mutex, OnceLock, PoisonError};

use serde_json::json;
use thirtyfour::{
    ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver, error::WebDriverResult,
};
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
    let mut turn = Turn::take();
    let (runtime, driver) = turn.browser.take().unwrap_or_else(|| {
        let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
        let driver = runtime.block_on(session());
        (runtime, driver)
    });
    runtime.block_on(new_window(&driver)).expect("a new window");
    let page = Page::new(runtime, driver);
    let outcome = panic::catch_unwind(AssertUnwindSafe(|| {
        hold(&page, device);
        test(&page);
        page.check_console();
    }));
    match outcome {
        Ok(()) => turn.browser = Some(page.into_browser()),
        Err(cause) => {
            page.describe();
            page.quit();
            panic::resume_unwind(cause);
        }
    }
}

/// Opens a window that has the focus, and closes the one before.
async fn new_window(driver: &WebDriver) -> WebDriverResult<()> {
    let window = driver.new_tab().await?;
    driver.close_window().await?;
    driver.switch_to_window(window).await?;
    // Chromium without windows would put them where the tests were started.
    driver.cdp().send_raw("Browser.setDownloadBehavior", &json!({"behavior": "deny"})).await?;
    let focused = json!({"enabled": true});
    driver.cdp().send_raw("Emulation.setFocusEmulationEnabled", &focused).await?;
    // What the console has said so far was another test's.
    driver.browser_log().await?;
    Ok(())
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
const FLAGS: [&str; 12] = [
    "--headless=new",
    // One process draws all windows of a browser, in place of a new one for each, which takes time to start.
    "--renderer-process-limit=1",
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
    // Chromium without windows takes two thirds of the time. One that does not fit the driver is refused by it.
    if let Some(shell) = in_path("chromium-headless-shell")
        && let Ok(session) = session_in(Some(shell)).await
    {
        return session;
    }
    let browsers = ["chromium", "google-chrome", "chrome", "chromium-browser"];
    // On a Mac the browser is in no PATH, and chromedriver knows where it is.
    session_in(browsers.into_iter().find_map(in_path)).await.unwrap_or_else(|error| {
        panic!("no browser was started; scripts/install-browser.sh says what is needed: {error}")
    })
}

async fn session_in(browser: Option<PathBuf>) -> WebDriverResult<WebDriver> {
    let mut wanted = DesiredCapabilities::chrome();
    for flag in FLAGS {
        wanted.add_arg(flag)?;
    }
    if let Some(browser) = browser {
        wanted.set_binary(&browser.to_string_lossy())?;
    }
    wanted.set_browser_log_level(LoggingPrefsLogLevel::All)?;
    WebDriver::new(&driver().address, wanted).await
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
    // The shell waits for the end of its input, which is the end of this process, and then ends the driver and its
    // browsers, which are a group of processes, and removes what they kept, be it that they write while they end.
    let script = "export TMPDIR=$(mktemp -d); chromedriver --port=0 </dev/null & \
        read -r _; trap '' TERM; kill -- -$$; wait; \
        until rm -rf $TMPDIR; sleep 0.3; [ ! -e $TMPDIR ]; do :; done";
    let mut process = Command::new("sh")
        .args(["-c", script])
        .process_group(0)
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

/// The right to run a browser, and the one to run if there is one. One more at a time than there are processors, for
/// the moments in which a test waits: more would only slow each other down.
struct Turn {
    browser: Option<(Engine, WebDriver)>,
}

/// How many turns are not taken, and the browsers that wait for a test.
struct Waiting {
    turns: usize,
    browsers: Vec<(Engine, WebDriver)>,
}

static WAITING: LazyLock<Mutex<Waiting>> = LazyLock::new(|| {
    let processors = std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
    Mutex::new(Waiting { turns: processors + 1, browsers: Vec::new() })
});
static FREE: Condvar = Condvar::new();

impl Turn {
    fn take() -> Self {
        let waiting = WAITING.lock().unwrap_or_else(PoisonError::into_inner);
        let mut waiting =
            FREE.wait_while(waiting, |waiting| waiting.turns == 0).unwrap_or_else(PoisonError::into_inner);
        waiting.turns -= 1;
        Self { browser: waiting.browsers.pop() }
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        let mut waiting = WAITING.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.turns += 1;
        waiting.browsers.extend(self.browser.take());
        FREE.notify_one();
    }
}

/// Named here so that only this module and `page` know the driver's crate.
pub type Engine = Runtime;
