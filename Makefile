PYTHON ?= python3
PORT ?= 8000
export BASE_URL ?= http://127.0.0.1:$(PORT)
BIN = .venv/bin

.PHONY: demo serve test lint

demo: .venv/installed  ## the example lab, served at http://127.0.0.1:$(PORT)
	$(BIN)/python manage.py demo
	$(BIN)/python manage.py serve --port $(PORT)

serve: .venv/installed  ## whatever is in the database, served as it should be
	$(BIN)/python manage.py serve --port $(PORT)

test: .venv/installed-dev  ## the whole suite
	$(BIN)/python -m pytest

lint: .venv/installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(BIN)/python manage.py makemigrations --check --dry-run

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/installed: requirements.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.txt
	touch $@

# The development set holds the base set, pinned alike.
.venv/installed-dev: requirements-dev.txt .venv/installed
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.txt
	touch $@
