//! Rules about who made an article, and the way to it.

use std::collections::HashMap;

use serde_json::Value;

use crate::{
    check::{Finding, subject::Subject},
    model::{Role, SitePath},
};

/// `credit-untyped`: a credit says what somebody did.
pub(super) fn roles(subject: &Subject, findings: &mut Vec<Finding>) {
    let credits = subject.document.pointer("/x/credits").and_then(Value::as_array);
    for (index, credit) in credits.into_iter().flatten().enumerate() {
        let name = credit.as_str().or_else(|| credit["name"].as_str()).map(str::trim);
        let role = Role::parse(credit["role"].as_str().unwrap_or_default());
        if let Some(name) = name.filter(|name| !name.is_empty() && role == Role::Byline) {
            let message =
                format!("expected a credit with a role, found {name} without one, who so has no page");
            findings.push(
                subject.note("credit-untyped", message, &format!("/x/credits/{index}")).helped(format!(
                    "write {{\"role\": \"writer\", \"name\": \"{name}\"}}, with what they did"
                )),
            );
        }
    }
    let by =
        ["by", "byline"].into_iter().find_map(|name| Some((name, subject.document.get(name)?.as_str()?)));
    if let Some((field, names)) = by.filter(|_| credits.is_none_or(Vec::is_empty))
        && !names.trim().is_empty()
    {
        let message = format!("expected credits with roles, found the line \"{}\"", names.trim());
        findings.push(subject.note("credit-untyped", message, &format!("/{field}")).helped(
            "name each person in `x.credits` with a role: they get a page, and search engines a name",
        ));
    }
}

/// `crumb-repeated`: each step of the way to an article leads further.
pub(super) fn crumbs(subject: &Subject, findings: &mut Vec<Finding>) {
    let crumbs = subject.document.pointer("/x/sections").and_then(Value::as_array);
    let mut seen: HashMap<SitePath, usize> = HashMap::new();
    for (index, crumb) in crumbs.into_iter().flatten().enumerate() {
        let Some(path) = crumb["url"].as_str().and_then(SitePath::parse) else { continue };
        if let Some(first) = seen.get(&path) {
            let message =
                format!("expected a step to another address, found {path} again, as in /x/sections/{first}");
            findings.push(
                subject
                    .warning("crumb-repeated", message, &format!("/x/sections/{index}/url"))
                    .helped("remove the step, or give it the address of its own section"),
            );
        }
        seen.entry(path).or_insert(index);
    }
}
