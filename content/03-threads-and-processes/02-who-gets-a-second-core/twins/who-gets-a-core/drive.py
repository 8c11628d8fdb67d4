"""Four parts of computing, at most two at a time. Whose parts see another one move?"""

import multiprocessing
import sys
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

import parts


def main():
    print(f"the GIL is {'on' if sys._is_gil_enabled() else 'off'}")
    threads = ThreadPoolExecutor(2)
    context = multiprocessing.get_context("forkserver")
    shared_steps = context.RawArray("i", parts.PARTS)
    begin = {"initializer": parts.meet, "initargs": (shared_steps, context.Barrier(2))}
    processes = ProcessPoolExecutor(2, context, **begin)
    list(processes.map(abs, [1, 2]))  # starts them

    print("\nAs it comes, a thread that computes is asked for the GIL after 5 ms.\n")
    show("pure Python, one by one", map, parts.in_python)
    show("pure Python, 2 threads", threads.map, parts.in_python)
    show("pure Python, 2 processes", processes.map, parts.in_python)
    show("hashing in C, one by one", map, parts.in_c)
    show("hashing in C, 2 threads", threads.map, parts.in_c)

    print("\nNow nobody asks. A thread keeps the GIL until it gives it up.\n")
    sys.setswitchinterval(1000)
    show("pure Python, 2 threads", threads.map, parts.in_python)
    show("hashing in C, 2 threads", threads.map, parts.in_c)


def show(how, run, part):
    began = time.monotonic()
    saw = sum(run(part, range(parts.PARTS)))
    seconds = time.monotonic() - began
    print(f"{how:26}{saw} of {parts.PARTS} saw another move   about {seconds:.1f} s")


if __name__ == "__main__":
    main()
