#!/usr/bin/env bash
# Builds every test and runs none. What does not build is said by cargo.

source "$(dirname "$0")/common.sh"

lint_while_building
if [ "${LINT_WHILE_BUILDING:-}" = true ]; then
    # The app too, which no test links.
    cargo build --locked --features browser --bin app --target wasm32-unknown-unknown
fi
cargo test --locked --features native --no-run
cargo test --locked --features native --test hosts --test browser --no-run
scripts/test-dom.sh --no-run
