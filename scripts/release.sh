#!/usr/bin/env bash
# Builds what a newsroom downloads: one command with the app inside, its manual, completions, and every licence, as
# target/release-archive/broadsheet-VERSION-TARGET.tar.gz with SHA256SUMS beside it. The same commit, built with the same
# tools, gives the same bytes. BROADSHEET_DIST names a built app to take; without it, the app is built into dist/.
# BROADSHEET_COMMAND names a built command to pack, as scripts/first-steps.sh does, and BROADSHEET_ARCHIVES where to.

source "$(dirname "$0")/common.sh"

# GNU tar, which sorts and forgets who packed.
tar=$(command -v gtar || command -v tar)
"$tar" --version | grep -q GNU || stop "GNU tar is missing (on macOS: brew install gnu-tar)."
have node || stop "Node.js is missing; it lists the licences."

version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)
target=$(rustc -vV | sed -n 's/^host: //p')
epoch=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
name=broadsheet-$version-$target
archives=${BROADSHEET_ARCHIVES:-target/release-archive}
folder=$archives/$name

rm -rf "$archives"
mkdir -p "$folder"
say "listing licences"
node scripts/third-party.mjs "$folder/THIRD-PARTY.txt" "$target"

command=${BROADSHEET_COMMAND:-}
if [ -z "$command" ]; then
    app=${BROADSHEET_DIST:-}
    if [ -z "$app" ]; then
        scripts/dist.sh
        app=dist
    fi
    say "building the command with the app of $app inside"
    node scripts/app-files.mjs "$app" target/embedded-app
    export BROADSHEET_APP=$root/target/embedded-app
    # Messages of a program that breaks name files; where those lay on this machine is nobody's business.
    export RUSTFLAGS="--remap-path-prefix=$root=broadsheet --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=cargo"
    cargo build --quiet --locked --release --features native,embed-app --bin broadsheet
    command=target/release/broadsheet
    cp "$command" "$folder"
else
    strip -o "$folder/broadsheet" "$command"
fi

cp LICENSE-MIT LICENSE-APACHE "$folder"
cp docs/release-readme.md "$folder/README.md"
"$folder/broadsheet" manual "$folder"

# The same modes on every machine, whatever its umask.
find "$folder" -type d -exec chmod 755 {} +
find "$folder" -type f -exec chmod 644 {} +
chmod 755 "$folder/broadsheet"
"$tar" --sort=name --format=ustar --owner=0 --group=0 --numeric-owner --mtime="@$epoch" -C "$archives" -cf - "$name" |
    gzip "-$([ -n "${BROADSHEET_COMMAND:-}" ] && echo 1 || echo 9)" -n >"$archives/$name.tar.gz"
(
    cd "$archives"
    if have sha256sum; then sha256sum "$name.tar.gz"; else shasum -a 256 "$name.tar.gz"; fi >SHA256SUMS
)
say "the command: $(wc -c <"$folder/broadsheet") bytes; $archives/$name.tar.gz: $(wc -c <"$archives/$name.tar.gz") bytes"
