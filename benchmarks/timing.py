"""Time of a call: by the clock, and of the processor, which other work disturbs least."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

WARM, ASKED = 20, 120  # questions that warm an engine up, questions that are timed


def timed(call: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    """Milliseconds of one call."""
    started = clock()
    call()
    return (clock() - started) * 1000


def worked(call: Callable[[], object]) -> float:
    """Milliseconds of processor time of one call, all threads of this process together."""
    return timed(call, time.process_time)


def each(call: Callable[[Any], object], asked: Sequence[Any]) -> list[float]:
    """Milliseconds of a call for each question but the first, which warm it up."""
    for question in asked[:WARM]:
        call(question)
    return [worked(lambda q=question: call(q)) for question in asked[WARM:]]


@dataclass
class Measured:
    """Milliseconds (medians and 95th percentiles), seconds and megabytes of one engine."""

    name: str
    p50: dict[str, float] = field(default_factory=dict)
    p95: dict[str, float] = field(default_factory=dict)
    once: dict[str, float] = field(default_factory=dict)

    def take(self, key: str, times: Sequence[float]) -> None:
        kept = sorted(times)
        self.p50[key] = statistics.median(kept)
        self.p95[key] = kept[min(len(kept) - 1, int(0.95 * len(kept)))]
