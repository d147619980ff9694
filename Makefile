# The portal's commands. `make` lists them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
HOST ?= 127.0.0.1
MANAGE := $(BIN)/python manage.py

.DEFAULT_GOAL := help
.PHONY: help run test coverage test-postgres lint types check bench-search crawl browser messages requirements clean-demo

help: ## List the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

$(VENV)/base.stamp: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed; say PYTHON=/path/to/python3.11"; exit 1; }
	@test -x $(BIN)/pip || $(PYTHON) -m venv $(VENV) \
		|| { rm -rf $(VENV); echo "Could not make $(VENV). On Debian: sudo apt install python3-venv"; exit 1; }
	@echo "Installing the locked requirements (once)…"
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/development.stamp: $(VENV)/base.stamp requirements/development.txt
	@echo "Installing the tools for tests (once)…"
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/development.txt
	@touch $@

# Compiled message catalogues are made, not committed.
LOCALE_PO := $(wildcard locale/*/LC_MESSAGES/*.po locale_wagtail/*/LC_MESSAGES/*.po)
LOCALE_MO := $(LOCALE_PO:.po=.mo)
%.mo: %.po $(VENV)/base.stamp
	@$(BIN)/python -c 'import sys, polib; polib.pofile(sys.argv[1]).save_as_mofile(sys.argv[2])' $< $@

run: $(VENV)/base.stamp $(LOCALE_MO) ## Install, migrate, build the demo province on first use, serve http://127.0.0.1:8000/
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) build_demo
	@echo "Open http://$(HOST):$(PORT)/ — the editors' door is http://$(HOST):$(PORT)/admin/ (Ctrl+C stops)"
	@$(MANAGE) runserver $(HOST):$(PORT)

test: $(VENV)/development.stamp $(LOCALE_MO) ## Run the tests on SQLite
	@$(BIN)/pytest -q -n auto --dist loadfile

coverage: $(VENV)/development.stamp $(LOCALE_MO) ## The same with branch coverage and its bar (on TEST_DATABASE_URL if set)
	@$(BIN)/pytest -q -n auto --dist loadfile --cov --cov-report=term

test-postgres: $(VENV)/development.stamp $(LOCALE_MO) ## Run the tests on PostgreSQL (TEST_DATABASE_URL=postgres://…)
	@test -n "$$TEST_DATABASE_URL" || { echo "Set TEST_DATABASE_URL=postgres://user@host/name"; exit 1; }
	@$(BIN)/pytest -q -n auto --dist loadfile

browser: $(VENV)/development.stamp $(LOCALE_MO) ## Run the browser tests (needs Debian's chromium)
	@$(BIN)/pytest -q -m browser

lint: $(VENV)/development.stamp ## Check style: ruff, djlint
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/djlint --quiet --lint templates

types: $(VENV)/development.stamp ## Check types: mypy
	@DJANGO_SETTINGS_MODULE=portal.settings.test $(BIN)/mypy .

check: $(VENV)/development.stamp $(LOCALE_MO) ## Django's checks, migrations, deployment
	@$(MANAGE) check --fail-level WARNING
	@$(MANAGE) makemigrations --check --dry-run
	@DJANGO_SETTINGS_MODULE=portal.settings.production \
		SECRET_KEY=$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(60))') \
		ALLOWED_HOSTS=songmay.example PORTAL_BASE_URL=https://songmay.example DATABASE_URL=sqlite://:memory: \
		$(BIN)/python manage.py check --deploy --fail-level WARNING

bench-search: $(VENV)/development.stamp ## Measure the search (SIZES=1000,10000; on TEST_DATABASE_URL if set)
	@$(BIN)/python -m tests.bench.search

crawl: $(VENV)/development.stamp $(LOCALE_MO) ## Build the demo in a scratch folder and visit every page of it
	@$(BIN)/python -m tests.crawl --save var/html

messages: $(VENV)/development.stamp ## Collect source strings into locale/ (needs gettext)
	@$(BIN)/python manage.py makemessages --locale vi --ignore .venv --ignore var --no-wrap --add-location file

requirements: $(VENV)/development.stamp ## Compile the locked requirements from requirements/*.in
	@for name in base production development; do \
		out=requirements/$$name.txt; test $$name = base && out=requirements.txt; \
		$(BIN)/uv pip compile --quiet --python-version 3.11 --generate-hashes --no-strip-extras --no-emit-index-url \
			--custom-compile-command "make requirements" --output-file $$out requirements/$$name.in || exit 1; \
	done

clean-demo: $(VENV)/base.stamp ## Remove the demo province
	@$(MANAGE) remove_demo
