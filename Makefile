# Needs Python 3.11 or later and make. Everything else goes into $(VENV), which is made on demand.
#   make check VENV=.venv-3.13 PYTHON=python3.13     the same checks on another Python
#   make run ARGS="run first-session"                any command of the program

PYTHON ?= python3
VENV ?= .venv
ARGS ?=

BIN := $(VENV)/bin
# Two workers. With loadgroup one of them runs all slow tests, so that no two of these run at once.
PARALLEL := --numprocesses 2 --dist
# The quick tests wait for a fifth of their time, so a third worker shortens them on two cores.
QUICK := --numprocesses 3 --dist worksteal -m "not slow"
LONG := benchmarks/chaos.py benchmarks/long_session.py
PIP := $(BIN)/python -m pip --disable-pip-version-check
RUNTIME := $(VENV)/.runtime-synced
DEV := $(VENV)/.dev-synced

# Where this is set, every process that a test starts would compile the program anew.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help run test check laws slow format screenshots sounds benchmarks chaos clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(RUNTIME) ## Open Benchside (ARGS="list" for another command)
	@$(BIN)/benchside $(ARGS)

test: $(DEV) ## Run the tests (ARGS="-k ramp" for some of them)
	@$(BIN)/python -m pytest $(or $(ARGS), $(PARALLEL) loadgroup)

slow: $(DEV) ## Run the tests that make check leaves out: they need real time
	@$(BIN)/python -m pytest -m slow $(ARGS)

laws: $(DEV) ## Hold the laws of the runner to more random sessions than make check does
	@EXAMPLES=200 $(BIN)/python -m pytest $(PARALLEL) worksteal tests/properties $(ARGS)

check: $(DEV) ## Format, lint, types, import contracts, quick tests: what a change has to pass
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/python -m pytest $(QUICK)

format: $(DEV) ## Format the code and mend what the linter can mend
	@$(BIN)/ruff check --fix-only .
	@$(BIN)/ruff format .

screenshots: $(DEV) ## Make the pictures of docs/pictures again
	@$(BIN)/python scripts/make_screenshots.py $(ARGS)

sounds: $(DEV) ## Make the cue sounds of sounds/ again
	@$(BIN)/python scripts/make_sounds.py $(ARGS)

benchmarks: $(DEV) ## Measure what the README claims about speed
	@set -e; for script in $(filter-out $(LONG), $(wildcard benchmarks/[a-z]*.py)); do echo "== $$script"; $(BIN)/python "$$script"; done

chaos: $(DEV) ## Kill sessions, cut the power, fill the disk: about half an hour (ARGS="--quick")
	@$(BIN)/python benchmarks/chaos.py $(ARGS)

clean: ## Remove what the other targets made, but no virtual environment
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find src tests scripts benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamps live inside the environment: without it they are gone too, and a changed pyproject.toml
# brings an existing one up to date.

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or later is needed; name one: make PYTHON=python3.12 ..." >&2; exit 1; }
	@echo "making $(VENV)"
	@$(PYTHON) -m venv $(VENV) || { rm -f $@; exit 1; }

$(RUNTIME): pyproject.toml | $(BIN)/python
	@$(PIP) install --quiet --upgrade "pip>=25.1"
	@$(PIP) install --quiet --editable .
	@touch $@

$(DEV): pyproject.toml | $(BIN)/python
	@$(PIP) install --quiet --upgrade "pip>=25.1"
	@$(PIP) install --quiet --group dev --editable .
	@touch $@ $(RUNTIME)
