# One command each; `just` alone runs what is quick.

bin := ".venv/bin"

default: lint types test

# A fresh environment with all that development needs.
install:
    python3 -m venv .venv
    {{bin}}/pip install -q -U pip
    {{bin}}/pip install -q -e . --group dev

test *arguments:
    {{bin}}/python -m pytest -q {{arguments}}

coverage:
    {{bin}}/coverage run -m pytest -q
    {{bin}}/coverage report

lint:
    {{bin}}/ruff check
    {{bin}}/ruff format --check

types:
    {{bin}}/mypy
    {{bin}}/pyright --pythonpath {{bin}}/python

docs:
    {{bin}}/sphinx-build -n -W --keep-going docs docs/_build/html

benchmarks:
    {{bin}}/python -m pytest tests/benchmarks

# Break the code on purpose, line by line, and see whether a test notices; takes hours.
mutation module:
    {{bin}}/cosmic-ray init tests/mutation/{{module}}.toml {{module}}.sqlite
    {{bin}}/cr-filter-operators {{module}}.sqlite tests/mutation/{{module}}.toml
    {{bin}}/cosmic-ray exec tests/mutation/{{module}}.toml {{module}}.sqlite
    {{bin}}/cr-report {{module}}.sqlite --show-pending

# All that must pass before a change lands.
ci:
    .ci/run
