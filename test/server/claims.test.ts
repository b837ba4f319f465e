import assert from 'node:assert/strict';
import { readFileSync, realpathSync } from 'node:fs';
import { claimsRequest, newRecordRequest, statisticsRequest } from '../../src/server/protocol.ts';
import type { ClaimState } from '../../src/service/claim-states.ts';
import { Client } from './client.ts';

const root = realpathSync('examples');
const path = 'records/typical-mistakes.policy.yaml';

describe('what the client asks beyond the protocol', () => {
  let client: Client;
  before(async () => {
    client = await Client.open(root);
  });
  after(() => client.dispose());

  const ask = <T>(method: string, params: unknown): Promise<T> => client.connection.sendRequest<T>(method, params);

  it('tells of each claim its verdict, its place, and the passage with the number in it', async () => {
    const text = readFileSync(`${root}/${path}`, 'utf8');
    await client.openText(path, text);
    const claims = await ask<ClaimState[]>(claimsRequest, { uri: client.uri(path) });
    const scale = claims.find(({ id }) => id === 'scale');
    assert.equal(scale?.verdict, 'refuted');
    assert.equal(scale.label, 'Aid for rail freight, a milliard taken for a million');
    const line = text.split('\n')[scale.valueRange.start.line] ?? '';
    assert.equal(line.slice(scale.valueRange.start.character, scale.valueRange.end.character), '4 million');
    assert.match(scale.messages[0] ?? '', /^The source says 4 milliards/);
    const [passage] = scale.passages;
    assert.equal(passage?.uri, client.uri('articles/rail-freight.fr.txt'));
    const article = readFileSync(`${root}/articles/rail-freight.fr.txt`, 'utf8').split('\n');
    const { start, end } = passage.number ?? passage.passage;
    assert.equal((article[start.line] ?? '').slice(start.character, end.character), "4 milliards d'euros");
    assert.ok(passage.passage.start.character < start.character, 'the passage begins before its number');
  });

  it('tells the claims in the order of the file, each once', async () => {
    const claims = await ask<ClaimState[]>(claimsRequest, { uri: client.uri(path) });
    const lines = claims.map(({ range }) => range.start.line);
    assert.deepEqual(
      lines,
      [...new Set(lines)].sort((a, b) => a - b),
    );
    assert.ok(claims.length > 20);
  });

  it('shows the nearest passage of a quote that is not there', async () => {
    const claims = await ask<ClaimState[]>(claimsRequest, { uri: client.uri(path) });
    const lost = claims.filter(({ verdict, passages }) => verdict === 'not-found' && passages.length > 0);
    assert.ok(lost.length > 0);
  });

  it('has no claims for what is no record', async () => {
    assert.deepEqual(await ask(claimsRequest, { uri: client.uri('world.agencies.yaml') }), []);
    assert.deepEqual(await ask(claimsRequest, { uri: 'untitled:Untitled-1' }), []);
  });

  it('tells the language of an article for a new record', async () => {
    const article = client.uri('articles/rail-freight.fr.txt');
    const { uri, snippet } = await ask<{ uri: string; snippet: string }>(newRecordRequest, { article });
    assert.equal(uri, client.uri('records/rail-freight-2.policy.yaml'));
    assert.match(snippet, /language: fr/);
  });

  it('counts what it has', async () => {
    const { records, checks, process: id } = await ask<Record<string, number>>(statisticsRequest, {});
    assert.ok(Number(records) >= 8 && Number(checks) >= 1);
    assert.equal(id, process.pid);
  });
});
