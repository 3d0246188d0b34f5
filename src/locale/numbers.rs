//! Numbers as a language writes them.

use super::{Locale, Message};

impl Locale {
    /// A whole number, its thousands parted: "12,500", "12 500".
    pub fn number(&self, number: u64) -> String {
        let digits = number.to_string();
        let mut text = String::with_capacity(digits.len() + 6);
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                text.push_str(self.0.speech.thousands);
            }
            text.push(digit);
        }
        text
    }

    /// A size in decimal units, to a tenth: "640 B", "1.5 kB", "12 MB".
    pub fn bytes(&self, bytes: u64) -> String {
        // From 999,950 on, a tenth of a kilobyte would round up to 1,000 kB.
        let (message, tenths) = match bytes {
            0..1000 => (Message::Bytes, bytes * 10),
            1000..999_950 => (Message::Kilobytes, (bytes + 50) / 100),
            _ => (Message::Megabytes, bytes.saturating_add(50_000) / 100_000),
        };
        let mut size = self.number(tenths / 10);
        if !tenths.is_multiple_of(10) {
            size.push_str(self.0.speech.decimal);
            size.push_str(&(tenths % 10).to_string());
        }
        self.with(message, &[("size", &size)])
    }
}
