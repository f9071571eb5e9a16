# The desk's commands. Everything is set up by the first of them that needs it; only Python 3.11, make and git are asked for.
PY ?= $(shell command -v python3.11 || command -v python3 || echo python3.11)
V := .venv
# Test processes side by side; make test N=0 for a single one.
N ?= auto
python := $(V)/bin/python

# Compiled once here: the child that reads a file may write nothing, so it would compile its libraries anew for each file.
define install
	$(python) -m pip install -q "uv>=0.11" && $(V)/bin/uv pip install -q --compile-bytecode --python $(python) --require-hashes -r $(1) \
		|| $(python) -m pip install -q --require-hashes -r $(1)
endef

.PHONY: help run test cover faults soak bench lint format types check screenshots locks clean

help:  ## what can be made here
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

# Debian may lack python3-venv: then a venv without pip, and pip from outside puts one into it.
$(python):
	@$(PY) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "The desk needs Python 3.11: make PY=/path/to/python3.11 …"; exit 1; }
	@echo "making a virtual environment in $(V) …"
	@$(PY) -m venv $(V) || { rm -rf $(V); $(PY) -m venv --without-pip $(V) && pip --python $(python) install -q pip; }

$(V)/.run: requirements.txt | $(python)
	@echo "installing what the desk runs on (once, and after a change of $<) …"
	@$(call install,$<)
	@touch $@

$(V)/.dev: requirements-dev.txt | $(python)
	@echo "installing what its tests need (once, and after a change of $<) …"
	@$(call install,$<)
	@touch $@ $(V)/.run

run: $(V)/.run  ## the whole desk on http://127.0.0.1:8000/ (make run ARGS="--port 8123 --data DIR")
	@exec $(python) manage.py run $(ARGS)

test: $(V)/.dev  ## the tests, on SQLite (DATABASE_URL=postgres://… for PostgreSQL; ARGS="-k name")
	$(python) -m pytest -q -n $(N) --dist worksteal $(ARGS)

cover: $(V)/.dev  ## the tests, and how much of the code they reach; fails below the floor
	$(python) -m pytest -q -n $(N) --dist worksteal --cov --cov-report=term $(ARGS)

faults: $(V)/.dev  ## kill real processes, one line per fault, and "N of 112 survived"
	$(python) -m pytest -q -p tests.faults.report -m "fault or faults" -p no:randomly -n 3 --dist loadgroup --timeout 900 $(ARGS)

soak: $(V)/.dev  ## the long runs: hours, not minutes
	$(python) -m pytest -q -p tests.faults.report -m soak -p no:randomly --timeout 0 tests/faults/test_soak.py tests/faults/test_soak_intake.py $(ARGS)
	DESK_MACHINE=2000,50 TAMPERINGS=1000 $(python) -m pytest -q -p no:randomly --timeout 0 tests/review/test_machine.py tests/record/test_tampering.py

bench: $(V)/.dev  ## every benchmark: figure, yardstick, ratio
	$(python) -m benchmarks

lint: $(V)/.dev  ## format, lint and the directions of import
	$(V)/bin/ruff format --check .
	$(V)/bin/ruff check .
	$(V)/bin/lint-imports

format: $(V)/.dev  ## put into shape whatever can be
	$(V)/bin/ruff format .
	$(V)/bin/ruff check --fix .

types: $(V)/.dev  ## mypy, strict
	$(V)/bin/mypy .

check: lint types  ## all checks that need no test run
	$(python) manage.py makemigrations --check --dry-run
	PRODUCTION=1 PUBLIC_ADDRESS=https://desk.example.org EMAIL_HOST=mail.example.org SECRET_KEY=$$($(python) -c 'import secrets; print(secrets.token_urlsafe(64))') \
		$(python) manage.py check --deploy --fail-level WARNING

screenshots: $(V)/.dev  ## the pictures in docs/screenshots, by headless Chromium
	PICTURES=docs/screenshots $(python) -m pytest -q -m e2e tests/e2e/test_pictures.py $(ARGS)

locks: $(V)/.dev  ## resolve the locks anew; uv's output holds no host name
	for name in requirements requirements-dev requirements-training; do \
		$(V)/bin/uv pip compile -q --universal --generate-hashes --no-header --no-annotate --python-version 3.11 \
			$$name.in -o $$name.txt; done

clean:  ## forget caches and the virtual environment, never the data folder
	rm -rf $(V) .mypy_cache .ruff_cache .import_linter_cache .hypothesis htmlcov .coverage
