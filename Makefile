# Everything a person or a machine does with this checkout. `make help` lists it.

VENV := .venv
PYTHON := $(VENV)/bin/python
# A step that takes long says so first; pip itself only speaks up when something is wrong.
PIP := $(PYTHON) -m pip --quiet --disable-pip-version-check
INSTALL := $(PIP) install --require-hashes -r
ARGS ?=

# What production sets; the checks need no running server.
DEPLOYED := SECRET_KEY=$$($(PYTHON) -c 'import secrets; print(secrets.token_urlsafe(50))') \
	DATABASE_URL=postgres://factcheck@localhost/factcheck REDIS_URL=redis://localhost/0 \
	BEHIND_TLS=yes ALLOWED_HOSTS=desk.example DJANGO_SETTINGS_MODULE=factcheck.settings

.DEFAULT_GOAL := help
.PHONY: help setup run test check bench lock schema

help:  ## list the targets
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:[^#]*## */\t/' | expand -t 10

$(VENV)/created:
	@python=$$(command -v python3.11 || command -v python3 || true); \
	if [ -z "$$python" ] || ! "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then \
		echo "This needs Python 3.11 or later$${python:+; $$python is $$($$python --version 2>&1)}." >&2; exit 1; fi; \
	echo "Making $(VENV) with $$($$python --version)"; \
	"$$python" -m venv $(VENV) || { \
		echo "Python's venv module is missing; on Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	@touch $@

$(VENV)/base: requirements/base.txt | $(VENV)/created
	@echo "Installing what the product needs (a minute or two the first time)"
	@$(INSTALL) $<
	@touch $@

$(VENV)/dev: requirements/dev.txt | $(VENV)/created
	@echo "Installing what the product, the checks and the tests need (a minute or two the first time)"
	@$(INSTALL) $<
	@touch $@ $(VENV)/base

$(VENV)/bench: requirements/bench.txt | $(VENV)/dev
	@echo "Installing what the benchmarks compare with"
	@$(INSTALL) $<
	@touch $@

setup: $(VENV)/dev  ## make .venv with everything for development

run: $(VENV)/base  ## run the workbench; flags in ARGS, as in ARGS='--port 8001'
	@exec $(PYTHON) manage.py workbench $(ARGS)

test: $(VENV)/dev  ## run the tests on servers of their own
	$(PYTHON) -m pytest -n 3 --dist worksteal $(ARGS)

check: $(VENV)/dev  ## style, types, layers, migrations, deployment settings
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports
	$(DEPLOYED) $(PYTHON) -W ignore::RuntimeWarning manage.py makemigrations --check --dry-run
	$(DEPLOYED) $(PYTHON) manage.py check --deploy --fail-level WARNING

bench: $(VENV)/bench  ## measure accuracy and speed
	$(PYTHON) -m bench $(ARGS)

schema: $(VENV)/dev  ## store the description of the API anew, as tests hold it against the old one
	$(PYTHON) manage.py spectacular --validate --fail-on-warn --file docs/openapi.yaml

lock: $(VENV)/created  ## resolve requirements/*.in anew
	@$(PIP) install uv
	@for name in base dev bench; do \
		$(PYTHON) -m uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --no-strip-extras \
			--upgrade --python-version 3.11 requirements/$$name.in -o requirements/$$name.txt; done
