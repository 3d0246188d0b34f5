//! Numbers that nobody can foresee.

/// Sixteen random bytes.
#[cfg(target_arch = "wasm32")]
pub fn bytes() -> [u8; 16] {
    let mut bytes = [0; 16];
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    let filled = crypto.is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !filled {
        // Every browser that runs WebAssembly has `crypto`; this is for embedders that take it away.
        bytes.fill_with(|| (js_sys::Math::random() * 256.0) as u8);
    }
    bytes
}

/// Sixteen random bytes, from the seeds that the standard library gives its hash maps.
#[cfg(not(target_arch = "wasm32"))]
pub fn bytes() -> [u8; 16] {
    use std::hash::{BuildHasher, RandomState};
    let half = || RandomState::new().hash_one(std::time::Instant::now());
    (u128::from(half()) << 64 | u128::from(half())).to_be_bytes()
}

/// A random number from 0 to 1, 1 excluded.
pub fn fraction() -> f64 {
    let [first, second, third, ..] = bytes();
    f64::from(u32::from_be_bytes([0, first, second, third])) / f64::from(1u32 << 24)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_draws_are_equal() {
        assert_ne!(bytes(), bytes());
        assert!((0..100).map(|_| fraction()).all(|number| (0.0..1.0).contains(&number)));
    }
}
