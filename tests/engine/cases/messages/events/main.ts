// The web's way: onmessage, MessageEvent, ports in an event.
const { port1, port2 } = new MessageChannel();
port1.onmessage = (event: MessageEvent) => {
  console.log(event instanceof MessageEvent, event.type, event.data, event.ports.length, event.target === port1);
  event.ports[0]?.postMessage('through the given port');
};
const inner = new MessageChannel();
port2.postMessage({ hello: 'there' }, [inner.port2]);
const answer = await new Promise((resolve) => {
  inner.port1.addEventListener('message', ({ data }) => resolve(data), { once: true });
  inner.port1.start();
});
console.log(answer);
port1.onmessage = null;
inner.port1.close();
port1.close();
const made = new MessageEvent('message', { data: [1] });
console.log(made.data, made.origin === '', made.type);
