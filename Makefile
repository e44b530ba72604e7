# make run    opens flipchart          make install   lets you type flipchart in any terminal
# make test   everything that must hold before a change lands
# make bench  figures beside their references          make pictures   the README's pictures of real screens
# make soak   sessions at real terminals, one killed     make hostile    what a hostile hall does, at length
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
# a path, not an import hook, which would cost every start a tenth of its time
EDITABLE := --config-settings editable_mode=compat -e

# where people's own commands lie
COMMANDS ?= $(HOME)/.local/bin
LINK := $(COMMANDS)/flipchart
OURS := $(CURDIR)/$(BIN)/flipchart

.PHONY: run install test lint bench soak hostile pictures clean

run: .venv/run-installed
	@$(BIN)/flipchart

install: .venv/run-installed
	@if [ -e "$(LINK)" ] && [ "$$(readlink "$(LINK)")" != "$(OURS)" ]; then \
	  echo "There is another flipchart at $(LINK). Remove it first, then make install again."; exit 2; fi
	@mkdir -p "$(COMMANDS)" && ln -sf "$(OURS)" "$(LINK)"
	@case ":$$PATH:" in \
	  *":$(COMMANDS):"*) echo "Now type flipchart in any terminal." ;; \
	  *) echo "Now add this line to ~/.profile (on a Mac: ~/.zprofile), log in again, and type flipchart in any terminal:"; \
	     echo '  export PATH="$(COMMANDS):$$PATH"' ;; esac

test: .venv/test-installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n auto

bench: .venv/bench-installed
	$(BIN)/python -m tests.benchmarks

soak: .venv/test-installed
	$(BIN)/python -m tests.soak
	$(BIN)/python -m tests.soak.programmes

hostile: .venv/test-installed
	$(BIN)/python -m tests.hostile

pictures: .venv/test-installed
	$(BIN)/python -m tests.pictures

.venv/run-installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(PIP) install -q -c constraints.txt $(EDITABLE) .
	@touch $@

.venv/test-installed: .venv/run-installed
	$(PIP) install -q -c constraints.txt $(EDITABLE) '.[test]'
	@touch $@

.venv/bench-installed: .venv/test-installed
	$(PIP) install -q -c constraints.txt $(EDITABLE) '.[test,bench]'
	@touch $@

clean:
	@if [ "$$(readlink "$(LINK)")" = "$(OURS)" ]; then rm "$(LINK)"; fi
	rm -rf .venv build *.egg-info
