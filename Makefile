# Every target says what it does; `make` alone lists them. Set-up steps leave stamps in build/ and .venv/ and are not
# done twice; one that was cut short has none and is done again.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help

PYTHON ?= python3
BIN := .venv/bin
QUICK := not slow and not models and not browser and not call and not compose
# One test process a core, a file at a time.
SPREAD := --numprocesses logical --dist loadfile
VIVA_DOCKER_LAB ?= ../shared/tools/docker-lab
UI_SOURCES := $(shell find web/ui -type f -not -path '*/node_modules/*' -not -path '*/dist/*' -not -path '*/test-results/*' 2>/dev/null)
TEST_PROGRAMS := chromium:chromium bwrap:bubblewrap flite:flite espeak-ng:espeak-ng node:nodejs initdb:postgresql ip:iproute2

# $(call step,what it does,name of its log,command): says so, keeps the output in a log, counts the seconds in a terminal
# and every 15 of them elsewhere, and on failure shows the end of the log.
define step
@mkdir -p build/log; echo "set-up: $(1)"; every=15 begin= end='\n'; if [ -t 1 ]; then every=1 begin='\r' end=; fi; \
( $(3) ) >build/log/$(2).log 2>&1 & pid=$$!; trap 'kill $$pid 2>/dev/null || true' INT TERM; began=$$SECONDS; next=$$(( every > 2 ? every : 2 )); \
while kill -0 $$pid 2>/dev/null; do sleep 0.2; \
  if (( SECONDS - began >= next )); then printf "$$begin""set-up:   … %s s$$end" $$(( SECONDS - began )); next=$$(( next + every )); fi; done; \
if [ -t 1 ] && (( SECONDS - began >= 2 )); then echo; fi; \
wait $$pid || { tail -n 12 build/log/$(2).log >&2; \
  echo "set-up: this step failed: $(1). Its whole output is in build/log/$(2).log; mend it and run make again." >&2; exit 1; }
endef

.PHONY: help
help: ## List the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 22

.PHONY: run
run: setup ## Set up what is missing, then run everything until Ctrl-C
	@exec $(BIN)/viva up $(ARGS)

.PHONY: demo
demo: setup ## A synthetic candidate takes a whole interview by voice; ARGS=--brief for a short one
	@exec $(BIN)/viva demo $(ARGS)

.PHONY: setup
setup: .venv/packages.stamp build/pages.stamp ## Install packages, build the pages, fetch models and the LiveKit server
	@$(BIN)/viva setup

.PHONY: test
test: setup test-programs ## Set up, then run every test but Compose's
	@cd web/ui && npm run --if-present --silent test
	@# One process more: together they wait about a third of their time.
	@$(BIN)/pytest $(SPREAD) --numprocesses "$$($(BIN)/python -c 'import os; print(os.cpu_count() + 1)')" -m "not call and not compose" $(ARGS)
	@# A call mostly waits for somebody to finish speaking, so two go side by side where nothing is timed by the sound.
	@$(BIN)/pytest $(SPREAD) --numprocesses 2 -m "call and not alone" $(ARGS)
	@$(BIN)/pytest -m "call and alone" $(ARGS)

.PHONY: check
check: .venv/packages.stamp build/pages.stamp test-programs ## Format, lint, types, import contracts, quick tests
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@cd web/ui && npm run --silent lint && npm run --silent typecheck
	@$(BIN)/pytest $(SPREAD) -m "$(QUICK)" $(ARGS)

.PHONY: test-compose
test-compose: .venv/packages.stamp ## Build and start docker-compose.yml from a fresh clone, and have the doctor look at it
	@if ! docker version >/dev/null 2>&1; then \
	  [ -x "$(VIVA_DOCKER_LAB)" ] || { echo "No Docker engine answers here; install Docker with Compose (on Debian: docker.io, and the docker-compose plug-in), start it and run this again." >&2; exit 1; }; \
	  exports="$$($(VIVA_DOCKER_LAB) up)"; eval "$$exports"; trap '$(VIVA_DOCKER_LAB) down' EXIT; \
	  $(VIVA_DOCKER_LAB) base python node postgres livekit; \
	fi; \
	$(BIN)/pytest -m compose $(ARGS) tests/compose

