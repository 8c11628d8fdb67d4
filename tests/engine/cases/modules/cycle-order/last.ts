import { basename } from 'node:path';
import settings from './settings.json' with { type: 'json' };

console.log('last', settings.name, basename(import.meta.filename));
