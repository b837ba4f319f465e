/**
 * A file system that no process but this one reaches, as that of a repository opened from a website: `mirror:/…` are the
 * files below the folder that POLICY_RECORDS_TEST_MIRROR names. It is read only.
 */
const { readdirSync, readFileSync, statSync } = require('node:fs');
const { join } = require('node:path');
const { EventEmitter, FileSystemError, FileType, workspace } = require('vscode');

const typeOf = (entry) => (entry.isDirectory() ? FileType.Directory : FileType.File);

exports.activate = ({ subscriptions }) => {
  const place = ({ path }) => join(process.env.POLICY_RECORDS_TEST_MIRROR, path);
  const found = (uri, read) => {
    try {
      return read(place(uri));
    } catch (error) {
      if (error.code === 'ENOENT') throw FileSystemError.FileNotFound(uri);
      throw error;
    }
  };
  const refuse = (uri) => {
    throw FileSystemError.NoPermissions(uri);
  };
  const changes = new EventEmitter();
  subscriptions.push(
    workspace.registerFileSystemProvider(
      'mirror',
      {
        onDidChangeFile: changes.event,
        watch: () => changes,
        stat: (uri) =>
          found(uri, (path) => {
            const entry = statSync(path);
            return { type: typeOf(entry), size: entry.size, ctime: entry.ctimeMs, mtime: entry.mtimeMs };
          }),
        readDirectory: (uri) =>
          found(uri, (path) => readdirSync(path, { withFileTypes: true }).map((entry) => [entry.name, typeOf(entry)])),
        readFile: (uri) => found(uri, (path) => readFileSync(path)),
        writeFile: refuse,
        createDirectory: refuse,
        delete: refuse,
        rename: refuse,
      },
      { isReadonly: true },
    ),
  );
};
