# The commands of this project. Each installs the tools it misses; see scripts/ for what they do.

.PHONY: help serve dist release try-release test test-native test-dom test-browser test-hosts try-hosts tools lint screenshots bench-visit bench-check bench-press clean

help:
	@echo "make serve         build for development and serve the demo newsroom (PORT=8080)"
	@echo "make dist          the release bundle in dist/, demo newsroom included"
	@echo "make release       the command with the app inside, as an archive for newsrooms (BROADSHEET_DIST=dist takes a built app)"
	@echo "make try-release   a newsroom's first steps with that archive alone, timed"
	@echo "make test          every test: size budget, native, first steps, hosts, DOM, browser"
	@echo "make test-native   the native tests alone; also test-dom, test-browser (needs dist/)"
	@echo "make test-hosts    pressed sites on real nginx, Caddy and Apache, with the settings that the press writes"
	@echo "make try-hosts     pressed sites on stand-ins for Cloudflare Pages, Netlify, S3 and GitHub Pages, from dist/"
	@echo "make lint          formatting, and clippy for both targets"
	@echo "make screenshots   take docs/screenshots/ again from dist/ (needs Chromium)"
	@echo "make bench-visit   time a first visit on a slow line, from dist/ (RUNS=5; needs Chromium)"
	@echo "make bench-check   time \`broadsheet check\` on many articles (ARTICLES=10000)"
	@echo "make bench-press   time pressing many articles beside Hugo, from dist/ (ARTICLES=\"1000 10000 100000\", BENCH=--hold; VISIT=0 without the cost of a visit)"
	@echo "make tools         install the build tools and nothing else"
	@echo "make clean         remove what was built, not the tools"

tools:
	@scripts/install-tools.sh

serve:
	@scripts/install-tools.sh serve
	@scripts/serve.sh

dist: tools
	@scripts/dist.sh

release:
	@[ -n "$(BROADSHEET_DIST)" ] || scripts/install-tools.sh
	@scripts/release.sh

try-release:
	@scripts/try-release.sh

test: tools
	@scripts/install-browser.sh
	@scripts/install-hosts.sh
	@scripts/test.sh

test-native:
	cargo test --locked --features native

test-dom: tools
	@scripts/install-browser.sh
	@scripts/test-dom.sh

test-browser:
	@scripts/install-browser.sh
	@scripts/install-hosts.sh
	cargo test --locked --features native --test browser

test-hosts:
	@scripts/install-hosts.sh
	cargo test --locked --features native --test hosts

try-hosts:
	@scripts/try-hosts.sh

lint:
	@scripts/install-tools.sh lint
	@scripts/lint.sh

screenshots:
	@scripts/install-browser.sh
	npm ci --no-audit --no-fund
	node scripts/screenshots.mjs dist

bench-visit:
	@scripts/install-browser.sh
	npm ci --no-audit --no-fund
	node scripts/bench-visit.mjs dist $(or $(RUNS),5)

bench-check:
	@scripts/bench-check.sh $(or $(ARTICLES),10000)

bench-press:
	@VISIT="$(VISIT)" scripts/bench-press.sh "$(or $(ARTICLES),1000 10000 100000)" $(BENCH)

clean:
	rm -rf dist target
