class Counter extends EventTarget {
  count = 0;
  increase(): void {
    this.count++;
    this.dispatchEvent(new CustomEvent('change', { detail: { count: this.count } }));
  }
}
const counter = new Counter();
const log = (event: Event) => console.log('heard', (event as CustomEvent).detail, event.target === counter, event.type);
const stop = new AbortController();
counter.addEventListener('change', log, { once: true });
counter.addEventListener('change', { handleEvent: () => console.log('an object') }, { signal: stop.signal });
counter.increase();
stop.abort();
counter.increase();
counter.addEventListener('change', log);
counter.addEventListener('change', log);
counter.increase();
counter.removeEventListener('change', log);
counter.increase();
const target = new EventTarget();
target.addEventListener('x', (event) => event.preventDefault());
target.addEventListener('x', (event) => event.stopImmediatePropagation());
target.addEventListener('x', () => console.log('never'));
console.log(target.dispatchEvent(new Event('x')), target.dispatchEvent(new Event('x', { cancelable: true })));
const event = new Event('y', { bubbles: true });
console.log(event.bubbles, event.cancelable, event.defaultPrevented, event.isTrusted, event.eventPhase, event.composed);
try {
  target.dispatchEvent({} as Event);
} catch (error) {
  console.log((error as Error).name);
}
