#!/bin/sh
# Uploads the site to a store that speaks S3, written by `broadsheet press`. It needs the AWS command line, signed in.
#
#   sh hosts/s3.sh FOLDER s3://BUCKET [options for aws, such as --endpoint-url ADDRESS]
#
# What the site no longer has stays in the store: delete it there some days later, for the sake of open pages.
# A store sends no headers of its own choosing: let the network in front of it (CloudFront: "response headers
# policy", and compression on) add
#   Content-Security-Policy: @POLICY@
#   X-Content-Type-Options: nosniff
#   Referrer-Policy: strict-origin-when-cross-origin

set -eu

if [ $# -lt 2 ]; then
    echo "usage: sh hosts/s3.sh FOLDER s3://BUCKET [options for aws]" >&2
    exit 2
fi
site=${1%/}
target=${2%/}@QUOTED_PATH@
shift 2
options=$*

# The names are of letters, digits and -_./ only, so that they need no quotation marks below.
hashed="@EXCLUDE_HASHED@"

# A file with a hash in its name.
put_hashed() {
    case $1 in
    *.js) type="text/javascript; charset=utf-8" ;;
    *.css) type="text/css; charset=utf-8" ;;
    *) type=application/wasm ;;
    esac
    # shellcheck disable=SC2086
    aws s3 cp "$site/$1" "$target$1" --content-type "$type" \
        --cache-control "public, max-age=31536000, immutable" $options
}

# All other files of one ending, and their type.
put() {
    # shellcheck disable=SC2086
    aws s3 cp "$site" "$target" --recursive --exclude '*' --include "*.$1" $hashed \
        --content-type "$2" --cache-control no-cache $options
}

# Pages come last, so that they never lead to what is not there yet.
@PUT_HASHED@
# Pictures and the like: the command knows their types. The store does not choose between compressed copies.
# The settings are for other hosts. A section may be called hosts too. Of what is hidden, .well-known is for the web.
excludes="--exclude hosts/nginx.conf --exclude hosts/Caddyfile --exclude hosts/s3.sh --exclude .* --include .well-known/* --exclude *.gone --exclude _headers --exclude _redirects $hashed"
for ending in html css js mjs json svg wasm webmanifest xml txt vtt; do
    excludes="$excludes --exclude *.$ending --exclude *.$ending.br --exclude *.$ending.gz"
done
# The patterns are for aws, not for this shell.
set -f
# shellcheck disable=SC2086
aws s3 cp "$site" "$target" --recursive $excludes --cache-control no-cache $options
set +f
put css "text/css; charset=utf-8"
put js "text/javascript; charset=utf-8"
put mjs "text/javascript; charset=utf-8"
put wasm application/wasm
put svg image/svg+xml
put webmanifest application/manifest+json
put xml application/xml
# A feed is a kind of XML of its own.
# shellcheck disable=SC2086
aws s3 cp "$site" "$target" --recursive --exclude '*' --include feed.xml --include '*/feed.xml' \
    --content-type "application/atom+xml; charset=utf-8" --cache-control no-cache $options
put txt "text/plain; charset=utf-8"
put vtt "text/vtt; charset=utf-8"
put json application/json
put html "text/html; charset=utf-8"
