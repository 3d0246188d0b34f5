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

# With LINT_WHILE_BUILDING=true, as in continuous integration, what is built from here on is compiled by clippy's own
# driver, with warnings as errors. So linting needs no build of its own, and dependencies are built once. The release
# bundle is left to rustc: the driver does without some optimisations.
lint_while_building() {
    if [ "${LINT_WHILE_BUILDING:-}" = true ]; then
        export RUSTC_WORKSPACE_WRAPPER=clippy-driver CLIPPY_ARGS=-Dwarnings
    fi
}

have() {
    command -v "$1" >/dev/null 2>&1
}
