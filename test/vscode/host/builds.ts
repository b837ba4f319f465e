/** The builds of VS Code that the tests run on. To move on, write newer versions here. */
export interface Build {
  /** The version of VS Code. */
  readonly version: string;
  /** The version of the npm package `code-server` that carries it. */
  readonly codeServer: string;
  /** The Node that the build needs, where the project's own is too old. */
  readonly node?: string;
  /** The build lacks ripgrep, without which no file is found. */
  readonly lacksRipgrep?: true;
}

/** The oldest version that `engines.vscode` allows. */
export const floor: Build = { version: '1.100.3', codeServer: '4.100.3', lacksRipgrep: true };

export const recent: Build = { version: '1.139.1', codeServer: '4.139.1', node: '24.21.0' };

export const ripgrep = '@vscode/ripgrep-universal@1.18.0';
