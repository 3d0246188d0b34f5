//! The browser entry.

fn main() {
    broadsheet::start::start();
}
