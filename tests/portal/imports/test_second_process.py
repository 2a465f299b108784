import os

import pytest

from portal.imports import second_process
from portal.imports.second_process import shared


def work(name, chunks):
    task = f"tests.portal.imports.work_on_chunks:{name}"
    return shared(task, ((number, os.getpid()) for number in range(chunks)), 4)


@pytest.fixture(autouse=True)
def two_processors(monkeypatch):
    monkeypatch.setattr(second_process, "processors", lambda: 2)


def test_chunks_come_in_their_order_whoever_did_them():
    assert list(work("number", 40)) == list(range(40))


def test_both_processes_do_their_part():
    assert len(set(work("process", 60))) == 2


def test_few_chunks_and_one_processor_need_no_second_process(monkeypatch):
    monkeypatch.setattr(second_process, "SecondProcess", None)
    few = list(work("number", second_process.ALONE))
    monkeypatch.setattr(second_process, "processors", lambda: 1)

    assert (few, list(work("number", 9))) == ([0, 1], list(range(9)))


def test_what_a_dead_process_leaves_is_done_here():
    assert list(work("deadly", 20)) == list(range(20))


def test_process_that_never_answers_is_given_up(monkeypatch):
    monkeypatch.setattr(second_process, "MOST_SECONDS", 0.5)

    assert list(work("endless", 12)) == list(range(12))


def test_fault_in_the_work_is_raised_here():
    with pytest.raises(ValueError, match="Five"):
        list(work("faulty", 9))


def test_chunks_are_taken_only_so_far_ahead():
    taken = []
    task = "tests.portal.imports.work_on_chunks:number"
    done = shared(task, ((taken.append(n), os.getpid()) for n in range(90)), 4)

    for _ in range(10):
        next(done)

    assert len(taken) <= 10 + 4


def test_process_ends_with_who_has_enough(monkeypatch):
    begun = []
    begin = second_process.SecondProcess

    def remembered(*arguments):
        begun.append(begin(*arguments))
        return begun[-1]

    monkeypatch.setattr(second_process, "SecondProcess", remembered)
    done = work("number", 90)
    for _ in range(5):
        next(done)
    done.close()

    assert begun[0]._process.returncode is not None
