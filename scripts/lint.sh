#!/usr/bin/env bash
# Formatting, and clippy with every warning an error, for the native command and for the browser.

source "$(dirname "$0")/common.sh"

say "formatting"
cargo fmt --check
say "clippy, native"
cargo clippy --locked --features native --all-targets --test browser -- -D warnings
say "clippy, browser"
cargo clippy --locked --features browser --lib --bin app --target wasm32-unknown-unknown -- -D warnings
