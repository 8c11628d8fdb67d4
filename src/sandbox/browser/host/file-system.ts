/**
 * The sandbox's files: in memory, one set for all processes of a run, gone with it.
 * Every operation gives a value or Node's fault for it.
 */
import type { FileCall, FileResult, ListedFile, OpenCall } from '../wire/file-calls.ts';
import { limits } from '../wire/limits.ts';
import { folderOf, normalPath, within } from '../wire/paths.ts';
import { beyondLimit, fault } from './file-faults.ts';

/** `bytes` are all that the file has; the buffer that they begin may be longer. */
type File = { kind: 'file'; bytes: Uint8Array<ArrayBuffer>; modifiedAt: number; inode: number };
type Entry = File | { kind: 'directory'; modifiedAt: number; inode: number };

const done: FileResult = { ok: true, value: null };

/** Of the operations on what has to be there already: what Node names when it is not. */
const syscalls = {
  read: 'open',
  truncate: 'open',
  stat: 'stat',
  touch: 'utime',
  list: 'scandir',
  copy: 'copyfile',
  unlink: 'unlink',
  rmdir: 'rmdir',
  remove: 'rm',
} as const;

export class FileSystem {
  readonly #entries = new Map<string, Entry>();
  /** By inode, with how often it is open. An open file stays when its name is taken away. */
  readonly #open = new Map<number, { file: File; times: number }>();
  #descriptors = 0;
  #size = 0;
  #inodes = 0;

  constructor() {
    this.#addFolder('/');
    this.#addFolder('/tmp');
  }

  /** Puts a file there with all the folders above it. */
  add(path: string, text: string): void {
    this.#addFolder(folderOf(path));
    this.#write(path, new TextEncoder().encode(text), 'write', false);
  }

  isFolder(path: string): boolean {
    return this.#entries.get(normalPath(path))?.kind === 'directory';
  }

  /** The text of a file, or nothing where there is none. */
  text(path: string): string | undefined {
    const entry = this.#entries.get(path);
    return entry?.kind === 'file' ? new TextDecoder().decode(entry.bytes) : undefined;
  }

  run(call: FileCall): FileResult {
    if ('inode' in call) return this.#runOpen(call);
    const paths = [
      call.op === 'make-temporary' ? call.prefix : call.path,
      'to' in call ? call.to : '',
    ];
    const long = paths.find((path) => path.length > limits.pathCharacters);
    if (long !== undefined) return fault('ENAMETOOLONG', call.op, long);
    if (call.op === 'make-temporary') {
      return this.#makeTemporary(normalPath(call.prefix.replace(/\/$/, '/ ')).trim());
    }
    const path = normalPath(call.path);
    const to = 'to' in call ? normalPath(call.to) : undefined;
    switch (call.op) {
      case 'write':
      case 'append':
        return this.#write(path, call.bytes, call.op, call.exclusive === true);
      case 'make-directory':
        return this.#makeDirectory(path, call.recursive);
      case 'rename':
        return this.#rename(path, normalPath(call.to));
      case 'open':
        return this.#openFile(path, call);
    }
    const entry = this.#entries.get(path);
    const syscall = syscalls[call.op];
    if (!entry) {
      const isForced = call.op === 'remove' && call.force === true;
      return isForced ? done : this.#missing(syscall, path, to);
    }
    switch (call.op) {
      case 'stat':
        return this.#statOf(entry);
      case 'touch':
        entry.modifiedAt = call.modifiedAt;
        return done;
      case 'remove':
        return this.#remove(path, entry, call.recursive);
      case 'list':
      case 'rmdir': {
        if (entry.kind === 'file') return fault('ENOTDIR', syscall, path);
        const value = this.#children(path);
        if (call.op === 'list') return { ok: true, value };
        if (value.length > 0) return fault('ENOTEMPTY', syscall, path);
        this.#drop(path);
        return done;
      }
    }
    if (entry.kind === 'directory') {
      return fault('EISDIR', call.op === 'read' ? 'read' : syscall, path, to);
    }
    switch (call.op) {
      case 'read':
        return { ok: true, value: entry.bytes.slice() };
      case 'truncate':
        return this.#change(entry, path, Math.max(0, call.size));
      case 'copy':
        return this.#copy(path, entry, normalPath(call.to));
      case 'unlink':
        this.#drop(path);
        return done;
    }
  }

