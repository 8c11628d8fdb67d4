// A CommonJS file requires others: by extension, without one, a folder, JSON, built-in modules.
import { report } from './report.cjs';

report();
