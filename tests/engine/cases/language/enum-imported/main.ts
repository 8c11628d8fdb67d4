// The file that cannot be run is named, not the one that imports it.
import { Colour } from './colour.ts';
console.log(Colour.Red);
