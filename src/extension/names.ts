/** Names that the manifest (`package.json`) and the code share; a test compares them. */
export const section = 'policyRecords';

export const recordLanguage = 'policy-record';
export const agenciesLanguage = 'policy-agencies';
/** A plain text that is shown as an article: its long lines are broken. */
export const articleLanguage = 'policy-article';

export const commandNames = {
  checkRecord: 'policyRecords.checkRecord',
  checkFigure: 'policyRecords.checkFigure',
  checkAll: 'policyRecords.checkAll',
  showPassage: 'policyRecords.showPassage',
  newRecord: 'policyRecords.newRecord',
  restartServer: 'policyRecords.restartServer',
  copyDiagnosticInformation: 'policyRecords.copyDiagnosticInformation',
} as const;

/** Endings of the files that can be articles. */
export const articleEndings = ['txt', 'text', 'md', 'markdown', 'htm', 'html', 'xhtml'] as const;
