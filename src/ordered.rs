//! Putting a few things in order.
//!
//! The library's sort is made for thousands of them, and is 3 kB of program for each kind of thing. What a browser puts in
//! order here are renditions of a picture, or articles that a reader saved.

use std::cmp::Ordering;

/// The things in the order that `compare` says; those that are equal stay as they were.
pub fn ordered<T>(things: impl IntoIterator<Item = T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let mut ordered: Vec<T> = Vec::new();
    for thing in things {
        let place = ordered.partition_point(|other| compare(other, &thing) != Ordering::Greater);
        ordered.insert(place, thing);
    }
    ordered
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_is_the_order_of_a_stable_sort(things in proptest::collection::vec((0u8..6, 0u8..200), 0..40)) {
            let mut sorted = things.clone();
            sorted.sort_by_key(|thing| thing.0);
            prop_assert_eq!(ordered(things, |one, other| one.0.cmp(&other.0)), sorted);
        }
    }
}
