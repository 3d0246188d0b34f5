#!/usr/bin/env bash
# Times `broadsheet press` on newsrooms of many articles, beside Hugo, and prints tables in Markdown: see
# docs/pressing-speed.md. What follows the number of articles goes to scripts/bench-press.mjs, which lists it. Where 100,000
# are among them, a visit to a newsroom of as many is compared with one to a small newsroom, too: VISIT is another number,
# and 0 leaves that out.
# usage: [VISIT=0] scripts/bench-press.sh ["1000 10000 100000"] [--hold ...]

source "$(dirname "$0")/common.sh"

articles=${1:-1000 10000 100000}
visit=${VISIT:-}
case " ${articles//,/ } " in
    *' 100000 '*) visit=${visit:-100000} ;;
esac
have /usr/bin/time || stop "GNU time is missing: apt-get install time, or the like."
case " $* " in
    *' --alone '*) ;;
    *) have hugo || stop "Hugo is missing: apt-get install hugo, or the like; or give --alone." ;;
esac
# What is missing is better known before the hours that all this takes.
[ "${visit:-0}" = 0 ] || scripts/install-browser.sh
[ -f dist/index.html ] || stop "there is no built app in dist/: run \`make dist\` first."
cargo build --quiet --release --locked --features native --bin broadsheet ||
    stop "the native command did not build; cargo's message is above."
command="$(cargo metadata --format-version 1 --no-deps | sed -n 's/.*"target_directory":"\([^"]*\)".*/\1/p')/release/broadsheet"
# An aim that is missed does not keep the visits from being compared.
status=0
node scripts/bench-press.mjs --command "$command" --app dist --articles "$articles" "${@:2}" || status=$?
if [ "${visit:-0}" != 0 ]; then
    say "what a visit costs in a newsroom of $visit articles"
    BROADSHEET_COMMAND="$command" BROADSHEET_VISIT_ARTICLES="$visit" \
        cargo test --quiet --locked --features native --test browser visit_cost -- --nocapture || status=$?
fi
exit "$status"