  #write(path: string, bytes: Uint8Array, op: 'write' | 'append', exclusive: boolean): FileResult {
    if (!this.isFolder(folderOf(path))) return this.#missing('open', path);
    const old = this.#entries.get(path);
    if (old?.kind === 'directory') return fault('EISDIR', 'open', path);
    if (old && exclusive) return fault('EEXIST', 'open', path);
    if (!old && this.#isCrowded(path)) return beyondLimit('fileEntries', 'ENOSPC', 'open', path);
    const file: File = old ?? {
      kind: 'file',
      bytes: new Uint8Array(),
      modifiedAt: 0,
      inode: ++this.#inodes,
    };
    const from = op === 'append' ? file.bytes.length : 0;
    const written = this.#change(file, path, from + bytes.length, bytes, from);
    if (written.ok) this.#entries.set(path, file);
    return written;
  }

  #openFile(path: string, { create, exclusive, truncate, write }: OpenCall): FileResult {
    const entry = this.#entries.get(path);
    if (entry && exclusive) return fault('EEXIST', 'open', path);
    if (!entry && !create) return this.#missing('open', path);
    if (entry?.kind === 'directory') return fault('EISDIR', write ? 'open' : 'read', path);
    if (this.#descriptors >= limits.openFiles)
      return beyondLimit('openFiles', 'EMFILE', 'open', path);
    if (!entry || truncate) {
      const made = this.#write(path, new Uint8Array(), 'write', false);
      if (!made.ok) return made;
    }
    const file = this.#entries.get(path) as File;
    const times = (this.#open.get(file.inode)?.times ?? 0) + 1;
    this.#open.set(file.inode, { file, times });
    this.#descriptors++;
    return this.#statOf(file);
  }

  #runOpen(call: Extract<FileCall, { inode: number }>): FileResult {
    const known = this.#open.get(call.inode);
    const syscall = call.op.slice('open-'.length);
    if (!known) return fault('EBADF', syscall);
    const { file } = known;
    let changed = done;
    switch (call.op) {
      case 'open-read':
        return { ok: true, value: file.bytes.slice(call.from, call.from + call.length) };
      case 'open-write': {
        const from = call.from === 'end' ? file.bytes.length : call.from;
        const length = Math.max(file.bytes.length, from + call.bytes.length);
        changed = this.#change(file, undefined, length, call.bytes, from);
        break;
      }
      case 'open-truncate':
        changed = this.#change(file, undefined, call.size);
        break;
      case 'open-stat':
        break;
      case 'open-touch':
        file.modifiedAt = call.modifiedAt;
        break;
      case 'open-close':
        known.times--;
        this.#descriptors--;
        if (known.times > 0) break;
        this.#open.delete(call.inode);
        if (!this.#isNamed(file)) this.#size -= file.bytes.length;
    }
    return changed.ok ? this.#statOf(file) : changed;
  }

  /** Gives a file its length and then puts bytes at a place in it, if there is room. */
  #change(
    file: File,
    path: string | undefined,
    length: number,
    bytes?: Uint8Array,
    from = 0,
  ): FileResult {
    const more = length - file.bytes.length;
    if (this.#size + more > limits.fileBytes) {
      return beyondLimit('fileBytes', 'ENOSPC', 'write', path);
    }
    file.bytes = resized(file.bytes, length);
    if (bytes) file.bytes.set(bytes, from);
    file.modifiedAt = Date.now();
    this.#size += more;
    return done;
  }

  #isNamed(file: File): boolean {
    for (const entry of this.#entries.values()) if (entry === file) return true;
    return false;
  }

