# For the other scripts to source: where things are, and how they speak.
# shellcheck shell=bash

set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

# Tools of our own versions come before those of the machine, which are left as they are.
export PATH="$root/.tools/bin:$root/node_modules/.bin:$PATH"

say() {
    printf '%s\n' "broadsheet: $*" >&2
}

stop() {
    say "$*"
    exit 1
}

have() {
    command -v "$1" >/dev/null 2>&1
}
