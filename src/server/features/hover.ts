import type { Hover, Position } from 'vscode-languageserver';
import { kindOf } from '../../records/layout.ts';
import { hoverInArticle, hoverInFile, hoverInRecord } from '../../service/hover/hover.ts';
import type { ServerContext, ServerFeature } from '../context.ts';

export const hover: ServerFeature = {
  capabilities: { hoverProvider: true },
  register(context) {
    context.connection.onHover(({ textDocument: { uri }, position }) =>
      context.guarded('hover', null, async () => (await hoverAt(context, uri, position)) ?? null),
    );
  },
};

async function hoverAt(context: ServerContext, uri: string, position: Position): Promise<Hover | undefined> {
  const place = context.settings().hover ? context.placeOf(uri) : undefined;
  if (!place) return undefined;
  const { project, path } = place;
  switch (kindOf(path)) {
    case 'record': {
      const view = await project.record(path);
      return view && hoverInRecord(view, view.lines.offsetAt(position));
    }
    case 'other': {
      const view = await project.article(path);
      return view && hoverInArticle(view, view.places.spanOf({ start: position, end: position }).start);
    }
    default: {
      const view = await project.file(path);
      return view && hoverInFile(view, view.lines.offsetAt(position));
    }
  }
}
