const [, , url = ''] = process.argv;
process.send?.(await (await fetch(url)).text());
