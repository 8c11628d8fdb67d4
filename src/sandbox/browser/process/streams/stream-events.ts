/** The emitter as the package of streams wants it: a function that can be called on what inherits from it. */
import { EventEmitter as Emitter } from '../builtins/event-emitter.ts';

export { addAbortListener } from '../builtins/events.ts';

export function EventEmitter(this: Emitter): void {
  // The properties of its own that the class gives an emitter.
  Object.assign(this, new Emitter());
}
Object.setPrototypeOf(EventEmitter, Emitter);
EventEmitter.prototype = Emitter.prototype;
