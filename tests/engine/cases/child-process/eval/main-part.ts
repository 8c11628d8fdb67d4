console.log((globalThis as { before?: string }).before, process.argv.slice(2), process.execArgv.length);
