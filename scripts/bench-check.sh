#!/usr/bin/env bash
# Times `broadsheet check` on a newsroom of many articles, made from the demo's, and prints articles a second.
# usage: scripts/bench-check.sh [ARTICLES]

source "$(dirname "$0")/common.sh"

articles=${1:-10000}
cargo build --quiet --release --locked --features native --bin broadsheet ||
    stop "the native command did not build; cargo's message is above."
command="$(cargo metadata --format-version 1 --no-deps | sed -n 's/.*"target_directory":"\([^"]*\)".*/\1/p')/release/broadsheet"
content=$(mktemp -d)
trap 'rm -rf "$content"' EXIT
cp -R public/. "$content"
files=(public/articles/en/*.json)
say "making $articles articles"
mkdir -p "$content/articles/many"
for ((number = ${#files[@]} * 3; number < articles; number++)); do
    # An address and an identifier of its own; its translations are of the article it was made from.
    sed -e "s|\"uri\": \"\(urn:broadsheet:demo:en:[a-z-]*\)\",\$|\"uri\": \"\1-$number\",|" \
        -e "s|^    \"url\": \"\(/.*[^/]\)/\",\$|    \"url\": \"\1-$number/\",|" \
        "${files[number % ${#files[@]}]}" >"$content/articles/many/$number.json"
done
# The second time the files are in memory, as they are for editors who have just written them.
"$command" check "$content" --format json >/dev/null || true
"$command" check "$content" --format json |
    sed -n 's/^ *"\(articles\|milliseconds\|errors\)": \([0-9]*\),*$/\1 \2/p' |
    awk '{ said[$1] = $2 } END {
        printf "articles %d, errors %d, seconds %.2f, articles a second %d\n",
            said["articles"], said["errors"], said["milliseconds"] / 1000, said["articles"] * 1000 / said["milliseconds"]
    }'
