//! What a test does on a page and sees of it. Waits are for conditions, with a bound.

use std::cell::RefCell;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use thirtyfour::{By, Key, WebDriver, WebElement};

use super::browser::Engine;

/// How long a condition may take. A loaded machine compiles the WebAssembly in seconds.
const PATIENCE: Duration = Duration::from_secs(20);

/// The first pause before a condition is looked at again. Each is half as long again as the one before: looking takes the
/// browser's time, and what has not come soon comes late.
const PAUSE: Duration = Duration::from_millis(20);

/// The longest pause.
const LONGEST_PAUSE: Duration = Duration::from_millis(150);

/// A page in a browser.
pub struct Page {
    engine: Engine,
    driver: WebDriver,
    expected: RefCell<Vec<String>>,
    console: RefCell<Vec<(String, String)>>,
}

impl Page {
    /// The page of a new session.
    pub fn new(engine: Engine, driver: WebDriver) -> Self {
        Self { engine, driver, expected: RefCell::default(), console: RefCell::default() }
    }

    /// Goes to an address, as by the address bar, and waits until the page has loaded.
    pub fn open(&self, address: &str) {
        self.visit(address);
        self.wait_for_program();
    }

    /// Opens an address and waits for nothing but the page itself: the program may come later or never.
    pub fn visit(&self, address: &str) {
        self.engine.block_on(self.driver.goto(address)).expect("the address opens");
    }

    /// Waits until the program follows links, from where on it restores scrolling itself, until its second part has drawn what
    /// waited for it, and for the style of what is not seen at first.
    pub fn wait_for_program(&self) {
        self.wait_until("history.scrollRestoration === 'manual' && document.getElementById('report-dialog')");
        self.wait_for_style();
    }

    /// Waits for the style of what is not seen at first, which comes behind the page and its pictures.
    pub fn wait_for_style(&self) {
        self.wait_until("Array.from(document.styleSheets).some(sheet => sheet.href)");
    }

    /// Presses the browser's button back.
    pub fn back(&self) {
        self.engine.block_on(self.driver.back()).expect("a page before");
    }

    /// Presses the browser's button forward.
    pub fn forward(&self) {
        self.engine.block_on(self.driver.forward()).expect("a page after");
    }

    /// Loads the page anew.
    pub fn reload(&self) {
        self.engine.block_on(self.driver.refresh()).expect("the page loads again");
        self.wait_for_program();
    }

    /// The value of a JavaScript expression.
    pub fn value(&self, expression: &str) -> Value {
        self.run(&format!("return ({expression})"), Vec::new())
    }

