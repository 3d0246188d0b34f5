#!/usr/bin/env bash
# Tries a pressed site on what stands in for hosts that cannot be had here: scripts/try-hosts.sh [HOST …], of
#   cloudflare  wrangler, Cloudflare's own command, which reads _headers and 404.html as its Pages do
#   netlify     netlify-cli, Netlify's own command, which reads _headers and _redirects
#   s3          s3rver, a store that speaks S3 with a website in front, filled by hosts/s3.sh (needs `aws`)
#   plain       http-server, which can be told of nothing, as GitHub Pages cannot
# It needs dist/, and Node 22.13 for the newest of these. They are installed into a folder that goes away afterwards;
# Netlify's is large. What the stand-ins do otherwise than the hosts is said in docs/hosts.md.

source "$(dirname "$0")/common.sh"

[ $# -gt 0 ] || set -- cloudflare netlify s3 plain
[ -f dist/app.html ] || stop "dist/ is missing; \`make dist\` builds it."
press=${BROADSHEET:-target/debug/broadsheet}
[ -n "${BROADSHEET:-}" ] || cargo build --quiet --locked --features native --bin broadsheet

room=$(mktemp -d)
server=
trap 'end; rm -rf "$room"' EXIT
end() {
    # With the processes it started.
    [ -n "$server" ] || return 0
    kill -- "-$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
    server=
}

say "pressing public/ for / and for /news/"
cp -R public "$room/content"
"$press" press "$room/content" --app dist --out "$room/root" >/dev/null
sed -i.bak 's#"base_path": "/"#"base_path": "/news/"#' "$room/content/site.json" && rm "$room/content/site.json.bak"
"$press" press "$room/content" --app dist --out "$room/under/news" >/dev/null
# As docs/hosts.md has it for Netlify and Cloudflare Pages; for `plain`, GitHub takes the page from the project.
mv "$room/under/news/_headers" "$room/under/news/_redirects" "$room/under/"
export WRANGLER_SEND_METRICS=false CI=true
export AWS_ACCESS_KEY_ID=S3RVER AWS_SECRET_ACCESS_KEY=S3RVER AWS_DEFAULT_REGION=us-east-1

# A host's command in the background, in a process group of its own, until its port answers.
start() {
    end
    port=$1
    shift
    for _ in $(seq 10); do
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
        sleep 1
    done
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && stop "port $port is taken"
    set -m
    (cd "$room/$host" && exec "$@") >"$room/$host.log" 2>&1 </dev/null &
    server=$!
    set +m
    for _ in $(seq 120); do
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && return
        kill -0 "$server" 2>/dev/null || break
        sleep 1
    done
    tail -20 "$room/$host.log" >&2
    stop "$host did not start; its last words are above."
}

failed=
ask() {
    node scripts/try-hosts.mjs "$@" || failed=yes
}

for host in "$@"; do
    case $host in
    cloudflare) package=wrangler@4 ;;
    netlify) package=netlify-cli ;;
    s3) package=s3rver@3 ;;
    plain) package=http-server@14 ;;
    *) stop "no host of that name: $host" ;;
    esac
    say "installing $package"
    mkdir "$room/$host"
    npm install --silent --no-audit --no-fund --prefix "$room/$host" "$package" >/dev/null
    name=${package%@*}
    version=$(node -p "require('$room/$host/node_modules/$name/package.json').version")
    bin="$room/$host/node_modules/.bin"
    for base in / /news/; do
        say "$host: $name $version, at $base"
        folder="$room/root" site="$room/root"
        [ "$base" = / ] || folder="$room/under" site="$room/under/news"
        case $host in
        cloudflare)
            start 9471 "$bin/wrangler" pages dev "$folder" --ip 127.0.0.1 --port 9471 --compatibility-date 2026-01-01
            ask http://127.0.0.1:9471 "$site" "$base" cache guard
            ;;
        netlify)
            # Its local server writes a cache time of its own over every other, and wants the folder inside its own.
            rm -rf "$room/netlify/site" && cp -R "$folder" "$room/netlify/site"
            start 9472 "$bin/netlify" dev --offline --internal-disable-edge-functions --no-open --dir site --port 9472
            ask http://127.0.0.1:9472 "$site" "$base" guard
            ;;
        s3)
            cat >"$room/s3/website.xml" <<END
<WebsiteConfiguration><IndexDocument><Suffix>index.html</Suffix></IndexDocument>
<ErrorDocument><Key>${base#/}404.html</Key></ErrorDocument></WebsiteConfiguration>
END
            rm -rf "$room/s3/data" && mkdir "$room/s3/data"
            start 9473 "$bin/s3rver" -d data -a 127.0.0.1 -p 9473 --configure-bucket paper website.xml
            sh "$site/hosts/s3.sh" "$site" s3://paper --endpoint-url http://127.0.0.1:9473 --only-show-errors
            ask http://paper.s3-website-us-east-1.amazonaws.com:9473 "$site" "$base" cache
            ;;
        plain)
            [ "$base" = / ] || cp "$site/404.html" "$folder/404.html"
            start 9474 "$bin/http-server" "$folder" -a 127.0.0.1 -p 9474 -c600
            ask http://127.0.0.1:9474 "$site" "$base"
            ;;
        esac
    done
    end
done
[ -z "$failed" ] || stop "not everything was as it should be; see WRONG above."
