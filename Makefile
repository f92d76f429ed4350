# Targets for developers. Each target first installs what it needs into .venv.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
DATA ?= ../shared/data

# A worker that has finished takes over tests of another. Each uses one thread, because several
# threads would wait for busy cores.
PYTEST := OMP_NUM_THREADS=1 PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -n auto --dist worksteal

.PHONY: run test pytest test-random check lint bench bench-peers crash-test power-test fuzz mutants model screenshots sizes translations site packages packages-check clean

run: $(VENV)/.app
	$(BIN)/python -m desktop_app

# Lint runs beside the tests, which often wait.
test: $(VENV)/.dev
	$(MAKE) --no-print-directory --jobs 2 lint pytest

pytest: $(VENV)/.dev
	$(PYTEST)

# In random order. The seed is printed first; 'make test-random SEED=1234' repeats a run.
test-random: $(VENV)/.dev
	$(PYTEST) -p randomly --randomly-seed=$(or $(SEED),default)

check: lint
	$(PYTEST) -m "not slow and not e2e and not data"

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.dev
	$(BIN)/python -m tests.bench

# Other programs and libraries beside Lookalike, in an environment of their own (torch included): about an hour on two
# idle cores, and 8 GB in the folder for temporary files. 'make bench-peers PEERS="--count 20 --vectors 20000"' is a try, --write updates docs.
bench-peers: build/peers/.installed
	build/peers/venv/bin/python -m tests.peers $(PEERS)

build/peers/.installed: pyproject.toml | $(VENV)/bin/python
	test -x build/peers/venv/bin/python || $(BIN)/python -m venv build/peers/venv
	build/peers/venv/bin/python -m pip install --quiet --no-compile --editable .
	build/peers/venv/bin/python -m tests.peers.installation
	touch $@

# kill -9 at 500 moments of all kinds of work; 'make crash-test KILLS=50 SEED=7' kills at others, and less often.
crash-test: $(VENV)/.dev
	OMP_NUM_THREADS=1 $(BIN)/python -m tests.crash --kills $(or $(KILLS),500) --seed $(or $(SEED),0)

# The power of a disk fails at 50 moments of indexing, moves, renames and a change of the model. Needs root, for loop devices.
power-test: $(VENV)/.dev
	OMP_NUM_THREADS=1 $(BIN)/python -m tests.crash.power --cuts $(or $(CUTS),50) --seed $(or $(SEED),0)

# Broken pictures; TARGET is what else is broken: libraries, bundles, settings or messages. The seed is printed at
# the end; 'make fuzz COUNT=2000 SEED=7' tries others, and fewer.
fuzz: $(VENV)/.dev
	OMP_NUM_THREADS=1 $(BIN)/python -m tests.fuzz --target $(or $(TARGET),pictures) \
		--count $(or $(COUNT),100000) --seed $(or $(SEED),0)

model: $(VENV)/.dev
	OMP_NUM_THREADS=1 $(BIN)/torchrun --nproc-per-node auto \
		-m training train --data $(DATA) --out resources/model
	OMP_NUM_THREADS=1 $(BIN)/python -m training words --data $(DATA) --out resources/words

# Change the modules that differ from main in one place at a time, and count the changes that tests
# notice. Others: make mutants MODULES="desktop_app/core --most 8" (8 changes in each room).
mutants: $(VENV)/.dev
	$(BIN)/python -m pip install --quiet --no-compile --editable ".[mutants]"
	$(BIN)/python -m tests.mutants $(MODULES)

screenshots: $(VENV)/.dev
	$(BIN)/python packaging/screenshot.py
	$(BIN)/python packaging/animated_walk.py

# Print the sizes of files, functions and classes (tests/test_sizes.py has the limits).
sizes: $(VENV)/.dev
	$(BIN)/python -m tests.sizes

# Collect the window's texts, and compile their translations (docs/translating.md).
translations: $(VENV)/.dev
	$(BIN)/python packaging/translations.py

# The documents as a site in build/site, which needs no server and no network (docs/packaging.md).
site: $(VENV)/.app
	$(BIN)/python -m pip install --quiet --no-compile --editable ".[docs]"
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet --strict --config-file packaging/mkdocs.yml

# Packages for Linux with all that they need, in build/packages (docs/packaging.md). Takes a quarter of an hour.
packages: $(VENV)/.dev
	rm -rf build/packages/wheel
	$(BIN)/python packaging/distributions.py build/packages/wheel
	test -d build/packages/venv || $(BIN)/python -m venv build/packages/venv
	build/packages/venv/bin/python -m pip install --quiet --force-reinstall --no-deps build/packages/wheel/*.whl
	build/packages/venv/bin/python -m pip install --quiet "$$(ls build/packages/wheel/*.whl)[packages]"
	build/packages/venv/bin/python packaging/packages.py build/packages

# Install each package in a Debian without Python, and use it. Needs root, debootstrap, bwrap and Xvfb.
packages-check:
	build/packages/venv/bin/python packaging/packages_check.py build/packages
	build/packages/venv/bin/python packaging/start_times.py build/packages/tree/bin/lookalike

# The application without torch. Installed again when the requirements change.
$(VENV)/.app: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

# Not compiled to bytecode, since most modules of torch are never imported.
$(VENV)/.dev: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --no-compile --editable ".[dev,train]"
	touch $@ $(VENV)/.app

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Lookalike needs Python 3.11 or newer. To choose another Python, run 'make PYTHON=python3.12 ...'."; exit 1; }
	@$(PYTHON) -m venv $(VENV) \
		|| { rm -rf $(VENV); echo "Python cannot create virtual environments. Run 'sudo apt install python3-venv' and try again."; exit 1; }

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
