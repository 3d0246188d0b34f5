#!/usr/bin/env bash
# A newsroom's first steps, as scripts/try-release.sh goes them, with the command that the tests are built with: packed as
# a release is, but for the app, which lies beside it. So every test run sees the archive, and none builds a release.
# It takes the app of dist/.

source "$(dirname "$0")/common.sh"

export BROADSHEET_ARCHIVES=target/first-steps BROADSHEET_APP_BESIDE=dist
BROADSHEET_COMMAND=target/debug/broadsheet scripts/release.sh
scripts/try-release.sh
