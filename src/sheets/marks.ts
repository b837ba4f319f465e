/** The apostrophe by which spreadsheets, and `export`, keep a text from being taken for a formula. */
export const withoutQuotingMark = (cell: string): string =>
  /^'(?:\s*'*[=+\-@＝＋－＠]|[\t\r])/.test(cell) ? cell.slice(1) : cell;
