#!/usr/bin/env bash
# A hook of trunk: completes the app in trunk's staging folder, and presses a newsroom into it: the demo
# newsroom in public/, or the one that BROADSHEET_CONTENT names.

source "$(dirname "$0")/common.sh"

staging=${TRUNK_STAGING_DIR:?trunk sets TRUNK_STAGING_DIR when it runs this}
content=${BROADSHEET_CONTENT:-public}

for file in "$staging"/app-*.js; do
    program=$(basename "$file" .js)
done
rest=""
if [ "${TRUNK_PROFILE:-debug}" = release ]; then
    finished=$(node scripts/program/finish.mjs "$staging" "$program")
    read -r program rest <<<"$finished"
fi

# The page's start (see pattern_script in Trunk.toml).
start="$staging/start-$program.js"
size=$(wc -c <"$staging/${program}_bg.wasm")
cat scripts/links.js scripts/start.js |
    sed -e "s/PROGRAM_SIZE/$size/g" -e "s/PROGRAM_REST/$rest/g" -e "s/PROGRAM/$program/g" >"$start"
if [ "${TRUNK_PROFILE:-debug}" = release ]; then
    terser "$start" --module --compress passes=2 --mangle --output "$start"
fi

# In development, pressing is waited for after every change, and trunk serves the site at the root of its host.
options=()
[ "${TRUNK_PROFILE:-debug}" = release ] || options+=(--no-compress --base-path /)

say "pressing $content; the first time, and with the development build, this takes some seconds"
command=$(cat target/press-command)
status=0
"$command" press "$content" --app "$staging" --out "$staging" ${options[@]+"${options[@]}"} || status=$?
case $status in
0) ;;
1) say "$content has the faults named above; everything else in it is pressed." ;;
*) stop "$content was not pressed." ;;
esac
