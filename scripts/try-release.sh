#!/usr/bin/env bash
# Goes a newsroom's first steps with the release archive alone, in an empty folder and an empty environment: unpack, new,
# serve, change a headline and see it, write the site's own address, check, press, and read a page from a plain static server. Says how long each took.
# BROADSHEET_ARCHIVES is where the archive lies; BROADSHEET_APP_BESIDE is an app to lay beside a command that has none inside.

source "$(dirname "$0")/common.sh"

place=$root/${BROADSHEET_ARCHIVES:-target/release-archive}
archives=$(ls "$place"/broadsheet-*.tar.gz 2>/dev/null) || stop "no archive; \`make release\` makes one."
archive=$(printf '%s\n' "$archives" | head -n 1)
have python3 && have curl || stop "python3 or curl is missing."
folder=$(mktemp -d)
running=()
finish() {
    # Only what this started.
    for process in ${running[@]+"${running[@]}"}; do kill "$process" 2>/dev/null || true; done
    rm -rf "$folder"
}
trap finish EXIT
cd "$folder"

# Nothing of this machine but its shell's tools: no HOME, no PATH to Rust, no dist/ beside it.
empty=(env -i PATH=/usr/bin:/bin "TMPDIR=$folder")
export LC_ALL=C
# To the microsecond where the shell knows it, as bash 5 does.
now() { printf '%s' "${EPOCHREALTIME:-$SECONDS}"; }
since() { awk -v from="$1" -v to="$(now)" 'BEGIN { printf "%.2f s", to - from }'; }
# Asks again until COMMAND says yes, for ten seconds at most.
until_true() {
    local what=$1 end=$((SECONDS + 10))
    shift
    until "$@" >/dev/null 2>&1; do
        [ "$SECONDS" -lt "$end" ] || stop "waited in vain for $what"
        sleep 0.02
    done
}
step() { say "$1: $(since "$2")"; }

all=$(now)
start=$(now)
if have sha256sum; then
    (cd "$place" && sha256sum --check --quiet SHA256SUMS) || stop "the archive is not what its checksum says"
fi
tar -xzf "$archive" --strip-components=1
for file in README.md LICENSE-MIT LICENSE-APACHE THIRD-PARTY.txt man/broadsheet.1 man/broadsheet-press.1 \
    completions/broadsheet.bash completions/_broadsheet completions/broadsheet.fish completions/_broadsheet.ps1; do
    [ -s "$file" ] || stop "the archive has no $file"
done
bash -n completions/broadsheet.bash || stop "the completions are no script of bash"
grep -q '^leptos ' THIRD-PARTY.txt && grep -q '^pagefind ' THIRD-PARTY.txt || stop "licences are missing in THIRD-PARTY.txt"
outside=$(tar -tzf "$archive" | grep -v "^$(basename "$archive" .tar.gz)/") && stop "not in the archive's own folder: $outside"
if [ -n "${BROADSHEET_APP_BESIDE:-}" ]; then ln -s "$root/$BROADSHEET_APP_BESIDE" dist; fi
step "unpacked, with everything in it" "$start"

start=$(now)
"${empty[@]}" ./broadsheet new newsroom
step "new" "$start"

start=$(now)
"${empty[@]}" ./broadsheet serve newsroom --port 0 >served 2>&1 &
running+=($!)
until_true "the address" grep -q '^http:' served
address=$(sed -n 's|^\(http://[^ ]*\) .*|\1|p' served)
until_true "the front" curl -sf -o front.html "$address"
grep -q 'The newsroom is open' front.html || stop "the front does not name the first article"
step "serve, until the front was there" "$start"

start=$(now)
sed 's/The newsroom is open/The kettle is on/' newsroom/articles/opening-day.json >changed
cp changed newsroom/articles/opening-day.json
shows() { curl -sf "$1" | grep -q "$2"; }
until_true "the change" shows "$address" 'The kettle is on'
step "a change, until the page had it" "$start"
kill "${running[0]}"
gone() { ! ls -d "$folder"/broadsheet-serve-*; }
until_true "the end of serve, and of its folder" gone

# What a newsroom has to change before it publishes, and is told to.
"${empty[@]}" ./broadsheet check newsroom >checked || stop "the check of the new newsroom fails"
grep -q 'warning\[url-placeholder\]' checked || stop "nobody is told that the address is not their own"
sed 's|https://newsroom.example|https://kettle.example|' newsroom/site.json >changed
cp changed newsroom/site.json
start=$(now)
"${empty[@]}" ./broadsheet check newsroom >checked || stop "the check of the new newsroom fails"
cat checked
grep -q 'errors 0, warnings 0, notes 0' checked || stop "the new newsroom has findings"
step "check" "$start"

start=$(now)
"${empty[@]}" ./broadsheet press newsroom --out site >said 2>&1
cat said
grep -q 'left out 0, warnings 0' said || stop "the new newsroom has findings"
for schema in $(sed -n 's/.*"\$schema": "\(.*\)",*/articles\/\1/p' newsroom/articles/*.json) schema/site.json; do
    [ -s "newsroom/$schema" ] || stop "a text editor would look for $schema in vain"
done
[ ! -e site/README.md ] && [ ! -e site/.vscode ] || stop "what is the newsroom's own was published"
step "press" "$start"

start=$(now)
# What arrives at the host is a copy, without the times and links of this disk.
cp -RL site uploaded
python3 -u -m http.server --bind 127.0.0.1 --directory uploaded 0 >python 2>&1 &
running+=($!)
until_true "the static server" grep -q 'port [0-9]' python
port=$(sed -n 's/.*port \([0-9]*\).*/\1/p' python | head -n 1)
until_true "the article" shows "http://127.0.0.1:$port/newsroom/opening-day/" '<h1[^>]*>The kettle is on'
for file in site/*.wasm site/*.css site/start-*.js; do
    curl -sf -o got "http://127.0.0.1:$port/$(basename "$file")"
    cmp -s got "$file" || stop "$file does not arrive as it is"
done
grep -rqs broadsheet/reload uploaded && stop "something of \`serve\` was published"
step "a page from a plain static server" "$start"
# Unpacking, three commands, two servers and a change; the waiting for them is in it.
say "from the archive to the pressed site: $(since "$all")"
awk -v from="$all" -v to="$(now)" 'BEGIN { exit to - from >= 300 }' || stop "the first steps took more than five minutes"
