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
cp -R public/media "$content/media-once"
# Every round is the demo's articles in all languages once more, under addresses and identifiers of their own: related
# articles and translations are those of the same round, and translations point back.
slugs=$(cd public/articles/en && ls -- *.json | sed 's/\.json$//' | paste -sd '|')
originals=(public/articles/*/*.json)
say "making $articles articles"
for ((round = 1; round < (articles + ${#originals[@]} - 1) / ${#originals[@]}; round++)); do
    mkdir -p "$content/many/$round"
    cp -R public/articles/. "$content/many/$round"
    # Pictures of their own, too, as newsrooms have them: other names of the same files.
    mkdir -p "$content/media/many"
    cp -Rl "$content/media-once" "$content/media/many/$round"
    sed -i -E -e "s#\"/media/#\"/media/many/$round/#g" -e "s#(\"uri\": \"urn:broadsheet:demo:(en|ru|kk):[a-z-]+)\"#\1-$round\"#" \
        -e "s#(\"url\": \"/([^\"]*/)?($slugs))/\"#\1-$round/\"#" "$content/many/$round"/*/*.json
    # Some faults in each: a time without its zone, a picture that nobody describes, a translation that does not point back.
    sed -i -E 's#("firstCreated": ".*)\+0[0-9]:00"#\1"#' "$content/many/$round/en/almaty-metro-west.json"
    sed -i 's#"role": "alt"#"role": "remark"#' "$content/many/$round/ru/almaty-metro-west.json"
    sed -i 's#"translations"#"translated"#' "$content/many/$round/kk/almaty-metro-west.json"
done
rm -r "$content/media-once"
mkdir -p "$content/articles"
mv "$content/many" "$content/articles/many"
# The second time the files are in memory, as they are for editors who have just written them.
"$command" check "$content" --format json >/dev/null || true
"$command" check "$content" --format json |
    sed -n 's/^ *"\(articles\|milliseconds\|errors\|warnings\)": \([0-9]*\),*$/\1 \2/p' |
    awk '{ said[$1] = $2 } END {
        printf "articles %d, errors %d, warnings %d, seconds %.2f, articles a second %d\n",
            said["articles"], said["errors"], said["warnings"], said["milliseconds"] / 1000, said["articles"] * 1000 / said["milliseconds"]
    }'
say "load average of the machine: $(cut -d ' ' -f 1-3 /proc/loadavg)"
