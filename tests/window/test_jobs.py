"""Work beside the window ends when the window does."""

import threading

from kb_app.jobs import Latest


def test_an_answer_in_work_is_told_that_nobody_waits_for_it(qapp):
    begun = threading.Event()

    def answer(_question):
        begun.set()
        while not latest.is_overtaken():
            pass
        return "what was found so far"

    latest = Latest(answer)
    latest.ask("one")
    assert begun.wait(30)
    begun.clear()
    latest.ask("two")
    assert begun.wait(30)
    latest.close()
