"""Two threads add 1 to one number. How many additions are missing in the end?"""

import dis
import sys
import threading
import time

sys.setswitchinterval(1e-6)  # the threads take turns as often as CPython lets them


class Counter:
    value = 0


counter = Counter()
lock = threading.Lock()
both_have_read = threading.Barrier(2)


def plus_equals():
    counter.value += 1


def read_io_write():
    seen = counter.value
    time.sleep(0)  # as any query, log line or HTTP call would, it lets others go on
    counter.value = seen + 1


def read_io_write_with_lock():
    with lock:
        read_io_write()


def bad_schedule():
    seen = counter.value
    both_have_read.wait()
    counter.value = seen + 1


WAYS = [
    (plus_equals, 10_000),
    (read_io_write, 500),
    (read_io_write_with_lock, 500),
    (bad_schedule, 1),
]


def missing(add, times):
    """Lets two threads add so many times each, and counts what is not there."""
    counter.value = 0

    def work():
        for _ in range(times):
            add()

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return 2 * times - counter.value


print("Two threads add 1 to one number.\n")
print(f"{'way':26}{'additions':>9}   missing")
for add, times in WAYS:
    lost = missing(add, times)
    print(f"{add.__name__:26}{2 * times:9}   {'some' if lost > 1 else lost}")

print("\ncounter.value += 1 is")
for instruction in list(dis.get_instructions(plus_equals))[1:-1]:
    print(f"  {instruction.opname}")
