#!/usr/bin/env bash
# Every test: the size budget, native tests, the first steps with a release, and host, DOM and browser tests. Ends with the test runners' own counts.

source "$(dirname "$0")/common.sh"

mkdir -p target
log=target/test.log
: >"$log"

# Runs a step, shows what it says, keeps it, and stops at its failure.
step() {
    local name=$1
    shift
    say "$name"
    printf '== %s\n' "$name" >>"$log"
    # `set -o pipefail` lets the step's own failure through.
    "$@" 2>&1 | tee -a "$log"
}

# The optimiser keeps one core busy for minutes: the tests are built on the other meanwhile.
say "building the tests and the release bundle side by side"
export BUILDING_TESTS=true
scripts/build-tests.sh >target/build-tests.log 2>&1 &
building=$!
scripts/dist.sh
wait "$building" || {
    cat target/build-tests.log >&2
    stop "the tests did not build; the messages are above."
}

# Many tests wait, for a process, a moment or a page: others run meanwhile. A few of the browser's look at the clock, and
# stay true with one browser more than there are processors.
processors=$(getconf _NPROCESSORS_ONLN)

lint_while_building
step "size budget" node scripts/check-size.mjs dist
step "native tests" env RUST_TEST_THREADS=$((processors * 2)) cargo test --locked --features native
step "first steps with a release" scripts/first-steps.sh
step "host tests" cargo test --locked --features native --test hosts
step "DOM tests" scripts/test-dom.sh
step "browser tests" env RUST_TEST_THREADS=$((processors + 1)) cargo test --locked --features native --test browser

say "every step passed; the runners' own counts:"
grep -E '^(== |size budget: |test result: )' "$log"
