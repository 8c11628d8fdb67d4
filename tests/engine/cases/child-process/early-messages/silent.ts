console.log('nobody listens here', typeof process.send, process.connected);
