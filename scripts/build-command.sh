#!/usr/bin/env bash
# A hook of trunk: builds the native command that scripts/trunk-press.sh runs, while trunk builds the app.

source "$(dirname "$0")/common.sh"

# cargo lets one build at a time into a folder, and trunk's debug build is in target/debug just now. Its release
# build is not, and there the tests find what was built here.
if [ "${TRUNK_PROFILE:-debug}" = release ]; then
    folder=target
else
    folder=target/native
fi
mkdir -p target
lint_while_building
# What tests depend on switches features of shared dependencies on. With a test beside it, the command is built of the same
# ones as the tests, and a hundred crates are not built twice.
beside=()
[ "${BUILDING_TESTS:-}" = true ] && beside=(--test hosts)
[ -x "$folder/debug/broadsheet" ] || say "building the command that presses, too; the first time this takes some minutes"
cargo build --quiet --locked --features native --bin broadsheet ${beside[@]+"${beside[@]}"} --target-dir "$folder" ||
    stop "the native command did not build, so the demo newsroom cannot be pressed in; cargo's message is above."
printf '%s\n' "$folder/debug/broadsheet" >target/press-command
