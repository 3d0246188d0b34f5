//! The accessibility checker axe-core, run inside the page.

use std::path::Path;

use serde_json::{Value, json};

use super::page::Page;

/// Fails where axe finds a violation on the page as it stands: every rule that is on by itself, contrast
/// among them. `what` names the page and its state in the message.
pub fn check_accessibility(page: &Page, what: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules/axe-core/axe.min.js");
    let source = std::fs::read_to_string(&file).unwrap_or_else(|error| {
        panic!("axe-core is not at {}: run `npm ci` in the project: {error}", file.display())
    });
    page.run(&format!("{source}; return null"), Vec::new());
    // An animation half way through has colours of its own.
    let script = "const done = arguments[arguments.length - 1]; \
        document.getAnimations().forEach(animation => { try { animation.finish(); } catch { /* endless */ } }); \
        axe.run(document, {rules: {'color-contrast': {enabled: true}}, resultTypes: ['violations']}) \
           .then(result => done({violations: result.violations, passes: result.passes.length}), \
                 error => done({error: String(error)}));";
    let result = page.run_async(script, vec![json!(null)]);
    assert!(result["error"].is_null(), "axe did not run on {what}: {}", result["error"]);
    assert!(
        result["passes"].as_u64().is_some_and(|passes| passes > 10),
        "axe found nothing to check on {what}"
    );
    let violations = result["violations"].as_array().map(Vec::as_slice).unwrap_or_default();
    let list: Vec<String> = violations.iter().map(describe).collect();
    assert!(list.is_empty(), "axe on {what}:\n{}", list.join("\n"));
}

fn describe(violation: &Value) -> String {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let nodes = violation["nodes"].as_array().map(Vec::as_slice).unwrap_or_default();
    let nodes = nodes
        .iter()
        .map(|node| format!("\n    {}\n      {}", text(&node["html"]), text(&node["failureSummary"])));
    format!("  {}: {}{}", text(&violation["id"]), text(&violation["help"]), nodes.collect::<String>())
}
