#!/usr/bin/env bash
# Installs the build tools that are missing, at the versions this project needs: the wasm target, trunk,
# the wasm-bindgen command, wasm-opt and terser. What is there at the right version stays; what is there at another
# version stays too, and ours goes into .tools/, which the Makefile and the scripts put first on the PATH.
# With the argument `lint` it adds rustfmt and clippy.

source "$(dirname "$0")/common.sh"

trunk_version=0.21.14
# The command must equal the library to the digit, so the lock file decides.
wasm_bindgen_version=$(awk '/^name = "wasm-bindgen"$/ { getline; gsub(/[^0-9.]/, ""); print; exit }' Cargo.lock)
terser_version=$(sed -n 's/.*"terser": "\([0-9.]*\)".*/\1/p' package.json)
binaryen_version=$(sed -n 's/.*"binaryen": "\([0-9]*\)\..*/\1/p' package.json)

require_rust() {
    have cargo || stop "Rust is missing. Install it from https://rustup.rs, then run this again."
}

add_rust_parts() {
    if ! have rustup; then
        [ -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown" ] ||
            stop "This Rust did not come from rustup and has no wasm32-unknown-unknown target. Install that target with your system's packages, or Rust from https://rustup.rs."
        return
    fi
    if ! rustup target list --installed | grep -qx wasm32-unknown-unknown; then
        say "adding the wasm32-unknown-unknown target to Rust (a download of about 25 MB)"
        rustup target add wasm32-unknown-unknown
    fi
    if [ "${1:-}" = lint ]; then
        have cargo-clippy && have rustfmt || rustup component add clippy rustfmt
    fi
}

# Builds COMMAND of PACKAGE at VERSION into .tools/, unless it is on the PATH at that version.
install_crate() {
    local command=$1 package=$2 version=$3 minutes=$4 found=""
    have "$command" && found=$("$command" --version 2>/dev/null | awk '{ print $2; exit }')
    [ "$found" = "$version" ] && return
    if [ -n "$found" ]; then
        say "found $command $found, but this project needs $version"
    fi
    say "building $package $version into .tools/; on two cores this takes about $minutes minutes"
    # The tools run for seconds: the time to optimise them would be lost.
    CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off \
        cargo install --locked --root .tools --force "$package" --version "$version"
}

# What makes the program small: wasm-opt for the WebAssembly, terser for the JavaScript beside it.
install_node_tools() {
    have terser && terser --version | grep -qx "terser $terser_version" && have wasm-opt && wasm-opt --version | grep -q "version_$binaryen_version" && return
    if ! have npm || ! have node; then
        say "wasm-opt $binaryen_version or terser $terser_version is missing, and node and npm, which would bring them, are missing too."
        say "Install Node.js 20 or newer (on Debian: apt-get install nodejs npm). Only release builds need it."
        [ "${1:-}" = serve ] && return
        exit 1
    fi
    say "installing wasm-opt and terser from npm (a download of about 15 MB)"
    npm ci --no-audit --no-fund
}

require_rust
add_rust_parts "${1:-}"
install_crate trunk trunk "$trunk_version" 6
install_crate wasm-bindgen wasm-bindgen-cli "$wasm_bindgen_version" 3
install_node_tools "${1:-}"
