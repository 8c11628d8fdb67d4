"""Ways to wait for the prices of many articles."""

import asyncio


async def one_by_one(price, articles):
    return [await price(article) for article in articles]


async def all_at_once(price, articles):
    return await asyncio.gather(*(price(article) for article in articles))


async def at_most_four(price, articles):
    places = asyncio.Semaphore(4)

    async def price_in_a_place(article):
        async with places:
            return await price(article)

    return await asyncio.gather(*(price_in_a_place(article) for article in articles))


async def in_a_task_group(price, articles):
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(price(article)) for article in articles]
    return [task.result() for task in tasks]


async def forgotten_await(price, articles):
    return [price(article) for article in articles]  # the mistake