.PHONY: bench
bench: setup test-programs ## Measure the conversation beside a plain pipeline, all goals in one table; ARGS=--quick: a trial
	@$(BIN)/python -m bench $(ARGS)

.PHONY: evals
evals: setup ## Judge labelled lines, hold over sixty rehearsals and measure the interviewer; ARGS=--quick for ten of them
	@$(BIN)/python -m bench.conduct
	@$(BIN)/python -m bench.evals $(ARGS)

.PHONY: bench-scoring
bench-scoring: setup test-programs ## Measure scoring, all goals in one table; ARGS="--graded FILE.csv": answers that people graded, --quick: no model
	@$(BIN)/python -m bench.scoring $(ARGS)

.PHONY: lock
lock: build/lock/bin/uv ## Compile requirements/*.in to pinned, hashed *.txt; ARGS=--upgrade takes newer versions
	@for name in runtime dev; do \
	  build/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	    --no-emit-index-url $(ARGS) requirements/$$name.in -o requirements/$$name.txt; done

.PHONY: clean
clean: ## Remove what set-up, checks and builds left in the tree; models, interviews and recordings stay
	rm -rf .venv build web/ui/dist web/ui/node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

.PHONY: test-programs
test-programs:
	@PATH="$$PATH$$(printf ':%s' /usr/lib/postgresql/*/bin)"; missing=(); for pair in $(TEST_PROGRAMS); do command -v "$${pair%%:*}" >/dev/null || missing+=("$${pair##*:}"); done; \
	[ $${#missing[@]} -eq 0 ] && exit 0; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  echo "set-up: installing $${missing[*]} for the tests"; mkdir -p build/log; \
	  { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$${missing[@]}"; } \
	    >build/log/apt.log 2>&1 || { tail -n 5 build/log/apt.log >&2; echo "set-up: apt-get could not install $${missing[*]}; see build/log/apt.log." >&2; exit 1; }; \
	else echo "The tests need these Debian packages or their like: $${missing[*]}; install them and run make again." >&2; exit 1; fi

# There before its pip is: an environment whose making was cut short would lack that for good.
ifeq ($(wildcard .venv/made.stamp),)
.PHONY: .venv/bin/python
endif
.venv/bin/python:
	@command -v $(PYTHON) >/dev/null || { echo "Python 3.11 or newer is needed; install it, or name it: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed, $(PYTHON) is $$($(PYTHON) -V 2>&1); name a newer one: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	$(call step,making a Python environment in .venv,venv,$(PYTHON) -m venv .venv || { echo "on Debian: apt-get install python3-venv"; rm -rf .venv; exit 1; })
	@touch .venv/made.stamp

.venv/packages.stamp: requirements/dev.txt pyproject.toml | .venv/bin/python
	$(call step,installing the pinned Python packages$(comma) about two minutes the first time,pip,$(BIN)/python -m pip install --disable-pip-version-check --no-input --require-hashes --no-deps -r requirements/dev.txt && $(BIN)/python -m pip install --disable-pip-version-check --no-input --no-index --no-deps --no-build-isolation -e .)
	@touch $@

build/npm.stamp: web/ui/package.json web/ui/package-lock.json
	@command -v node >/dev/null && command -v npm >/dev/null && node -e 'process.exit(process.versions.node.split(".")[0] < 20 ? 1 : 0)' || \
	  { echo "Node 20 or newer with npm is needed to build the pages (found: $$(node -v 2>/dev/null || echo none)); install it and run make again." >&2; exit 1; }
	$(call step,installing the pinned parts of the pages,npm,cd web/ui && npm ci --no-audit --no-fund)
	@touch $@

build/pages.stamp: build/npm.stamp $(UI_SOURCES)
	$(call step,building the pages,pages,cd web/ui && npm run build)
	@touch $@

build/lock/bin/uv:
	$(call step,installing uv,uv,$(PYTHON) -m venv build/lock && build/lock/bin/pip install --disable-pip-version-check uv)

comma := ,
