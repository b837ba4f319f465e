/** The language server as it is shipped, but that it may fetch from this machine, where the test's page lies. */
import { createConnection } from 'vscode-languageserver/node';
import { nodeHost } from '../../../../src/server/node-host.ts';
import { serve } from '../../../../src/server/server.ts';

const alsoAllowed = (address: string): boolean => address === '127.0.0.1';

serve(createConnection(), nodeHost({ alsoAllowed }), '0.0.0-test');
