# make run · make test · make bench: each needs Python ≥ 3.11 and nothing else set up.

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
	command -v $$p >/dev/null && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$p && break; done)
BIN := .venv/bin

unexport PYTHONDONTWRITEBYTECODE # else every start compiles everything anew, and takes a third longer

PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: run test lint types suite bench bench-large promises soak replicas broadcast clean

run: .venv/installed
	@$(BIN)/loyalty run

test: lint
	@$(MAKE) --no-print-directory --jobs=2 types suite # at once: else a core would often be idle

lint: .venv/installed-for-tests
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/lint-imports

types: .venv/installed-for-tests
	$(BIN)/mypy

suite: .venv/collected
	$(BIN)/pytest -n 3 --dist worksteal

bench: .venv/installed-for-bench
	$(BIN)/python -m tests.benchmarks

promises: .venv/installed-for-tests
	$(BIN)/python -m tests.promises

soak: .venv/installed-for-tests
	$(BIN)/python -m tests.simulation soak $(MINUTES)

# A broadcast to ten thousand (or MEMBERS=…) while processes die, channels flood and people block us.
broadcast: .venv/installed-for-tests
	BROADCAST_MEMBERS=$(or $(MEMBERS),10000) $(BIN)/pytest -n0 -q --timeout=0 --durations=2 \
		tests/bot/delivery/test_broadcasts.py -k kills

bench-large: .venv/installed-for-tests
	$(BIN)/python -m tests.benchmarks large

replicas: .venv/installed-for-tests
	$(BIN)/pytest -n0 -s -v tests/stories/replicas.py

clean:
	rm -rf .venv

# An old pip takes three times as long; it is no matter if there is no newer one to be had.
.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Loyalty Bot needs Python 3.11 or newer: install it, then try again."; exit 2; }
	@$(PYTHON) -m venv .venv
	-@$(PIP) --upgrade pip

.venv/installed: pyproject.toml | .venv/bin/python
	@echo "Installing into .venv (about a minute, once) …"
	@$(PIP) --editable .
	@touch $@

# Not compiled: half of it is never imported.
.venv/installed-for-tests: pyproject.toml | .venv/bin/python
	@echo "Installing into .venv what the tests need (half a minute, once) …"
	@$(PIP) --no-compile --editable '.[dev]'
	@touch .venv/installed $@

.venv/installed-for-bench: pyproject.toml .venv/installed-for-tests
	@echo "Installing what it is measured against …"
	@$(PIP) --editable '.[dev,peers]'
	@touch $@

# What the tests import is compiled here once, instead of by each of pytest's processes at once.
.venv/collected: .venv/installed-for-tests
	@$(BIN)/pytest --collect-only -qq >$@ 2>&1 || true # the tests will say what is wrong
