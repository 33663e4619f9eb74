# The front door. `make help` lists what it can do.
SHELL := /bin/bash
.DEFAULT_GOAL := help
export PATH := $(CURDIR)/.tools/node_modules/.bin:$(CURDIR)/.tools/bin:$(PATH)
# ccache's own folder outlives the checkout; two checkouts share what is in it.
export CCACHE_BASEDIR ?= $(CURDIR)
export CCACHE_NOHASHDIR ?= 1
# Precompiled headers carry times that ccache must not mind.
export CCACHE_SLOPPINESS := pch_defines,time_macros,include_file_mtime,include_file_ctime
export CI

WEB_SOURCES := $(shell find web/src web/public web/locales web/index.html web/vite.config.ts web/package.json -type f 2>/dev/null | grep -v schema.d.ts)
# CI builds all at once, so several sources as one; whoever changes one of them builds that alone.
IN_CI := $(if $(CI),-DTAKT_WERROR=ON -DCMAKE_UNITY_BUILD=ON,)

.PHONY: help setup run build build-tests test test-long cluster deb check tidy format bench asan tsan fuzz screenshots clean
help: ## Show this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 20

setup: ## Install what is missing (asks Debian's and npm's registries only)
	@scripts/setup

run: build ## Build and start the demo on http://127.0.0.1:8080
	@exec build/release/takt demo --quiet $(ARGS)

build: setup ## Build the release binary with the web interface inside
	@$(MAKE) --no-print-directory build/release/takt

build/release/build.ninja: CMakeLists.txt CMakePresets.json cmake/*.cmake
	@cmake --preset release $(IN_CI) >/dev/null

web/openapi.json: build/release/build.ninja FORCE
	@cmake --build build/release --target takt-openapi -- --quiet
	@build/release/takt-openapi > $@.new; if cmp -s $@.new $@; then rm $@.new; else mv $@.new $@; fi

web/src/api/schema.d.ts: web/openapi.json
	@cd web && npm run --silent types >/dev/null

web/dist/index.html: scripts/licences.mjs $(WEB_SOURCES) web/src/api/schema.d.ts
	@cd web && npm run --silent build && node ../scripts/licences.mjs > dist/licences.txt
	@cd web && node ../scripts/compress-web.mjs dist

build/release/takt: web/dist/index.html FORCE
	@cmake --preset release -DTAKT_WEB_DIST=$(CURDIR)/web/dist $(IN_CI) >/dev/null
	@cmake --build build/release --target takt -- --quiet

# What only tests need: whoever wants to see Takt does not wait for it.
build-tests: build
	@cmake --build build/release -- --quiet

test: build-tests ## Run all tests: formatters, linters, C++ on both databases, end to end, sanitizers, fuzzing
	@scripts/test

test-long: build-tests ## The same questions for hours: fuzzing, races, kills and routes
	@scripts/test-long $(HOURS)

cluster: build ## Takt on several machines, all of them this one: PostgreSQL with Patroni, etcd and HAProxy, two Takt behind nginx
	@exec scripts/cluster

check: build-tests ## Formatter, linters, types and unit tests
	@scripts/check

deb: build ## Build the package for Debian 12: build/takt_VERSION_ARCHITECTURE.deb
	@cmake --build build/release --target takt-package -- --quiet
	@cd build/release && cpack -B $(CURDIR)/build >cpack.log || { cat cpack.log >&2; exit 1; }
	@scripts/package-links "$$(ls -t build/takt_*.deb | head -1)"
	@rm -rf build/_CPack_Packages && ls build/takt_*.deb

format: setup ## Format all sources
	@git ls-files '*.cpp' '*.hpp' | xargs clang-format -i
	@cd web && npx biome check --write src >/dev/null

bench: build ## Measure against baselines, print a table (ONLY=interface: first load, shift, page change; ONLY=files: imports, PDF, workbook)
	@cmake --build build/release --target takt-bench -- --quiet
	@scripts/bench

tidy: build ## clang-tidy on all C++ sources
	@scripts/tidy

asan: setup ## C++ tests with address and undefined-behaviour sanitizers
	@scripts/sanitized asan

tsan: setup ## C++ tests with the thread sanitizer
	@scripts/sanitized tsan

fuzz: setup ## Fuzz targets, 20 seconds each (SECONDS_EACH=…)
	@scripts/fuzz $(or $(SECONDS_EACH),20)

screenshots: build ## Make pictures of every page, and those of README and docs (FOLDER=…)
	@scripts/screenshots $(FOLDER)

clean: ## Remove what was built
	rm -rf build web/dist web/openapi.json web/src/api/schema.d.ts

FORCE:
