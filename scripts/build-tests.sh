#!/usr/bin/env bash
# Builds every test and runs none. What does not build is said by cargo.

source "$(dirname "$0")/common.sh"

lint_while_building
cargo test --locked --features native --no-run
cargo test --locked --features native --test hosts --test browser --no-run
scripts/test-dom.sh --no-run
