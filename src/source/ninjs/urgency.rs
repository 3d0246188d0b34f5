//! How urgent an article is: only the press asks, when it arranges a front, so readers' browsers do not read it.

use serde_json::Value;

use crate::source::error::Read;
use crate::source::json::{Place, Problems};

/// How urgent an article is that does not say.
const USUAL_URGENCY: u8 = 5;

/// The `urgency` of an article in ninjs: 1 is the most urgent, 9 the least.
pub fn urgency_of(document: &Value) -> Read<u8> {
    let problems = Problems::default();
    let place = Place::root(document, &problems).member("urgency");
    let urgency = place.and_then(|place| {
        let urgency = place.count()?;
        let fitting = u8::try_from(urgency).ok().filter(|urgency| (1..=9).contains(urgency));
        if fitting.is_none() {
            place.unfit("an urgency from 1, the most urgent, to 9");
        }
        fitting
    });
    Read { value: urgency.unwrap_or(USUAL_URGENCY), problems: problems.into_inner() }
}
