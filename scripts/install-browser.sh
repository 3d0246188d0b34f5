#!/usr/bin/env bash
# Installs what the browser tests need where it can (Debian and its relatives, as root); else says what to install.

source "$(dirname "$0")/common.sh"

missing=()
have chromium || have google-chrome || have chrome || missing+=(chromium)
have chromedriver || missing+=(chromium-driver)
# Kazakh and Arabic letters in screenshots and layout tests. `grep -q` would end before fc-list does, and fail the pipe.
have fc-list && fc-list | grep 'Noto Sans Arabic' >/dev/null || missing+=(fonts-noto-core fontconfig)

# What the tests bring from npm: axe-core.
if [ ! -f node_modules/axe-core/axe.min.js ]; then
    have npm || stop "the browser tests need axe-core from npm. Install Node.js 20 or newer, then run this again."
    npm ci --silent --no-audit --no-fund
fi

if ! have apt-get || [ "$(id -u)" -ne 0 ]; then
    [ ${#missing[@]} -eq 0 ] && exit 0
    say "the browser tests need Chromium, its chromedriver of the same version and the Noto fonts."
    say "On Debian: sudo apt-get install ${missing[*]}"
    say "On Fedora: chromium chromedriver google-noto-sans-fonts google-noto-sans-arabic-fonts"
    say "On macOS: brew install --cask chromium chromedriver font-noto-sans font-noto-sans-arabic"
    exit 1
fi

export DEBIAN_FRONTEND=noninteractive
install() {
    say "installing $* with apt-get for the browser tests"
    apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

if [ ${#missing[@]} -gt 0 ]; then
    say "looking for packages; what is missing is a download of about 150 MB"
    apt-get update -qq
    install "${missing[@]}"
fi

# Debian's Chromium without windows, in which the journeys take two thirds of the time: of the same version as the one with
# windows and its driver, or not at all.
shell=chromium-headless-shell
version=$(dpkg-query --show --showformat '${Version}' chromium 2>/dev/null || true)
if ! have $shell && [ -n "$version" ] && apt-cache show "$shell=$version" >/dev/null 2>&1; then
    install --no-remove "$shell=$version" || say "$shell could not be installed; Chromium itself takes its place."
fi
