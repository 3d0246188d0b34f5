//! The providers whose embeds the reader always wants to see, kept on the device.

use crate::ordered::ordered;
use crate::platform::storage::{LocalStorage, Storage};

/// Where they are kept; the site's base path follows, since one host may have several sites.
const KEY: &str = "broadsheet:embeds:";

/// The name that `provider` is kept under on the site at the base path `base`.
pub(super) fn consent_key(base: &str, provider: &str) -> String {
    [KEY, base, provider].concat()
}

/// All of them on the site at the base path `base`.
pub(super) fn consented(base: &str) -> Vec<String> {
    let prefix = consent_key(base, "");
    let keys = LocalStorage.keys(&prefix).unwrap_or_default();
    let providers = keys.iter().filter_map(|key| key.strip_prefix(&*prefix));
    // Without those of a site below this one.
    ordered(providers.filter(|provider| !provider.contains('/')).map(str::to_owned), Ord::cmp)
}
