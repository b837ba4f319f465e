import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { commandNames } from '../../src/extension/names.ts';
import { defaultSettings } from '../../src/server/settings.ts';

const manifest = readFileSync('package.json', 'utf8');
const texts = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;
const { contributes } = JSON.parse(manifest) as {
  contributes: {
    commands: { command: string; category: string }[];
    configuration: { properties: Record<string, { default: unknown }> };
    walkthroughs: { steps: { media: { image: string }; completionEvents: string[] }[] }[];
  };
};

describe('the manifest of the extension', () => {
  it('has a text for each of its keys, and no text that nobody shows', () => {
    const named = new Set([...manifest.matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key));
    assert.deepEqual([...named].sort(), Object.keys(texts).sort());
  });

  it('declares the commands that there are', () => {
    assert.deepEqual(contributes.commands.map(({ command }) => command).sort(), Object.values(commandNames).sort());
  });

  it('has the defaults that the server has', () => {
    for (const [name, value] of Object.entries(defaultSettings))
      assert.equal(contributes.configuration.properties[`policyRecords.${name}`]?.default, value, name);
  });

  it('has a picture for each of the five steps of the walkthrough', () => {
    const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
    assert.equal(steps.length, 5);
    for (const { media } of steps) assert.ok(existsSync(media.image), media.image);
  });

  it('ends each step of the walkthrough with what VS Code notices', () => {
    for (const { completionEvents } of contributes.walkthroughs.flatMap(({ steps }) => steps)) {
      assert.ok(completionEvents.length > 0);
      for (const event of completionEvents)
        assert.match(
          event,
          /^(?:onCommand|onLink|onView|onSettingChanged|onContext|extensionInstalled|stepSelected):?/,
        );
    }
  });
});
