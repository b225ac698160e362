# Two commands for a newcomer: `make demo` and `make test`. Both set everything up first;
# a second run finds it done. `make help` lists the rest.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ARGS ?=
# A faster drop-in for pip where it is installed; the same locked, hashed files either way.
INSTALL := $(if $(shell command -v uv),uv pip install --python $(BIN)/python,$(BIN)/python -m pip install --quiet --disable-pip-version-check)

.DEFAULT_GOAL := help
.PHONY: help demo test check format screenshots bench lock clean

help: ## List the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Nusqa needs Python 3.11 or newer; name one with: make PYTHON=python3.12 ..."; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime: $(BIN)/python requirements.lock pyproject.toml
	$(INSTALL) --require-hashes -r requirements.lock
	$(INSTALL) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.runtime requirements-dev.lock
	$(INSTALL) --require-hashes -r requirements-dev.lock
	@touch $@

demo: $(VENV)/.runtime ## Crawl the bundled sample registry and serve it on http://127.0.0.1:8000
	$(BIN)/nusqa demo $(ARGS)

test: check ## Check the code and run every test (ARGS goes to pytest)
	@$(BIN)/python -m tests.prepare
	$(BIN)/pytest -n auto $(ARGS)

check: $(VENV)/.dev ## Lint, types and the layer rule, without the tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mypy

format: $(VENV)/.dev ## Format and fix what ruff can
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

screenshots: $(VENV)/.dev ## Take pictures of every page into var/screenshots (ARGS: names of pages)
	@$(BIN)/python -m tests.prepare
	$(BIN)/python -m tests.browser.screenshots var/screenshots $(ARGS)

bench: $(VENV)/.dev ## Measure the figures in benchmarks/
	$(BIN)/python -m benchmarks $(ARGS)

lock: ## Write the lock files anew (needs uv)
	uv pip compile pyproject.toml --group build --universal --python-version 3.11 --generate-hashes \
		--no-header --no-annotate --no-emit-index-url --no-emit-find-links --quiet -o requirements.lock
	uv pip compile pyproject.toml --extra fast --group build --group dev --constraint requirements.lock \
		--universal --python-version 3.11 --generate-hashes \
		--no-header --no-annotate --no-emit-index-url --no-emit-find-links --quiet -o requirements-dev.lock

clean: ## Remove the virtual environment and the caches (never the data folder)
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
