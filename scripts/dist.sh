#!/usr/bin/env bash
# Builds the release bundle in dist/, with the demo newsroom pressed in: ready for any static host.

source "$(dirname "$0")/common.sh"

have wasm-opt && have terser || stop "wasm-opt or terser is missing; \`make tools\` installs them."
# The bundle is the compiler's own, also where tests are built by clippy's driver: that leaves other functions in one piece,
# and scripts/program/ takes the program apart by them.
unset RUSTC_WORKSPACE_WRAPPER
if [ "${LINT_WHILE_BUILDING:-}" = true ]; then
    # What clippy does not see, because no test is built with just these features.
    export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS=-Dwarnings
fi
say "building the release bundle; the optimiser takes two or three minutes"
trunk build --release
say "dist/ is ready for any static host"
