/** What people can set; each value that is missing or of another kind keeps its default. */
export interface Settings {
  /** When a record is checked: at every change, when it is saved, or only when it is asked for. */
  readonly check: 'type' | 'save' | 'command';
  readonly hover: boolean;
  readonly completion: boolean;
  /** Off unless an editor asks for it: its actions are commands that the editor has to know. */
  readonly codeLens: boolean;
  readonly inlayHints: boolean;
}

export const defaultSettings: Settings = {
  check: 'type',
  hover: true,
  completion: true,
  codeLens: false,
  inlayHints: true,
};

/** Reads what an editor sends under `policyRecords`. */
export function readSettings(sent: unknown): Settings {
  const given: Record<string, unknown> = typeof sent === 'object' && sent !== null ? { ...sent } : {};
  const flag = (value: unknown, usual: boolean): boolean => (typeof value === 'boolean' ? value : usual);
  const { check } = given;
  return {
    check: check === 'type' || check === 'save' || check === 'command' ? check : defaultSettings.check,
    hover: flag(given.hover, defaultSettings.hover),
    completion: flag(given.completion, defaultSettings.completion),
    codeLens: flag(given.codeLens, defaultSettings.codeLens),
    inlayHints: flag(given.inlayHints, defaultSettings.inlayHints),
  };
}
