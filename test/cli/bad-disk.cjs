/**
 * Loaded before the program: a disk as tests need it.
 *
 * BAD_DISK_ROOM: so many bytes fit into files, all together; then it is full.
 * BAD_DISK_RIVAL: before a file of this name is opened for the second time, somebody else writes a line behind its end.
 */
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');

const { openSync, writeSync, appendFileSync } = fs;
const { BAD_DISK_ROOM: room, BAD_DISK_RIVAL: rival } = process.env;
const written = new Set();
let left = Number(room ?? Number.POSITIVE_INFINITY);
let opened = 0;

fs.openSync = (path, flags, ...rest) => {
  if (rival && String(path).endsWith(rival)) {
    opened += 1;
    if (opened === 2) appendFileSync(path, '# theirs\n');
  }
  const handle = openSync(path, flags, ...rest);
  if (typeof flags === 'string' && /[wa]/.test(flags)) written.add(handle);
  return handle;
};
fs.writeSync = (handle, data, ...rest) => {
  if (!written.has(handle)) return writeSync(handle, data, ...rest);
  const size = typeof data === 'string' ? Buffer.byteLength(data) : (rest[1] ?? data.length - (rest[0] ?? 0));
  if (size > left) {
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', syscall: 'write' });
  }
  left -= size;
  return writeSync(handle, data, ...rest);
};
syncBuiltinESMExports();
