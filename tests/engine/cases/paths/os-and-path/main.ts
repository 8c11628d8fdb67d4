import os from 'node:os';
import path from 'node:path';

console.log(JSON.stringify(os.EOL), os.devNull, os.platform(), os.type(), os.endianness(), os.tmpdir());
console.log(os.cpus().length === os.availableParallelism() || os.cpus().length > 0, os.availableParallelism() > 0);
console.log(os.constants.signals.SIGTERM, os.constants.signals.SIGKILL, os.constants.priority.PRIORITY_NORMAL, os.loadavg().length);
console.log(JSON.stringify(os.constants.signals));
console.log(typeof os.hostname(), typeof os.totalmem(), os.freemem() > 0, os.uptime() > 0, typeof os.userInfo().username);
console.log(path.join('a', '..', 'b', './c'), path.resolve('/a', 'b', '../c'), path.relative('/a/b/c', '/a/d'));
console.log(path.parse('/home/x/file.tar.gz'), path.format({ dir: '/d', name: 'n', ext: '.e' }));
console.log(path.basename('/a/b.ts', '.ts'), path.extname('.x'), path.extname('a.b.'), path.normalize('/a//b/./../c/'), path.isAbsolute('a'));
console.log(path.posix.sep, path.delimiter, path.posix === path);
