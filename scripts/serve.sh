#!/usr/bin/env bash
# Builds the app for development and serves the demo newsroom, on the first free port from PORT (8080) on.

source "$(dirname "$0")/common.sh"

port=${PORT:-8080}
[ "$port" -gt 0 ] 2>/dev/null || stop "expected a port in PORT, such as 9000, found $port"
# A port is taken when somebody answers there.
while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do
    port=$((port + 1))
done

content=${BROADSHEET_CONTENT:-}
watched=()
if [ -n "$content" ]; then
    [ -d "$content" ] || stop "BROADSHEET_CONTENT names no folder: $content"
    BROADSHEET_CONTENT=$(cd "$content" && pwd)
    export BROADSHEET_CONTENT
    # What is named here replaces what Trunk.toml names.
    for path in src style index.html Cargo.toml Cargo.lock "$BROADSHEET_CONTENT"; do
        watched+=(--watch "$path")
    done
fi

say "building; the first build compiles every dependency and takes some minutes, later ones seconds"
say "${content:-the demo newsroom} will be at http://127.0.0.1:$port/ as soon as trunk says success; Ctrl+C ends it"
# An empty list is an error to old bashes, such as that of macOS, unless it is asked for like this.
# Not in dist/, which is for what goes to a host.
exec trunk serve --port "$port" --dist target/serve ${watched[@]+"${watched[@]}"}
