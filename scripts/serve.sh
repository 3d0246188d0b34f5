#!/usr/bin/env bash
# Builds the app for development and serves the demo newsroom, on the first free port from PORT (8080) on.

source "$(dirname "$0")/common.sh"

port=${PORT:-8080}
# A port is taken when somebody answers there.
while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do
    port=$((port + 1))
done

say "building; the first build compiles every dependency and takes some minutes, later ones seconds"
say "the demo newsroom will be at http://127.0.0.1:$port/ as soon as trunk says success; Ctrl+C ends it"
exec trunk serve --port "$port"
