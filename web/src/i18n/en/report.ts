export const report = {
  'report.title': 'Report',
};
