"""Two kinds of computing, each in four parts. A part looks whether another one moves meanwhile."""

import hashlib

PARTS = 4
STEPS = 24

steps = [0] * PARTS  # how far each part has got; all threads see this list


def meet(shared_steps, both):
    """Begins a process, which sees no list of ours: gives it shared memory, and waits for the other."""
    global steps
    steps = shared_steps
    both.wait()


def in_python(part):
    return compute(part, pure_python)


def in_c(part):
    return compute(part, hash_of_a_password)


def compute(part, step):
    """Whether another part got further while this one computed."""
    before = steps_of_others(part)
    for _ in range(STEPS):
        step()
        steps[part] += 1
    return steps_of_others(part) > before


def steps_of_others(part):
    return sum(steps[other] for other in range(PARTS) if other != part)


def pure_python():
    number = 0
    for n in range(300_000):
        number = (number * 31 + n) % 1_000_003


def hash_of_a_password():
    hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 60_000)
