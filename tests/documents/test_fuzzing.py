"""
Damaged documents: reading gives a routine without loss, or an error with all problems.

`pytest tests/documents/test_fuzzing.py --documents 1000000 -s` reads a million documents and prints the results.
"""

import json
from collections import Counter
from random import Random

import pytest

from stretchlib import Plan, Routine
from stretchlib.testing import plans, routines

from .damage import damaged, documents
from .verdict import READ, REFUSED, verdict


@pytest.fixture(scope="module", params=[Routine, Plan])
def kind(request):
    return request.param


@pytest.fixture(scope="module")
def number(kind, pytestconfig):
    """
    Return how many documents are read: mostly routines, because plans contain them.
    """
    return pytestconfig.getoption("--documents") // (1 if kind is Routine else 10)


@pytest.fixture(scope="module")
def valid_documents(kind, number):
    return documents(100 + number // 1_000, routines(max_size=2) if kind is Routine else plans())


class TestDamagedDocuments:
    def test_are_read_without_loss_or_refused_with_reasons(self, kind, number, valid_documents):
        """
        A damaged document is read without loss or refused with reasons.
        """
        random = Random(0)
        verdicts, wrong = Counter(), []
        for _ in range(number):
            document = damaged(random, random.choice(valid_documents))
            what = verdict(document, kind)
            verdicts[what if what in (READ, REFUSED) else "wrong"] += 1
            if what not in (READ, REFUSED):
                wrong.append((what, document))
        print(dict(verdicts))

        assert [] == wrong
        assert min(verdicts[READ], verdicts[REFUSED]) > number / 20

    def test_are_valid_before_the_damage(self, kind, valid_documents):
        """
        Without damage, every document is read.
        """
        assert {READ} == {verdict(json.loads(text), kind) for text in valid_documents}
