# Thin calls of `python -m build_scripts`: without make, use those (see README.md).
# Another Python: make site PYTHON=python3.12 · Arguments: make check ARGS="content/claims"

PYTHON ?= python3
ARGS ?=

ifeq ($(OS),Windows_NT)
VENV_PYTHON = .venv/Scripts/python.exe
else
VENV_PYTHON = .venv/bin/python
endif

.DEFAULT_GOAL := help
.PHONY: help site check serve test clean lock environment environment-dev

help:
	@echo "make site    build the site into build/site; begins with the environment"
	@echo "make check   report every problem of the content, build nothing"
	@echo "make serve   show the site while you edit it"
	@echo "make test    style, types and all tests"
	@echo "make lock    renew the lock files (make lock ARGS=--upgrade: to newest releases)"
	@echo "make clean   remove what was built; keeps the environment"

site: environment
	@$(VENV_PYTHON) -m build_scripts site $(ARGS)

check: environment
	@$(VENV_PYTHON) -m build_scripts check $(ARGS)

serve: environment
	@$(VENV_PYTHON) -m build_scripts serve $(ARGS)

test: environment-dev
	@$(VENV_PYTHON) -m build_scripts.suite $(ARGS)

COMPILE = $(VENV_PYTHON) -m uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --custom-compile-command "make lock" $(ARGS)

lock: environment-dev
	@$(COMPILE) --group build --output-file requirements.lock
	@$(COMPILE) --group dev --constraints requirements.lock --output-file requirements-dev.lock

clean:
	@rm -rf build .cache .ruff_cache .pytest_cache .mypy_cache .hypothesis

environment:
	@$(PYTHON) -m build_scripts.environment

environment-dev:
	@$(PYTHON) -m build_scripts.environment --dev