  #statOf(entry: Entry): FileResult {
    const size = entry.kind === 'file' ? entry.bytes.length : 4096;
    const { kind, modifiedAt, inode } = entry;
    return { ok: true, value: { kind, size, modifiedAt, inode } };
  }

  #makeDirectory(path: string, recursive: boolean): FileResult {
    const entry = this.#entries.get(path);
    if (entry)
      return recursive && entry.kind === 'directory' ? done : fault('EEXIST', 'mkdir', path);
    const above = recursive ? this.#nearest(path) : folderOf(path);
    if (!this.isFolder(above)) return this.#missing('mkdir', path);
    if (this.#isCrowded(path)) return beyondLimit('fileEntries', 'ENOSPC', 'mkdir', path);
    const topmost = this.#addFolder(path);
    return recursive ? { ok: true, value: topmost ?? null } : done;
  }

  #makeTemporary(prefix: string): FileResult {
    // Node's messages name what it gives to the system, which fills in the letters.
    const template = `${prefix}XXXXXX`;
    if (!this.isFolder(folderOf(prefix))) return this.#missing('mkdtemp', template);
    if (this.#isCrowded(prefix)) return beyondLimit('fileEntries', 'ENOSPC', 'mkdtemp', template);
    for (;;) {
      const path = prefix + Math.random().toString(36).slice(2, 8).padEnd(6, '0');
      if (this.#entries.has(path)) continue;
      this.#addFolder(path);
      return { ok: true, value: path };
    }
  }

  #remove(path: string, { kind }: Entry, recursive: boolean): FileResult {
    if (kind === 'directory') {
      if (!recursive) return fault('EISDIR', 'rm', path);
      for (const below of [...this.#entries.keys()]) {
        if (below.startsWith(within(path))) this.#drop(below);
      }
    }
    this.#drop(path);
    return done;
  }

  #rename(path: string, to: string): FileResult {
    const entry = this.#entries.get(path);
    const target = this.#entries.get(to);
    const lost = [path, to].find((end) => !this.isFolder(folderOf(end)));
    if (!entry || lost) return this.#missing('rename', path, to, lost);
    if (path === to) return done;
    const refuse = (code: Parameters<typeof fault>[0]) => fault(code, 'rename', path, to);
    if (to.startsWith(within(path))) return refuse('EINVAL');
    if (path.startsWith(within(to))) return refuse('ENOTEMPTY');
    if (target && target.kind !== entry.kind) {
      return refuse(entry.kind === 'file' ? 'EISDIR' : 'ENOTDIR');
    }
    if (this.#children(to).length > 0) return refuse('ENOTEMPTY');
    this.#drop(to);
    for (const [below, moved] of [...this.#entries]) {
      if (below !== path && !below.startsWith(within(path))) continue;
      this.#entries.delete(below);
      this.#entries.set(to + below.slice(path.length), moved);
    }
    return done;
  }

  #copy(path: string, { bytes }: File, to: string): FileResult {
    if (this.isFolder(to)) return fault('EISDIR', 'copyfile', path, to);
    if (!this.isFolder(folderOf(to))) return this.#missing('copyfile', path, to, to);
    return this.#write(to, bytes, 'write', false);
  }

  /** That nothing is there, as Node says it: a file on the way to it is another matter. */
  #missing(syscall: string, path: string, to?: string, lost = path): FileResult {
    const code = this.isFolder(this.#nearest(lost)) ? 'ENOENT' : 'ENOTDIR';
    return fault(code, syscall, path, to);
  }

  /** What is there of all that is above a path, the lowest of it. */
  #nearest(path: string): string {
    const above = path.slice(0, path.lastIndexOf('/'));
    return above === '' ? '/' : this.#entries.has(above) ? above : this.#nearest(above);
  }

  /** Whether there are too many entries for one more, and for those above it. */
  #isCrowded(path: string): boolean {
    return this.#entries.size + path.split('/').length > limits.fileEntries;
  }

  #children(path: string): ListedFile[] {
    const start = within(path);
    const found: ListedFile[] = [];
    for (const [below, { kind }] of this.#entries) {
      const name = below.slice(start.length);
      if (below.startsWith(start) && name !== '' && !name.includes('/')) found.push({ name, kind });
    }
    return found.sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Makes a folder and those above it; gives back the topmost one that was made. */
  #addFolder(path: string): string | undefined {
    if (this.#entries.has(path)) return undefined;
    const first = path === '/' ? undefined : this.#addFolder(folderOf(path));
    this.#entries.set(path, { kind: 'directory', modifiedAt: Date.now(), inode: ++this.#inodes });
    return first ?? path;
  }

  #drop(path: string): void {
    const entry = this.#entries.get(path);
    const isOpen = entry && this.#open.has(entry.inode);
    if (entry?.kind === 'file' && !isOpen) this.#size -= entry.bytes.length;
    this.#entries.delete(path);
  }
}

/** In the same buffer where that has room, else in one that is twice as long: many appends copy a file a few times. */
function resized(bytes: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer> {
  // Cut off for good, so that a buffer has nothing but zeros behind the end of its file.
  if (length < bytes.length) return bytes.slice(0, length);
  if (length <= bytes.buffer.byteLength) return new Uint8Array(bytes.buffer, 0, length);
  const grown = new Uint8Array(Math.max(length, 2 * bytes.length));
  grown.set(bytes);
  return grown.subarray(0, length);
}
