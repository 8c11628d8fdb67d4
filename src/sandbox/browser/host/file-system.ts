/**
 * The sandbox's files: in memory, one set for all processes of a run, gone with it.
 * Every operation gives a value or Node's fault for it.
 */
import type { FileCall, FileResult, ListedFile, OpenCall } from '../wire/file-calls.ts';
import { limits } from '../wire/limits.ts';
import { folderOf, normalPath } from '../wire/paths.ts';
import { beyondLimit, fault } from './file-faults.ts';

type File = { kind: 'file'; bytes: Uint8Array; modifiedAt: number; inode: number };
type Entry = File | { kind: 'directory'; modifiedAt: number; inode: number };

const done: FileResult = { ok: true, value: null };

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
    this.#store(path, new TextEncoder().encode(text));
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
    switch (call.op) {
      case 'read':
        return this.#read(normalPath(call.path));
      case 'write':
      case 'append':
        return this.#write(normalPath(call.path), call.bytes, call.op, call.exclusive === true);
      case 'stat':
        return this.#stat(normalPath(call.path));
      case 'list':
        return this.#list(normalPath(call.path));
      case 'make-directory':
        return this.#makeDirectory(normalPath(call.path), call.recursive);
      case 'make-temporary':
        return this.#makeTemporary(normalPath(call.prefix.replace(/\/$/, '/ ')).trim());
      case 'unlink':
        return this.#unlink(normalPath(call.path));
      case 'rmdir':
        return this.#removeFolder(normalPath(call.path));
      case 'remove':
        return this.#remove(normalPath(call.path), call.recursive, call.force === true);
      case 'rename':
        return this.#rename(normalPath(call.path), normalPath(call.to));
      case 'copy':
        return this.#copy(normalPath(call.path), normalPath(call.to));
      case 'open':
        return this.#openFile(normalPath(call.path), call);
      case 'touch':
        return this.#touch(normalPath(call.path), call.modifiedAt);
      case 'truncate':
        return this.#truncate(normalPath(call.path), call.size);
    }
  }

  #read(path: string): FileResult {
    const entry = this.#entries.get(path);
    if (!entry) return fault('ENOENT', 'open', path);
    if (entry.kind === 'directory') return fault('EISDIR', 'read', path);
    return { ok: true, value: entry.bytes };
  }

  #write(path: string, bytes: Uint8Array, op: 'write' | 'append', exclusive: boolean): FileResult {
    const above = this.#entries.get(folderOf(path));
    if (!above) return fault('ENOENT', 'open', path);
    if (above.kind === 'file') return fault('ENOTDIR', 'open', path);
    const old = this.#entries.get(path);
    if (old?.kind === 'directory') return fault('EISDIR', 'open', path);
    if (old && exclusive) return fault('EEXIST', 'open', path);
    const before = old && op === 'append' ? old.bytes : new Uint8Array();
    if (!old && this.#isCrowded(path)) return beyondLimit('fileEntries', 'ENOSPC', 'open', path);
    if (!this.#hasRoom(old, before.length + bytes.length)) {
      return beyondLimit('fileBytes', 'ENOSPC', 'write', path);
    }
    const all = new Uint8Array(before.length + bytes.length);
    all.set(before);
    all.set(bytes, before.length);
    this.#store(path, all);
    return done;
  }

  #openFile(path: string, { create, exclusive, truncate, write }: OpenCall): FileResult {
    const entry = this.#entries.get(path);
    if (entry && exclusive) return fault('EEXIST', 'open', path);
    if (!entry && !create) return fault('ENOENT', 'open', path);
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
    return this.#stat(path);
  }

  #runOpen(call: Extract<FileCall, { inode: number }>): FileResult {
    const known = this.#open.get(call.inode);
    const syscall = call.op.slice('open-'.length);
    if (!known) return fault('EBADF', syscall);
    const { file } = known;
    switch (call.op) {
      case 'open-read':
        return { ok: true, value: file.bytes.slice(call.from, call.from + call.length) };
      case 'open-write': {
        const from = call.from === 'end' ? file.bytes.length : call.from;
        return this.#resize(file, Math.max(file.bytes.length, from + call.bytes.length), () =>
          file.bytes.set(call.bytes, from),
        );
      }
      case 'open-truncate':
        return this.#resize(file, call.size);
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
    return this.#statOf(file);
  }

  #resize(file: File, length: number, fill?: () => void): FileResult {
    if (!this.#hasRoom(file, length)) return beyondLimit('fileBytes', 'ENOSPC', 'write');
    if (length !== file.bytes.length) {
      const bytes = new Uint8Array(length);
      bytes.set(file.bytes.subarray(0, length));
      this.#size += length - file.bytes.length;
      file.bytes = bytes;
    }
    fill?.();
    file.modifiedAt = Date.now();
    return this.#statOf(file);
  }

  #isNamed(file: File): boolean {
    for (const entry of this.#entries.values()) if (entry === file) return true;
    return false;
  }

  #touch(path: string, modifiedAt: number): FileResult {
    const entry = this.#entries.get(path);
    if (!entry) return fault('ENOENT', 'utime', path);
    entry.modifiedAt = modifiedAt;
    return done;
  }

  #stat(path: string): FileResult {
    const entry = this.#entries.get(path);
    if (!entry) return fault('ENOENT', 'stat', path);
    return this.#statOf(entry);
  }

  #statOf(entry: Entry): FileResult {
    const size = entry.kind === 'file' ? entry.bytes.length : 4096;
    const { kind, modifiedAt, inode } = entry;
    return { ok: true, value: { kind, size, modifiedAt, inode } };
  }

  #list(path: string): FileResult {
    const entry = this.#entries.get(path);
    if (!entry) return fault('ENOENT', 'scandir', path);
    if (entry.kind === 'file') return fault('ENOTDIR', 'scandir', path);
    return { ok: true, value: this.#children(path) };
  }

  #makeDirectory(path: string, recursive: boolean): FileResult {
    const entry = this.#entries.get(path);
    if (!entry && this.#isCrowded(path)) return beyondLimit('fileEntries', 'ENOSPC', 'mkdir', path);
    if (recursive) {
      if (entry?.kind === 'file') return fault('EEXIST', 'mkdir', path);
      return { ok: true, value: this.#addFolder(path) ?? null };
    }
    if (entry) return fault('EEXIST', 'mkdir', path);
    if (!this.#entries.has(folderOf(path))) return fault('ENOENT', 'mkdir', path);
    this.#addFolder(path);
    return done;
  }

  #makeTemporary(prefix: string): FileResult {
    if (!this.#entries.has(folderOf(prefix))) return fault('ENOENT', 'mkdtemp', `${prefix}XXXXXX`);
    if (this.#isCrowded(prefix))
      return beyondLimit('fileEntries', 'ENOSPC', 'mkdtemp', `${prefix}XXXXXX`);
    for (;;) {
      const path = prefix + Math.random().toString(36).slice(2, 8).padEnd(6, '0');
      if (this.#entries.has(path)) continue;
      this.#addFolder(path);
      return { ok: true, value: path };
    }
  }

  #unlink(path: string): FileResult {
    const entry = this.#entries.get(path);
    if (!entry) return fault('ENOENT', 'unlink', path);
    if (entry.kind === 'directory') return fault('EISDIR', 'unlink', path);
    this.#drop(path);
    return done;
  }

  #removeFolder(path: string): FileResult {
    const entry = this.#entries.get(path);
    if (!entry) return fault('ENOENT', 'rmdir', path);
    if (entry.kind === 'file') return fault('ENOTDIR', 'rmdir', path);
    if (this.#children(path).length > 0) return fault('ENOTEMPTY', 'rmdir', path);
    this.#drop(path);
    return done;
  }

  #remove(path: string, recursive: boolean, force: boolean): FileResult {
    const entry = this.#entries.get(path);
    if (!entry) return force ? done : fault('ENOENT', 'rm', path);
    if (entry.kind === 'directory') {
      if (!recursive) return fault('EISDIR', 'rm', path);
      for (const below of [...this.#entries.keys()]) {
        if (below.startsWith(`${path}/`)) this.#drop(below);
      }
    }
    this.#drop(path);
    return done;
  }

  #rename(path: string, to: string): FileResult {
    const entry = this.#entries.get(path);
    if (!entry || !this.#entries.has(folderOf(to))) return fault('ENOENT', 'rename', path, to);
    if (path === to) return done;
    if (this.#entries.get(to)?.kind === 'file') this.#drop(to);
    for (const [below, moved] of [...this.#entries]) {
      if (below !== path && !below.startsWith(`${path}/`)) continue;
      this.#entries.delete(below);
      this.#entries.set(to + below.slice(path.length), moved);
    }
    return done;
  }

  #copy(path: string, to: string): FileResult {
    const entry = this.#entries.get(path);
    if (!entry) return fault('ENOENT', 'copyfile', path, to);
    if (entry.kind === 'directory') return fault('EISDIR', 'copyfile', path, to);
    return this.#write(to, entry.bytes, 'write', false);
  }

  #truncate(path: string, size: number): FileResult {
    const entry = this.#entries.get(path);
    if (!entry) return fault('ENOENT', 'open', path);
    if (entry.kind === 'directory') return fault('EISDIR', 'open', path);
    const length = Math.max(0, size);
    if (!this.#hasRoom(entry, length)) return beyondLimit('fileBytes', 'ENOSPC', 'ftruncate', path);
    const bytes = new Uint8Array(length);
    bytes.set(entry.bytes.subarray(0, length));
    this.#store(path, bytes);
    return done;
  }

  /** Whether a file, new or in place of an old one, may have that many bytes. */
  #hasRoom(old: Entry | undefined, length: number): boolean {
    const oldLength = old?.kind === 'file' ? old.bytes.length : 0;
    return this.#size - oldLength + length <= limits.fileBytes;
  }

  /** Whether there are too many entries for one more, and for those above it. */
  #isCrowded(path: string): boolean {
    return this.#entries.size + path.split('/').length > limits.fileEntries;
  }

  #children(path: string): ListedFile[] {
    const start = path === '/' ? '/' : `${path}/`;
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

  /** What is open stays the same file. */
  #store(path: string, bytes: Uint8Array): void {
    const old = this.#entries.get(path);
    if (old?.kind === 'file') {
      this.#size += bytes.length - old.bytes.length;
      old.bytes = bytes;
      old.modifiedAt = Date.now();
      return;
    }
    this.#size += bytes.length;
    const inode = ++this.#inodes;
    this.#entries.set(path, { kind: 'file', bytes, modifiedAt: Date.now(), inode });
  }

  #drop(path: string): void {
    const entry = this.#entries.get(path);
    const isOpen = entry && this.#open.has(entry.inode);
    if (entry?.kind === 'file' && !isOpen) this.#size -= entry.bytes.length;
    this.#entries.delete(path);
  }
}
