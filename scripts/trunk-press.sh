#!/usr/bin/env bash
# A hook of trunk: completes the app in trunk's staging folder, and presses a newsroom into it: the demo
# newsroom in public/, or the one that BROADSHEET_CONTENT names.

source "$(dirname "$0")/common.sh"

staging=${TRUNK_STAGING_DIR:?trunk sets TRUNK_STAGING_DIR when it runs this}
content=${BROADSHEET_CONTENT:-public}

# The page's start (see pattern_script in Trunk.toml).
for program in "$staging"/app-*.js; do
    name=$(basename "$program" .js)
    size=$(wc -c <"$staging/${name}_bg.wasm")
    cat scripts/links.js scripts/start.js |
        sed -e "s/PROGRAM_SIZE/$size/g" -e "s/PROGRAM/$name/g" >"$staging/start-$name.js"
done

if [ "${TRUNK_PROFILE:-debug}" = release ]; then
    for script in "$staging"/*.js; do
        terser "$script" --module --compress passes=2 --mangle --output "$script"
    done
fi

# In development, pressing is waited for after every change, and trunk serves the site at the root of its host.
options=()
[ "${TRUNK_PROFILE:-debug}" = release ] || options+=(--no-compress --base-path /)

command=$(cat target/press-command)
status=0
"$command" press "$content" --app "$staging" --out "$staging" ${options[@]+"${options[@]}"} || status=$?
case $status in
0) ;;
1) say "$content has the faults named above; everything else in it is pressed." ;;
*) stop "$content was not pressed." ;;
esac