    /// Runs a script with arguments (`arguments[0]`, …); gives what it returns.
    pub fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        let answer = self.engine.block_on(self.driver.execute(script, arguments));
        answer.unwrap_or_else(|error| panic!("the script failed: {script}: {error}")).json().clone()
    }

    /// Runs a script that hands its result to the callback in its last argument.
    pub fn run_async(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.try_async(script, arguments).unwrap_or_else(|error| panic!("the script failed: {error}"))
    }

    /// The same for a page that may go away meanwhile: then it says how it failed.
    pub fn try_async(&self, script: &str, arguments: Vec<Value>) -> Result<Value, String> {
        let answer = self.engine.block_on(self.driver.execute_async(script, arguments));
        answer.map(|answer| answer.json().clone()).map_err(|error| error.to_string())
    }

    /// Waits until a JavaScript expression is true.
    pub fn wait_until(&self, expression: &str) {
        self.wait(&format!("until {expression}"), || {
            self.value(&format!("Boolean({expression})")) == json!(true)
        });
    }

    /// Waits until `condition` holds; `what` says what for.
    pub fn wait(&self, what: &str, condition: impl Fn() -> bool) {
        let begin = Instant::now();
        let mut pause = PAUSE;
        while !condition() {
            assert!(begin.elapsed() < PATIENCE, "waited {PATIENCE:?} in vain {what}");
            self.engine.block_on(async { tokio::time::sleep(pause).await });
            pause = LONGEST_PAUSE.min(pause * 3 / 2);
        }
    }

    /// Waits until an element matches `selector`.
    pub fn wait_for(&self, selector: &str) {
        self.wait(&format!("for {selector}"), || self.count(selector) > 0);
    }

    /// Waits until the page's main heading reads so.
    pub fn wait_for_heading(&self, heading: &str) {
        self.wait(&format!("for the heading “{heading}”"), || self.texts("main h1") == [heading]);
    }

    /// How many elements match.
    pub fn count(&self, selector: &str) -> usize {
        let count = self.run("return document.querySelectorAll(arguments[0]).length", vec![json!(selector)]);
        count.as_u64().and_then(|count| usize::try_from(count).ok()).expect("a number")
    }

    /// The text of the first element that matches, white space run together, as the page holds it: hidden
    /// words for screen readers are part of it.
    pub fn text(&self, selector: &str) -> String {
        let texts = self.texts(selector);
        texts.into_iter().next().unwrap_or_else(|| panic!("nothing matches {selector}"))
    }

    /// The texts of all elements that match.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let script = "return Array.from(document.querySelectorAll(arguments[0]), \
                      element => element.textContent.replace(/\\s+/g, ' ').trim())";
        strings(&self.run(script, vec![json!(selector)]))
    }

    /// An attribute of the first element that matches; `None` where it lacks it.
    pub fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        let script = "return document.querySelector(arguments[0]).getAttribute(arguments[1])";
        self.run(script, vec![json!(selector), json!(name)]).as_str().map(str::to_owned)
    }

    /// The page's title.
    pub fn title(&self) -> String {
        self.value("document.title").as_str().unwrap_or_default().to_owned()
    }

    /// The path in the address bar.
    pub fn path(&self) -> String {
        self.value("location.pathname").as_str().unwrap_or_default().to_owned()
    }

    /// Clicks on the first element that matches, as with a mouse.
    pub fn click(&self, selector: &str) {
        let element = self.element(selector);
        self.engine
            .block_on(element.click())
            .unwrap_or_else(|error| panic!("cannot click {selector}: {error}"));
    }

    /// Clicks on the button or link that reads so.
    pub fn click_named(&self, name: &str) {
        let script = "const named = Array.from(document.querySelectorAll('a, button')) \
                      .filter(element => element.textContent.trim() === arguments[0] && element.checkVisibility()); \
                      document.querySelectorAll('[data-test-named]') \
                      .forEach(element => element.removeAttribute('data-test-named')); \
                      named[0]?.setAttribute('data-test-named', ''); return named.length";
        let found = self.run(script, vec![json!(name)]);
        assert_ne!(found, json!(0), "there is nothing to click called “{name}”");
        self.click("[data-test-named]");
    }

    /// Rests the pointer on the first element that matches.
    pub fn hover(&self, selector: &str) {
        let chain = self.driver.action_chain().move_to_element_center(&self.element(selector));
        self.engine.block_on(chain.perform()).expect("the pointer moves");
    }

    /// Presses keys where the focus is: text, and keys such as [`Key::Tab`].
    pub fn press(&self, keys: impl Into<thirtyfour::TypingData>) {
        let chain = self.driver.action_chain().send_keys(keys);
        self.engine.block_on(chain.perform()).expect("the keys are pressed");
    }

    /// Presses a key while another is held: `press_with(Key::Control, Key::Enter)`.
    pub fn press_with(&self, held: Key, key: Key) {
        let chain =
            self.driver.action_chain().key_down(held.clone()).key_down(key.clone()).key_up(key).key_up(held);
        self.engine.block_on(chain.perform()).expect("the keys are pressed");
    }

    /// Sends a command of the browser's developer tools.
    pub fn devtools(&self, command: &str, parameters: &Value) -> Value {
        let answer = self.engine.block_on(self.driver.cdp().send_raw(command, parameters));
        answer.unwrap_or_else(|error| panic!("{command} failed: {error}"))
    }

    /// Draws the page as on paper.
    pub fn set_print(&self) {
        self.devtools("Emulation.setEmulatedMedia", &json!({"media": "print"}));
    }

    /// Takes the network away, or gives it back.
    pub fn set_offline(&self, offline: bool) {
        self.devtools("Network.enable", &json!({}));
        let speed =
            json!({"offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1});
        self.devtools("Network.emulateNetworkConditions", &speed);
    }

    /// An error whose text holds `fragment` may stand in the console: the browser itself writes one for
    /// every answer that is no success.
    pub fn expect_in_console(&self, fragment: &str) {
        self.expected.borrow_mut().push(fragment.to_owned());
    }

    /// What the console has said so far, each with its level.
    pub fn console(&self) -> Vec<(String, String)> {
        let news = self.engine.block_on(self.driver.browser_log()).expect("the console");
        let mut console = self.console.borrow_mut();
        console.extend(news.into_iter().map(|entry| (entry.level, entry.message)));
        console.clone()
    }

    /// What the console has said so far and was not announced, each with its level.
    pub fn unannounced(&self) -> Vec<(String, String)> {
        let expected = self.expected.borrow();
        let is_news = |message: &str| !expected.iter().any(|fragment| message.contains(fragment));
        self.console().into_iter().filter(|(_, message)| is_news(message)).collect()
    }

    /// Fails where the console has an error that was not announced.
    pub fn check_console(&self) {
        let news = self.unannounced().into_iter();
        let errors: Vec<_> = news.filter(|(level, _)| level == "SEVERE").collect();
        assert!(errors.is_empty(), "errors in the console: {errors:#?}");
    }

    /// Says where the browser is, for whoever reads that a test failed.
    pub fn describe(&self) {
        let script =
            "return [location.href, document.title, document.body.innerText.slice(0, 1500)].join('\\n')";
        match self.engine.block_on(self.driver.execute(script, Vec::new())) {
            Ok(answer) => eprintln!("the page was {}", answer.json().as_str().unwrap_or_default()),
            Err(error) => eprintln!("the page does not answer: {error}"),
        }
        if let Ok(news) = self.engine.block_on(self.driver.browser_log()) {
            eprintln!("console: {:#?} {news:#?}", self.console.borrow());
        }
    }

    /// The browser, for another page.
    pub fn into_browser(self) -> (Engine, WebDriver) {
        (self.engine, self.driver)
    }

    /// Ends the session.
    pub fn quit(self) {
        let Self { engine, driver, .. } = self;
        if let Err(error) = engine.block_on(driver.quit()) {
            eprintln!("the browser did not end in order: {error}");
        }
    }

    fn element(&self, selector: &str) -> WebElement {
        let found = self.engine.block_on(self.driver.find(By::Css(selector)));
        found.unwrap_or_else(|error| panic!("nothing matches {selector}: {error}"))
    }
}

/// The strings of a JSON array.
pub fn strings(value: &Value) -> Vec<String> {
    let items = value.as_array().map(Vec::as_slice).unwrap_or_default();
    items.iter().map(|item| item.as_str().unwrap_or_default().to_owned()).collect()
}
