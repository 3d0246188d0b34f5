#!/usr/bin/env bash
# Installs the web servers that the tests of host settings run, where it can (Debian and its relatives, as root); else
# says what to install. The tests skip a server that is not there, so that this never stops them.

source "$(dirname "$0")/common.sh"

# Debian keeps servers where only root's PATH leads.
PATH="$PATH:/usr/sbin"

missing=()
have nginx || missing+=(nginx)
have caddy || missing+=(caddy)
have apache2 || missing+=(apache2)
[ ${#missing[@]} -eq 0 ] && exit 0

if ! have apt-get || [ "$(id -u)" -ne 0 ]; then
    say "not installed, and so not tested: ${missing[*]}."
    say "On Debian: sudo apt-get install ${missing[*]} (the services they start are not needed: sudo systemctl disable --now NAME)"
    exit 0
fi

# Packages of servers start them; Debian asks this file first, and 101 means no. One that is there is the machine's own.
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod +x "$policy"
    trap 'rm -f "$policy"' EXIT
elif ! grep -q 'exit 101' "$policy"; then
    say "$policy lets packages start services, so these are not installed: ${missing[*]}."
    exit 0
fi

say "installing ${missing[*]} with apt-get for the tests of host settings; their services are not started"
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq || true
for server in "${missing[@]}"; do
    apt-get install -y -qq --no-install-recommends "$server" >/dev/null ||
        say "$server could not be installed; its test is skipped."
done
# Without the policy they would start with the machine.
if have systemctl; then
    systemctl disable --quiet "${missing[@]}" 2>/dev/null || true
fi
