export const report = {
  'report.title': 'Report',
  'report.lineage': 'Whose words these are',
  'report.own': 'Its words are its own, as far as the record knows.',
  'report.taken': 'goes back to {title}: {reason}',
  'report.given': '{title} goes back to it: {reason}',
  'report.compare': 'compare',
  'report.layers': 'Marks',
  'report.correct': 'Correct a field',
  'report.compared': 'Two reports, {share} of the words shared',
  'report.versions': 'Versions',
};
