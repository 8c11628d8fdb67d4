"""Twelve prices from a slow service. How many calls are in flight, and what does an error stop?"""

import asyncio
import time
import warnings

import ways

ARTICLES = range(1, 13)


class Service:
    """Takes 0.2 s for a price, and half as long to say that it has none."""

    def __init__(self, without_price=None):
        self.without_price = without_price
        self.begun = self.in_flight = self.peak = self.answered = self.cancelled = 0

    async def price(self, article):
        self.begun += 1
        self.in_flight += 1
        self.peak = max(self.peak, self.in_flight)
        try:
            await asyncio.sleep(0.1)
            if article == self.without_price:
                raise LookupError(article)
            await asyncio.sleep(0.1)
            self.answered += 1
        except asyncio.CancelledError:
            self.cancelled += 1
            raise
        finally:
            self.in_flight -= 1


async def main():
    print(f"{len(ARTICLES)} prices, 0.2 s each, on one thread.\n")
    print(f"{'':24}{'begun':>6}{'in flight at most':>19}{'answered':>10}")
    for name, way in [
        ("one by one", ways.one_by_one),
        ("gather", ways.all_at_once),
        ("gather, Semaphore(4)", ways.at_most_four),
        ("TaskGroup", ways.in_a_task_group),
        ("called, not awaited", ways.forgotten_await),
    ]:
        service = Service()
        began = time.monotonic()
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            await way(service.price, ARTICLES)
        seconds = time.monotonic() - began
        print(
            f"{name:24}{service.begun:6}{service.peak:19}{service.answered:10}"
            f"   after about {seconds:.1f} s"
        )
    print(f"  {len(caught)} times: {caught[0].message}")

    print("\nThe same, but there is no price of article 3.\n")
    print(f"{'':24}{'when the error arrives':^26}     a second later")
    print(f"{'':24}{'begun':>7}{'answered':>10}{'begun':>13}{'answered':>10}{'cancelled':>11}")
    for name, way in [
        ("one by one", ways.one_by_one),
        ("gather", ways.all_at_once),
        ("gather, Semaphore(4)", ways.at_most_four),
        ("TaskGroup", ways.in_a_task_group),
    ]:
        service = Service(without_price=3)
        try:
            await way(service.price, ARTICLES)
        except* LookupError:
            print(f"{name:24}{service.begun:7}{service.answered:10}", end="")
        await asyncio.sleep(1)
        print(f"{service.begun:13}{service.answered:10}{service.cancelled:11}")


asyncio.run(main())
