import { createConnection } from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { nodeHost } from './node-host.ts';
import { serve } from './server.ts';

// How to talk (`--stdio`, `--node-ipc`) stands in the arguments, as every client of the library writes them.
serve(createConnection(), nodeHost(), version);
