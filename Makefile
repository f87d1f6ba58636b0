# Grondvlak. `make` alone explains itself; the work is done in scripts/.
.DEFAULT_GOAL := help
.PHONY: help install install-dev run test lint fmt bench lock

VENV := .venv/bin/python

help: ## Laat zien wat er kan
	@echo "Grondvlak: make <doel>"
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  %-9s %s\n", $$1, $$2}' Makefile
	@echo "Instellingen bij 'make run': PORT=8000 GRONDVLAK_DATA=data/"

install: ## Zet de pakketten om Grondvlak te draaien in .venv
	@python=$$(scripts/find-python) && "$$python" scripts/install.py run

install-dev:
	@python=$$(scripts/find-python) && "$$python" scripts/install.py dev

run: install ## Start Grondvlak op deze computer; stoppen met Ctrl-C
	@exec $(VENV) scripts/start.py

test: install-dev ## Controleer alles: stijl, typen, grenzen en alle tests (ARGS="-k woord" kiest)
	@$(VENV) -m scripts.check $(ARGS)

lint: install-dev ## Alleen de controles die geen test zijn
	@$(VENV) -m scripts.check --lint

fmt: install-dev ## Maak de code netjes op
	@$(VENV) -m ruff check --fix --quiet . || true
	@$(VENV) -m ruff format .

bench: install-dev ## Meet snelheid en geheugen, schrijf docs/metingen.md
	@$(VENV) -m scripts.bench

lock: ## Bereken de lijsten met vaste pakketversies opnieuw (locks/)
	@scripts/lock
