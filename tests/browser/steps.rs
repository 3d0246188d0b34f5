//! Steps that several tests share, beyond what [`Page`] offers by itself.

use crate::support::Page;
use serde_json::json;
use thirtyfour::Key;

/// What the JavaScript `expression` is in the page, as text; empty where it is none.
pub fn text(page: &Page, expression: &str) -> String {
    page.value(expression).as_str().unwrap_or_default().to_owned()
}

/// Waits until the JavaScript `expression` is true; what it looks for need not be there yet.
pub fn until(page: &Page, expression: &str) {
    page.wait_until(&format!("(() => {{ try {{ return {expression} }} catch {{ return false }} }})()"));
}

/// Presses Tab until the JavaScript `expression` about `it`, the focused element, is true.
pub fn tab_to(page: &Page, expression: &str) {
    let mut passed = Vec::new();
    for _ in 0..80 {
        page.press(Key::Tab);
        if page.value(&format!("(it => {expression})(document.activeElement)")) == json!(true) {
            return;
        }
        passed.push(text(page, "document.activeElement.outerHTML.slice(0, 90)"));
    }
    panic!("the Tab key never led to {expression}; it led to {passed:#?}");
}

/// Selects the first occurrence of `words` in the text of the element that matches `within`.
pub fn select(page: &Page, within: &str, words: &str) {
    let script = "
        const [within, words] = arguments;
        const walker = document.createTreeWalker(document.querySelector(within), NodeFilter.SHOW_TEXT);
        for (let node; (node = walker.nextNode());) {
            const at = node.data.indexOf(words);
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + words.length);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
            return true;
        }
        return false;";
    let selected = page.run(script, vec![json!(within), json!(words)]);
    assert_eq!(selected, json!(true), "the page has no text “{words}” to select");
}

/// Goes to `address` without loading the page anew, as a link in it does.
pub fn follow(page: &Page, address: &str) {
    let script = "
        const link = document.createElement('a');
        link.href = arguments[0];
        document.querySelector('main').append(link);
        link.click();
        link.remove();";
    page.run(script, vec![json!(address)]);
}
