//! Hosts whose frames articles may show.

use crate::model::Address;
use crate::source::json::Place;

/// The hosts in `allow`, as they stand in an address. The site's own is none of them: what it frames of itself could
/// take the frame's fetters off.
pub(super) fn hosts(place: &Place<'_>, site: Option<&str>) -> Vec<String> {
    let site = site.and_then(|site| Address::parse(&site.to_ascii_lowercase()).ok());
    let own = site.as_ref().and_then(Address::host);
    let host = |place: Place<'_>| {
        let host = place.text()?.to_ascii_lowercase();
        let named = host.contains('.')
            && host.chars().all(|one| one.is_ascii_alphanumeric() || matches!(one, '-' | '.'));
        let is_own = own == Some(host.strip_prefix("www.").unwrap_or(&host));
        if !named {
            place.unfit("a host without scheme and port, such as maps.example");
        } else if is_own {
            place.unfit("a host that is not this site's own");
        }
        (named && !is_own).then_some(host)
    };
    place.list(&["allow"]).into_iter().filter_map(host).collect()
}
