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
  captureArticle: 'policyRecords.captureArticle',
  addFigure: 'policyRecords.addFigure',
  addAllFigures: 'policyRecords.addAllFigures',
  pasteFigures: 'policyRecords.pasteFigures',
  nextUnclaimed: 'policyRecords.nextUnclaimed',
  previousUnclaimed: 'policyRecords.previousUnclaimed',
  openReport: 'policyRecords.openReport',
  showIndicator: 'policyRecords.showIndicator',
  restartServer: 'policyRecords.restartServer',
  copyDiagnosticInformation: 'policyRecords.copyDiagnosticInformation',
} as const;

/** The scheme under which the text of a file that is none (PDF, DOCX) is shown; the server's addresses use it too. */
export const textScheme = 'policy-records-text';
