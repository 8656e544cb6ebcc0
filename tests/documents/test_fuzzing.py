"""
Whatever is read, a routine comes out that loses nothing, or an error that tells every problem.

`pytest tests/documents/test_fuzzing.py --documents 1000000 -s` reads a million documents and tells what became of them.
"""

import json
from collections import Counter
from random import Random

import pytest

from .damage import damaged, documents
from .verdict import READ, REFUSED, verdict


@pytest.fixture(scope="module")
def valid_documents(pytestconfig):
    return documents(100 + pytestconfig.getoption("--documents") // 1_000)


class TestDamagedDocuments:
    def test_are_read_without_loss_or_refused_with_reasons(self, valid_documents, pytestconfig):
        """
        A damaged document is read without loss or refused with reasons.
        """
        random = Random(0)
        number = pytestconfig.getoption("--documents")
        verdicts, wrong = Counter(), []
        for _ in range(number):
            document = damaged(random, random.choice(valid_documents))
            what = verdict(document)
            verdicts[what if what in (READ, REFUSED) else "wrong"] += 1
            if what not in (READ, REFUSED):
                wrong.append((what, document))
        print(dict(verdicts))

        assert [] == wrong
        assert min(verdicts[READ], verdicts[REFUSED]) > number / 20

    def test_are_valid_before_the_damage(self, valid_documents):
        """
        Without damage, every document is read.
        """
        assert {READ} == {verdict(json.loads(text)) for text in valid_documents}
