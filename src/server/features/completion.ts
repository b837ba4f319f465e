import type { CompletionList, Position } from 'vscode-languageserver';
import { completionsAt, type EditorAbilities } from '../../service/completion/complete.ts';
import { LineIndex } from '../../text/lines.ts';
import type { ServerContext, ServerFeature } from '../context.ts';

export const completion: ServerFeature = {
  capabilities: { completionProvider: { triggerCharacters: [' ', '/', '[', '{', '"'] } },
  register(context) {
    context.connection.onCompletion(({ textDocument: { uri }, position }) =>
      context.guarded('completion', null, async () => (await completeAt(context, uri, position)) ?? null),
    );
  },
};

async function completeAt(
  context: ServerContext,
  uri: string,
  position: Position,
): Promise<CompletionList | undefined> {
  const place = context.settings().completion ? context.placeOf(uri) : undefined;
  if (!place) return undefined;
  // Where nothing is checked while it is typed, what could be read last would be of long ago.
  if (context.settings().check !== 'type') await context.recordOf(uri);
  const draft = await place.project.draft(place.path);
  return draft && completionsAt(draft, new LineIndex(draft.text).offsetAt(position), abilities(context));
}

/** VS Code can be asked to open the list again behind `unit: `; no other editor is known to have that command. */
function abilities(context: ServerContext): EditorAbilities {
  const { capabilities, clientInfo } = context.client();
  const isVSCode = /^visual studio code/i.test(clientInfo?.name ?? '');
  const able = capabilities.textDocument?.completion?.completionItem;
  return {
    snippets: able?.snippetSupport === true,
    labelDetails: able?.labelDetailsSupport === true,
    ...(isVSCode && { suggestAgain: 'editor.action.triggerSuggest' }),
  };
}
