#!/bin/sh
# Runs the DOM tests in headless Chromium: both HTML parsers side by side, and pieces drawn in a page.
#
# With BROADSHEET_CORPUS set to a folder of documents, those are compared too.
# Needs the wasm32-unknown-unknown target, chromedriver, Chromium, and the wasm-bindgen-test-runner of
# the version of wasm-bindgen in Cargo.lock.
set -eu
cd "$(dirname "$0")/.."

fail() {
    echo "test-dom: $1" >&2
    exit 1
}

runner=$(command -v wasm-bindgen-test-runner || echo "${CARGO_HOME:-$HOME/.cargo}/bin/wasm-bindgen-test-runner")
[ -x "$runner" ] || fail "wasm-bindgen-test-runner is missing: cargo install --locked wasm-bindgen-cli --version 0.2.126"
CHROMEDRIVER=${CHROMEDRIVER:-$(command -v chromedriver || true)}
[ -n "$CHROMEDRIVER" ] || fail "chromedriver is missing: install chromium-driver, or set CHROMEDRIVER"
export CHROMEDRIVER CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER="$runner"
# The comparison of all documents takes longer than the runner's usual 20 seconds.
export WASM_BINDGEN_TEST_TIMEOUT="${WASM_BINDGEN_TEST_TIMEOUT:-300}"

# What `browser` switches on, by its own name: with `browser` cargo would build the app, too, which no test links.
features=leptos/csr,html5ever
if [ -n "${BROADSHEET_CORPUS:-}" ]; then
    [ -d "$BROADSHEET_CORPUS" ] || fail "BROADSHEET_CORPUS is no folder: $BROADSHEET_CORPUS"
    mkdir -p target
    BROADSHEET_CORPUS_BODIES="$PWD/target/dom-corpus-bodies"
    for file in "$BROADSHEET_CORPUS"/wordpress/*.json "$BROADSHEET_CORPUS"/ghost/*.json; do
        cat "$file"
        # A record separator on a line of its own.
        printf '\n\036\n'
    done > "$BROADSHEET_CORPUS_BODIES"
    export BROADSHEET_CORPUS BROADSHEET_CORPUS_BODIES
    features=$features,corpus
else
    echo "test-dom: BROADSHEET_CORPUS is not set: the documents of the corpus are not compared" >&2
fi

exec cargo test --target wasm32-unknown-unknown --features "$features" --test dom --test dom_piece "$@"
