/** Words of the primitives and charts. */
export const uiText = {
  close: 'Close',
  worked: 'In your firm',
  formula: 'How it is reckoned',
  source: 'Source',
  showTable: 'Show as table',
  showChart: 'Show as chart',
  copyTable: 'Copy',
  copied: 'Copied',
  copyFailed: 'Could not copy: select the table instead',
  downloadCsv: 'CSV',
  downloadPicture: 'Picture',
  readPoints: 'Read point by point',
  loadingChart: 'Drawing the chart …',
  openTerm: 'Open the definition',
} as const;
