/** Words of the primitives and charts. */
export const uiText = {
  close: 'Close',
  formula: 'How it is reckoned',
  source: 'Source',
  showTable: 'Show as table',
  showChart: 'Show as chart',
  copyTable: 'Copy',
  copied: 'Copied',
  copyFailed: 'Could not copy: select the table instead',
  downloadCsv: 'CSV',
  loadingChart: 'Drawing the chart …',
  openTerm: 'Open the definition',
} as const;
